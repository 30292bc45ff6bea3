package chatload.protocol.mapping;

import chatload.protocol.ChatEvent;
import chatload.protocol.errors.Flaw;
import chatload.protocol.mapping.Rules.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Finds in the events of one chat what the model produced, and what of it is new. */
final class TextReading {

  private final boolean isCumulative;

  /** All text so far, if each event holds it. */
  private String before = "";

  /** Whether text came that is no repetition. */
  private boolean hasOriginal;

  /** The rule that found text; if only repetitions came, theirs are the text. */
  private Rules.Text carrier;

  private final StringBuilder found = new StringBuilder();
  private boolean isMatched;
  private boolean isRefused;
  private JsonNode notText;

  TextReading(boolean isCumulative) {
    this.isCumulative = isCumulative;
  }

  /** The service has taken text back; what follows is new. */
  void retracted() {
    before = "";
  }

  /**
   * Adds what an event holds.
   *
   * @param data of the event, for messages
   * @return whether any rule found something, if only nothing in it
   */
  boolean read(List<Rules.Text> rules, JsonNode json, String data, List<ChatEvent> events) {
    found.setLength(0);
    isMatched = false;
    isRefused = false;
    notText = null;
    for (Rules.Text rule : rules) {
      boolean isVisible = rule.role() == Role.VISIBLE;
      if (isVisible
          && (!rule.isRepetition() || !hasOriginal && (carrier == null || carrier == rule))) {
        rule.at().each(json, node -> visible(rule, node));
      }
    }
    if (notText != null) {
      events.add(new ChatEvent.Malformed("text that is no text: " + data));
    } else if (found.length() > 0) {
      String text = found.toString();
      Flaw flaw = isRefused ? new Flaw(Flaw.Kind.REFUSED, text) : null;
      add(text, flaw, events);
    }
    // Behind the text of the same event: it does not answer what is called beside it.
    for (Rules.Text rule : rules) {
      if (rule.role() != Role.VISIBLE) {
        rule.at().each(json, node -> generated(rule, node, events));
      }
    }
    return isMatched;
  }

  /**
   * Adds a text that an event holds.
   *
   * @param flaw of it; null for none
   */
  void add(String text, Flaw flaw, List<ChatEvent> events) {
    events.add(new ChatEvent.Token(isCumulative ? added(text, events) : text, flaw));
  }

  private void generated(Rules.Text rule, JsonNode node, List<ChatEvent> events) {
    isMatched = true;
    if (!node.isTextual() || !node.textValue().isEmpty()) {
      events.add(new ChatEvent.Generated(rule.role() == Role.CALL));
    }
  }

  private void visible(Rules.Text rule, JsonNode node) {
    isMatched = true;
    if (!node.isTextual()) {
      notText = node.isContainerNode() && rule.isAbove() ? notText : node;
      return;
    }
    if (!node.textValue().isEmpty()) {
      found.append(node.textValue());
      isRefused |= rule.refused();
      hasOriginal |= !rule.isRepetition();
      carrier = rule;
    }
  }

  /** What is new in a text that holds all before it; one that does not takes that back. */
  private String added(String text, List<ChatEvent> events) {
    String old = before;
    before = text;
    if (text.startsWith(old)) {
      return text.substring(old.length());
    }
    events.add(new ChatEvent.Retracted(true));
    return text;
  }
}
