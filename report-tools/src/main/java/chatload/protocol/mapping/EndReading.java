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
import java.util.function.Supplier;

/**
 * Whether the reply of one chat is whole, and why it ended. Nothing but what the protocol's file
 * calls an end is one; where it has reasons, one has to be said, and where its marker is required,
 * that has to come.
 */
final class EndReading {

  /** What does not say which part it is about is about the first. */
  private static final String FIRST_PART = "0";

  private final Mapping mapping;
  private final Supplier<Flaw> ofWhole;

  /** The parts of the reply, such as its choices, that were seen, and those that have ended. */
  private final Set<String> seen = new HashSet<>();

  private final Set<String> ended = new HashSet<>();
  private Flaw flaw;
  private boolean hasReason;
  private boolean isFinished;
  private boolean isOver;

  /**
   * @param ofWhole an error that only the whole reply shows; null for none
   */
  EndReading(Mapping mapping, Supplier<Flaw> ofWhole) {
    this.mapping = mapping;
    this.ofWhole = ofWhole;
  }

  boolean isMarker(String data) {
    return mapping.marker != null && data != null && data.strip().equals(mapping.marker.text());
  }

  /** Whether the reply has ended as far as events say, and more is due. */
  private boolean isFinished() {
    return isFinished && !isOver;
  }

  /** Whether a rule calls an event the end. */
  boolean isBy(Mapping.Meanings rules, JsonNode json) {
    return MappingReader.matches(rules.ends(), json);
  }

  /**
   * Adds what an event says of the end.
   *
   * @param kind of the event, for messages
   * @param isEnd whether a rule calls it the end
   */
  void read(
      Mapping.Meanings rules, String kind, JsonNode json, boolean isEnd, List<ChatEvent> events) {
    hasReason = false;
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
    String part = FIRST_PART;
    if (rule.of() != null) {
      JsonNode of = rule.of().first(object);
      part = of == null ? FIRST_PART : of.asText();
      seen.add(part);
    }
    JsonNode said = rule.at() == null ? object : said(rule.at().first(object));
    if (said == null && rule.absent() == null) {
      return;
    }
    hasReason = true;
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
    flaw = Flaw.worse(flaw, found);
  }

  /** Whether the last event that was read said why some part ends. */
  boolean hasReason() {
    return hasReason;
  }

  /** Some servers say of every event that there is no reason yet. */
  private static JsonNode said(JsonNode reason) {
    boolean isNone =
        reason != null
            && reason.isTextual()
            && (reason.textValue().isBlank() || reason.textValue().equals("null"));
    return isNone ? null : reason;
  }

  private ChatEvent finish() {
    boolean isReasonDue = !mapping.meanings.reasons().isEmpty() && ended.isEmpty();
    if (isReasonDue) {
      return truncated("the end came without a reason for it");
    }
    isFinished = true;
    return !isOver && (isMarkerDue() || isEndDue()) ? ChatEvent.Other.KNOWN : over();
  }

  private boolean isMarkerDue() {
    return mapping.marker != null && mapping.marker.isRequired();
  }

  /**
   * Some servers give a reason with every piece of the reply: only the end of the response, or a
   * marker, says which was the last one.
   */
  private boolean isEndDue() {
    return mapping.endBy == EndBy.REASON && !isMarkerDue();
  }

  /** Text has come behind what looked like the end; returns whether that can be. */
  boolean goesOn() {
    if (!isFinished()) {
      return true;
    }
    if (isEndDue()) {
      isFinished = false;
      ended.clear();
      return true;
    }
    return false;
  }

  private ChatEvent over() {
    isOver = true;
    Flaw error = ofWhole.get();
    return error == null
        ? new ChatEvent.Terminal(flaw, null)
        : new ChatEvent.ServiceError(error.words());
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
    if (isFinished && isMarkerDue()) {
      return truncated("the stream ended without " + mapping.marker.text());
    }
    if (isFinished) {
      return isCut ? truncated("the stream ended within an event") : over();
    }
    return isCut || mapping.endBy != EndBy.RESPONSE ? ChatEvent.Other.UNKNOWN : finish();
  }

  private static ChatEvent truncated(String why) {
    return new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, why);
  }
}
