package chatload.protocol.mapping;

import chatload.protocol.ChatEvent;
import chatload.protocol.errors.Flaw;
import chatload.protocol.mapping.Mapping.EndBy;
import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the reply of one chat is whole, and why it ended. Nothing but what the protocol's file
 * calls an end is one; where it has reasons, one has to be said, and where its marker is required,
 * that has to come.
 */
final class EndReading {

  private final Mapping mapping;

  /** The parts of the reply, such as its choices, that were seen, and those that have ended. */
  private final Set<String> seen = new HashSet<>();

  private final Set<String> ended = new HashSet<>();
  private Flaw flaw;
  private boolean isFinished;
  private boolean isOver;

  EndReading(Mapping mapping) {
    this.mapping = mapping;
  }

  boolean isMarker(String data) {
    return mapping.marker != null && data != null && data.strip().equals(mapping.marker.text());
  }

  /** Whether the reply has ended, though its marker may still be due. */
  boolean isFinished() {
    return isFinished && !isOver;
  }

  /** Whether a rule calls an event the end. */
  boolean isBy(Mapping.Meanings rules, JsonNode json) {
    if (mapping.endBy != EndBy.RULE) {
      return false;
    }
    for (Rules.Match rule : rules.ends()) {
      if (rule.at() == null || rule.at().first(json) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds what an event says of the end.
   *
   * @param kind of the event, for messages
   * @param isEnd whether a rule calls it the end
   */
  void read(
      Mapping.Meanings rules, String kind, JsonNode json, boolean isEnd, List<ChatEvent> events) {
    for (Rules.Reason rule : rules.reasons()) {
      if (rule.in() == null) {
        reason(rule, kind, json, events);
      } else {
        rule.in().each(json, object -> reason(rule, kind, object, events));
      }
    }
    if (isEnd) {
      events.add(isFinished && !isOver ? new ChatEvent.Malformed("a second end") : finish());
    } else if (mapping.endBy == EndBy.REASON
        && !isFinished
        && !ended.isEmpty()
        && ended.containsAll(seen)) {
      events.add(finish());
    }
  }

  private void reason(Rules.Reason rule, String kind, JsonNode object, List<ChatEvent> events) {
    String part = "";
    if (rule.of() != null) {
      JsonNode of = rule.of().first(object);
      part = of == null ? "" : of.asText();
      seen.add(part);
    }
    JsonNode said = rule.at() == null ? object : rule.at().first(object);
    if (said == null && rule.absent() == null) {
      return;
    }
    ended.add(part);
    String words = said == null || rule.at() == null ? kind : said.asText();
    Meaning meaning =
        said == null
            ? rule.absent()
            : rule.means() == null
                ? rule.otherwise()
                : rule.means().getOrDefault(words, rule.otherwise());
    Flaw found = meaning.flaw(words);
    if (found != null && found.kind() == Flaw.Kind.ERROR) {
      events.add(new ChatEvent.ServiceError("the reply ended with finish reason " + words));
    }
    if (flaw == null || found != null && found.kind().compareTo(flaw.kind()) < 0) {
      flaw = found;
    }
  }

  private ChatEvent finish() {
    boolean isReasonDue = !mapping.meanings.reasons().isEmpty() && ended.isEmpty();
    if (isReasonDue) {
      return truncated("the end came without a reason for it");
    }
    isFinished = true;
    if (mapping.marker != null && mapping.marker.isRequired() && !isOver) {
      return ChatEvent.Other.KNOWN;
    }
    return over();
  }

  private ChatEvent over() {
    isOver = true;
    return new ChatEvent.Terminal(flaw, null);
  }

  /** The marker has come. */
  ChatEvent marker() {
    if (mapping.endBy == EndBy.MARKER && !isFinished) {
      return finishByMarker();
    }
    if (!isFinished) {
      return truncated(mapping.marker.text() + " came before the end of the reply");
    }
    return isOver ? ChatEvent.Other.KNOWN : over();
  }

  private ChatEvent finishByMarker() {
    isOver = true;
    return finish();
  }

  /**
   * The response has ended as it should.
   *
   * @param isCut whether that cut an event
   */
  ChatEvent atEnd(boolean isCut) {
    if (isOver) {
      return ChatEvent.Other.KNOWN;
    }
    if (isFinished) {
      return truncated("the stream ended without " + mapping.marker.text());
    }
    return isCut || mapping.endBy != EndBy.RESPONSE ? ChatEvent.Other.UNKNOWN : finish();
  }

  private static ChatEvent truncated(String why) {
    return new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, why);
  }
}
