package chatload.review;

import chatload.result.Failure;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.text.VisibleText;
import chatload.tool.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks for what is open, one question after the other. Each answer is recorded before the next
 * question, so that whoever is called away loses nothing.
 */
public final class ReviewDialogue {

  private static final String SKIP = "s";
  private static final String LEAVE = "q";

  private final BufferedReader in;
  private final PrintWriter out;
  private final Answers answers;
  private final Consumer<ReviewEntry> record;
  private boolean left;

  /**
   * @param record told each answer as soon as it was given
   */
  public ReviewDialogue(
      BufferedReader in, PrintWriter out, Answers answers, Consumer<ReviewEntry> record) {
    this.in = in;
    this.out = out;
    this.answers = answers;
    this.record = record;
  }

  /**
   * Asks until everything was answered or skipped, or the input ends.
   *
   * @param boxes the items; those that wait for people are asked for
   * @throws IOException if the terminal can't be read
   */
  public void ask(ReviewState state, List<Box> boxes) throws IOException {
    say("Enter or " + SKIP + " skips a question, " + LEAVE + " leaves; every answer is kept.");
    List<Outcome> outcomes =
        state.failures().stream()
            .filter(judged -> !judged.hasRootCause())
            .map(judged -> judged.failure().outcome())
            .distinct()
            .sorted()
            .toList();
    for (Outcome outcome : outcomes) {
      aboutOutcome(outcome, state);
    }
    for (Box box : boxes) {
      if (box.waitsForPeople() && !box.item().isAboutFailures()) {
        aboutItem(box);
      }
    }
  }

  private void aboutOutcome(Outcome outcome, ReviewState state) throws IOException {
    List<Failure> failures =
        state.failures().stream()
            .filter(judged -> judged.failure().outcome() == outcome && !judged.hasRootCause())
            .map(Judged::failure)
            .toList();
    Failure example = failures.get(0);
    String usual = likely(failures);
    Optional<String> cause =
        question(
            outcome
                + ": "
                + failures.size()
                + (failures.size() == 1 ? " chat" : " chats")
                + ", such as trace id "
                + example.traceId()
                + ": \""
                + example.error()
                + "\"\n  Whose fault? "
                + Answers.causes()
                + (usual.isEmpty() ? "" : " (Enter: " + usual + ")"),
            usual,
            Answers::requireCause);
    if (cause.isPresent()) {
      entry(
          "  What was found, and where?",
          note -> answers.aboutOutcome(outcome.name(), cause.get(), note));
    }
  }

  /** What the records suggest for most of these chats; empty if they suggest nothing. */
  private static String likely(List<Failure> failures) {
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    failures.forEach(failure -> counts.merge(failure.cause(), 1, Integer::sum));
    counts.remove(Cause.UNKNOWN);
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> most.getKey().label())
        .orElse("");
  }

  private void aboutItem(Box box) throws IOException {
    if (box.item() == Item.TUNING) {
      entry(
          "Are rate limit, concurrency or time limits to be adjusted? If not, say why not.",
          answers::aboutTuning);
    } else {
      entry(
          "Not done: " + box.text() + "\n  May it stay so? Then say why.",
          note -> answers.aboutItem(box.item().key(), note));
    }
  }

  private void entry(String text, Function<String, ReviewEntry> answer) throws IOException {
    Optional<ReviewEntry> given = question(text, "", answer);
    given.ifPresent(
        entry -> {
          record.accept(entry);
          say("  Recorded.");
        });
  }

  /**
   * Asks until the answer can be used.
   *
   * @param usual what Enter stands for; empty if it leaves the question open
   * @return empty if the question is left open
   */
  private <T> Optional<T> question(String text, String usual, Function<String, T> answer)
      throws IOException {
    while (!left) {
      text.lines().forEach(this::say);
      out.print("> ");
      out.flush();
      String line = in.readLine();
      left = line == null || line.strip().equals(LEAVE);
      String typed = left || line.isBlank() ? usual : line.strip();
      if (left || typed.isEmpty() || typed.equals(SKIP)) {
        return Optional.empty();
      }
      try {
        return Optional.of(answer.apply(typed));
      } catch (UserError e) {
        say("  Not recorded: " + e.getMessage() + ". " + e.hint());
      }
    }
    return Optional.empty();
  }

  private void say(String line) {
    out.println(VisibleText.of(line));
  }
}
