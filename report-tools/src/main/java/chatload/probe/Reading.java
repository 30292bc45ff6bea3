package chatload.probe;

import chatload.preflight.Answer;
import chatload.run.Millis;
import chatload.run.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One answer as a protocol reads it.
 *
 * @param protocol its name
 * @param outcome how the chat counts
 * @param error null if the outcome is OK
 * @param events all of them, in order
 * @param known how many of them the protocol knows
 * @param texts how many of them have text that a user sees
 * @param end the event that ended the reply, as it is shown; null if none did
 * @param firstTextNanos since the chat's start; negative if there was no text
 * @param endNanos the same of the end of the reply
 * @param maxGapNanos longest time between two texts; negative below two
 * @param isOfItsType whether the response has the content type of the protocol
 * @param isBare whether anything at all can be a reply in the protocol
 */
public record Reading(
    String protocol,
    Outcome outcome,
    String error,
    List<Seen> events,
    int known,
    int texts,
    String end,
    long firstTextNanos,
    long endNanos,
    long maxGapNanos,
    boolean isOfItsType,
    boolean isBare) {

  /** The better the more of the answer the protocol explains. */
  static final Comparator<Reading> BY_FIT =
      Comparator.<Reading, Boolean>comparing(reading -> !reading.isBare)
          .thenComparing(Reading::share)
          .thenComparing(Reading::known);

  /**
   * An event.
   *
   * @param nanos since the chat's start
   * @param bytes its beginning, safe to print
   * @param meaning safe to print
   */
  public record Seen(long nanos, String bytes, String meaning) {}

  public Reading {
    events = List.copyOf(events);
  }

  /** Whether it is the protocol's, as far as one can tell: it knows most of the events. */
  boolean isRecognised() {
    return isOfItsType && known > 0 && 2 * known >= events.size();
  }

  /** Which part of the events the protocol knows. */
  private double share() {
    return events.isEmpty() ? 0 : (double) known / events.size();
  }

  /** As the preflight sees an answer, so that it can say what to do about it. */
  public Answer asAnswer(Received received) {
    return new Answer(
        "",
        true,
        received.status(),
        Map.of("content-type", received.contentType()),
        "",
        null,
        0,
        outcome,
        error,
        new Answer.Stream(
            millis(firstTextNanos), millis(endNanos), texts, millis(maxGapNanos), null),
        false);
  }

  private static Double millis(long nanos) {
    return nanos < 0 ? null : Millis.ofNanos(nanos);
  }

  /** {@code openai-chat: knows 14 of 14 events, 12 with text, ended by data: [DONE]}. */
  String inWords() {
    return protocol
        + ": knows "
        + known
        + " of "
        + events.size()
        + (events.size() == 1 ? " event, " : " events, ")
        + texts
        + " with text, "
        + (end == null ? "no end" : "ended by " + end);
  }
}
