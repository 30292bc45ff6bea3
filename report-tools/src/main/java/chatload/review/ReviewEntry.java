package chatload.review;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.text.Visible;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one person said at one time. All texts are untrusted, but a reader sees something in each.
 *
 * @param at wall clock, ISO-8601 UTC
 * @param reviewer who said it
 * @param about what it is about
 * @param traceId the chat, if it is about one; else null
 * @param outcome the outcome, if it is about all chats that ended so; else null
 * @param item the item of the checklist, if it is about one; else null
 * @param cause whose fault it is, if it is about chats; else null
 * @param note how they know, what is to be adjusted, or why an item may stay as it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReviewEntry(
    String at,
    String reviewer,
    About about,
    String traceId,
    Outcome outcome,
    @JsonInclude(JsonInclude.Include.NON_NULL) Item item,
    Cause cause,
    String note) {

  public ReviewEntry {
    requireWords("at", at);
    requireWords("reviewer", reviewer);
    requireWords("note", note);
    Objects.requireNonNull(about, "about");
    boolean fits =
        switch (about) {
          case TRACE -> traceId != null && cause != null;
          case OUTCOME -> outcome != null && cause != null;
          case TUNING -> true;
          case ACCEPT -> item != null && item.isAcceptable();
        };
    long fields = Stream.of(traceId, outcome, item, cause).filter(Objects::nonNull).count();
    if (!fits || fields != about.fields) {
      throw new IllegalArgumentException("an entry about " + about + " with other fields than it");
    }
  }

  /** What an answer can be about. */
  public enum About {
    /** One failed chat. */
    TRACE(2),
    /** All failed chats with one outcome. */
    OUTCOME(2),
    /** Whether rate limit, concurrency or time limits are to be adjusted. */
    TUNING(0),
    /** An item of the checklist that is not done and may stay so. */
    ACCEPT(1);

    /** How many of trace id, outcome, item and cause it has. */
    private final int fields;

    About(int fields) {
      this.fields = fields;
    }
  }

  public static ReviewEntry ofTrace(
      String at, String reviewer, String traceId, Cause cause, String note) {
    return new ReviewEntry(at, reviewer, About.TRACE, traceId, null, null, cause, note);
  }

  public static ReviewEntry ofOutcome(
      String at, String reviewer, Outcome outcome, Cause cause, String note) {
    return new ReviewEntry(at, reviewer, About.OUTCOME, null, outcome, null, cause, note);
  }

  public static ReviewEntry ofTuning(String at, String reviewer, String note) {
    return new ReviewEntry(at, reviewer, About.TUNING, null, null, null, null, note);
  }

  /**
   * An item that a reviewer lets stand.
   *
   * @throws IllegalArgumentException if that is not up to people
   */
  public static ReviewEntry ofItem(String at, String reviewer, Item item, String note) {
    return new ReviewEntry(at, reviewer, About.ACCEPT, null, null, item, null, note);
  }

  /** Whether a name or a reason stands there: at least one letter or digit that a reader sees. */
  static boolean saysSomething(String text) {
    return text != null
        && Visible.isVisible(
            text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
  }

  private static void requireWords(String field, String text) {
    if (!saysSomething(text)) {
      throw new IllegalArgumentException("an entry whose " + field + " shows no letter or digit");
    }
  }
}
