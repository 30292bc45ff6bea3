package chatload.review;

import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * What one person said at one time. All texts are untrusted.
 *
 * @param at wall clock, ISO-8601 UTC
 * @param reviewer who said it
 * @param about what it is about
 * @param traceId the chat, if it is about one; else null
 * @param outcome the outcome, if it is about all chats that ended so; else null
 * @param cause whose fault it is; null if it is about tuning
 * @param note how they know, or what is to be adjusted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReviewEntry(
    String at,
    String reviewer,
    About about,
    String traceId,
    Outcome outcome,
    Cause cause,
    String note) {

  public ReviewEntry {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(reviewer, "reviewer");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(note, "note");
    boolean fits =
        switch (about) {
          case TRACE -> traceId != null && outcome == null && cause != null;
          case OUTCOME -> traceId == null && outcome != null && cause != null;
          case TUNING -> traceId == null && outcome == null && cause == null;
        };
    if (!fits) {
      throw new IllegalArgumentException("an entry about " + about + " with other fields than it");
    }
  }

  /** What an answer can be about. */
  public enum About {
    /** One failed chat. */
    TRACE,
    /** All failed chats with one outcome. */
    OUTCOME,
    /** Whether rate limit, concurrency or time limits are to be adjusted. */
    TUNING
  }

  public static ReviewEntry ofTrace(
      String at, String reviewer, String traceId, Cause cause, String note) {
    return new ReviewEntry(at, reviewer, About.TRACE, traceId, null, cause, note);
  }

  public static ReviewEntry ofOutcome(
      String at, String reviewer, Outcome outcome, Cause cause, String note) {
    return new ReviewEntry(at, reviewer, About.OUTCOME, null, outcome, cause, note);
  }

  public static ReviewEntry ofTuning(String at, String reviewer, String note) {
    return new ReviewEntry(at, reviewer, About.TUNING, null, null, null, note);
  }
}
