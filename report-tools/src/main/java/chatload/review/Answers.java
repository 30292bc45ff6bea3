package chatload.review;

import chatload.UserError;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Turns what a reviewer typed into entries, and refuses what is about nothing that happened. */
public final class Answers {

  /** Trace ids that an error message lists at most. */
  private static final int MOST_LISTED = 10;

  private final ReviewState state;
  private final String reviewer;
  private final String at;

  /**
   * @param state of the review so far
   * @param reviewer who answers
   * @param at now, ISO-8601 UTC
   */
  public Answers(ReviewState state, String reviewer, String at) {
    this.state = state;
    this.reviewer = Objects.requireNonNull(reviewer);
    this.at = Objects.requireNonNull(at);
  }

  /**
   * An answer about one failed chat.
   *
   * @throws UserError with exit code 2 if no failure has that trace id, there is no such cause, or
   *     the note is empty
   */
  public ReviewEntry aboutTrace(String traceId, String cause, String note) {
    List<String> known =
        state.failures().stream()
            .map(judged -> judged.failure().traceId())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (!known.contains(traceId)) {
      throw UserError.usage(
          "--trace: no failed chat of this run has that trace id", accepted(known));
    }
    return ReviewEntry.ofTrace(at, reviewer, traceId, cause(cause), note(note, "--note"));
  }

  /**
   * An answer about all chats that ended in one way.
   *
   * @throws UserError with exit code 2 if no chat ended so, there is no such cause, or the note is
   *     empty
   */
  public ReviewEntry aboutOutcome(String outcome, String cause, String note) {
    List<Outcome> known =
        state.failures().stream()
            .map(judged -> judged.failure().outcome())
            .distinct()
            .sorted()
            .toList();
    Outcome wanted =
        known.stream()
            .filter(one -> one.name().equals(outcome.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "--all-of: no chat of this run ended in that way",
                        accepted(known.stream().map(Outcome::name).toList())));
    return ReviewEntry.ofOutcome(at, reviewer, wanted, cause(cause), note(note, "--note"));
  }

  /**
   * What was decided about limits.
   *
   * @throws UserError with exit code 2 if it is empty
   */
  public ReviewEntry aboutTuning(String text) {
    return ReviewEntry.ofTuning(at, reviewer, note(text, "--tuning"));
  }

  /** The causes that an answer can name, in words. */
  public static String causes() {
    return Arrays.stream(Cause.values()).map(Cause::label).collect(Collectors.joining(", "));
  }

  private static Cause cause(String label) {
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                UserError.usage(
                    label == null ? "--cause is missing" : "--cause: there is no such cause",
                    "Use one of " + causes() + "."));
  }

  private static String note(String note, String option) {
    if (note == null || note.isBlank()) {
      throw UserError.usage(
          option + " is missing or empty", "Say in a sentence what was found and where.");
    }
    return note.strip();
  }

  private static String accepted(List<String> known) {
    if (known.isEmpty()) {
      return "There is nothing to answer: no chat failed.";
    }
    String listed = known.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    int more = known.size() - MOST_LISTED;
    return "Use one of " + listed + (more > 0 ? " or " + more + " more." : ".");
  }
}
