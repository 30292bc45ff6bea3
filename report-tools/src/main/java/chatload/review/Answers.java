package chatload.review;

import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.tool.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what a reviewer typed into entries, and refuses what is about nothing that happened. */
public final class Answers {

  /** Trace ids that an error message lists at most. */
  private static final int MOST_LISTED = 10;

  /** Stands in commands that are shown, where people put their own reason. */
  public static final String PLACEHOLDER = "WHY";

  private static final Pattern UNCHANGED = Pattern.compile("\\b" + PLACEHOLDER + "\\b");

  private final ReviewState state;
  private final List<Box> boxes;
  private final String reviewer;
  private final String at;

  /**
   * @param state of the review so far
   * @param boxes the items
   * @param reviewer who answers
   * @param at now, ISO-8601 UTC
   * @throws UserError with exit code 2 if a reader would see no name of a reviewer
   */
  public Answers(ReviewState state, List<Box> boxes, String reviewer, String at) {
    if (!ReviewEntry.saysSomething(reviewer)) {
      throw UserError.usage(
          "nobody can see who judges: the name shows no letter or digit",
          "Say it with --reviewer NAME.");
    }
    this.state = state;
    this.boxes = List.copyOf(boxes);
    this.reviewer = reviewer.strip();
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

  /**
   * Lets an item stand although it is not done.
   *
   * @param key as {@link Item#key()} gives it
   * @throws UserError with exit code 2 if no item of that name waits for people, or the note says
   *     nothing
   */
  public ReviewEntry aboutItem(String key, String note) {
    List<Item> waiting =
        boxes.stream().filter(Box::waitsForPeople).map(Box::item).distinct().toList();
    Item wanted =
        waiting.stream()
            .filter(item -> item.key().equals(key.toLowerCase(Locale.ROOT).replace('_', '-')))
            .findFirst()
            .orElseThrow(
                () ->
                    UserError.usage(
                        "--accept: no open item of that name is up to a reviewer",
                        waiting.isEmpty()
                            ? "None is open."
                            : accepted(waiting.stream().map(Item::key).toList())));
    return ReviewEntry.ofItem(at, reviewer, wanted, note(note, "--note"));
  }

  /** The causes that an answer can name, in words. */
  public static String causes() {
    return Arrays.stream(Cause.values()).map(Cause::label).collect(Collectors.joining(", "));
  }

  /**
   * The same label again.
   *
   * @throws UserError with exit code 2 if there is no such cause
   */
  static String requireCause(String label) {
    return cause(label).label();
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
    if (!ReviewEntry.saysSomething(note)) {
      throw UserError.usage(
          option + " is missing or shows no letter or digit",
          "Say in a sentence what was found and where, or why it is so.");
    }
    if (UNCHANGED.matcher(note).find()) {
      throw UserError.usage(
          option + " still says " + PLACEHOLDER, "Put your own reason in its place.");
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
