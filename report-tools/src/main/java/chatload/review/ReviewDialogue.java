package chatload.review;

import chatload.UserError;
import chatload.render.VisibleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Asks for what is open, outcome by outcome; an empty line leaves a question open. */
public final class ReviewDialogue {

  private final BufferedReader in;
  private final PrintWriter out;

  public ReviewDialogue(BufferedReader in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  /**
   * The answers that were given; none if the input ends.
   *
   * @throws IOException if the terminal can't be read
   */
  public List<ReviewEntry> ask(ReviewState state, Answers answers) throws IOException {
    List<ReviewEntry> given = new ArrayList<>();
    for (var outcome :
        state.failures().stream()
            .filter(judged -> !judged.hasRootCause())
            .map(judged -> judged.failure().outcome())
            .distinct()
            .sorted()
            .toList()) {
      long chats =
          state.failures().stream()
              .filter(judged -> judged.failure().outcome() == outcome && !judged.hasRootCause())
              .count();
      String cause =
          question(outcome + " (" + chats + " chats): cause? (" + Answers.causes() + ")");
      if (!cause.isEmpty()) {
        String note = question("What was found, and where?");
        accept(given, () -> answers.aboutOutcome(outcome.name(), cause, note));
      }
    }
    if (state.tuning().isEmpty()) {
      String tuning = question("Are rate limit, concurrency or time limits to be adjusted?");
      if (!tuning.isEmpty()) {
        accept(given, () -> answers.aboutTuning(tuning));
      }
    }
    return given;
  }

  private String question(String text) throws IOException {
    out.println(VisibleText.of(text));
    out.print("> ");
    out.flush();
    return Objects.requireNonNullElse(in.readLine(), "").strip();
  }

  private void accept(List<ReviewEntry> given, Supplier<ReviewEntry> answer) {
    try {
      given.add(answer.get());
    } catch (UserError e) {
      out.println("not recorded: " + e.getMessage() + ". " + e.hint());
    }
  }
}
