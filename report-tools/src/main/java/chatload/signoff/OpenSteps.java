package chatload.signoff;

import chatload.review.Answers;
import chatload.review.Item;
import chatload.review.Judged;
import chatload.text.ShellWords;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The commands that are left when only people stand between a PASS and its closing. */
public final class OpenSteps {

  private static final String REPOSITORY = "OWNER/NAME";

  private OpenSteps() {}

  /**
   * One line for a shell each, with gaps in capitals; none if nothing is left, or if something
   * forbids closing that people can't accept.
   *
   * @param directory the report directory, seen from where the commands are run
   */
  public static List<String> lines(ClosureCase closure, String directory) {
    if (closure.mayClose() || !leadToClosing(closure)) {
      return List.of();
    }
    List<Item> open =
        Checklist.all(closure).stream().filter(Gate::isOpen).map(Gate::item).distinct().toList();
    List<String> lines = new ArrayList<>();
    if (open.contains(Item.ROOT_CAUSES) || open.contains(Item.DEPENDENCIES)) {
      closure.review().failures().stream()
          .filter(judged -> !judged.hasRootCause())
          .map(Judged::failure)
          .map(failure -> failure.outcome().name())
          .distinct()
          .forEach(
              outcome ->
                  lines.add(
                      line("review", directory, "--all-of", outcome, "--cause", "CAUSE", "--note")
                          + quoted(Answers.PLACEHOLDER)));
    }
    for (Item item : open) {
      switch (item) {
        case ROOT_CAUSES, DEPENDENCIES -> {}
        case TUNING ->
            lines.add(
                line("review", directory, "--tuning")
                    + quoted("no change needed: " + Answers.PLACEHOLDER));
        default ->
            lines.add(
                line("review", directory, "--accept", item.key(), "--note")
                    + quoted(Answers.PLACEHOLDER));
      }
    }
    lines.add(prepare(closure.options(), directory));
    return lines;
  }

  private static boolean leadToClosing(ClosureCase closure) {
    return closure.job().status() == Verdict.Status.PASS
        && closure.job().caveats().isEmpty()
        && RunKey.isSingle(closure.job())
        && closure.findings().isEmpty()
        && Checklist.all(closure).stream()
            .filter(Gate::isOpen)
            .allMatch(gate -> gate.item().isAcceptable());
  }

  /** The command that writes the documents again, about the same issue, epic and repository. */
  public static String prepare(ClosureOptions options, String directory) {
    List<String> more = new ArrayList<>();
    if (options.issue() != ClosureRequest.DEFAULT_ISSUE) {
      more.addAll(List.of("--issue", Integer.toString(options.issue())));
    }
    if (options.epic() != ClosureRequest.DEFAULT_EPIC) {
      more.addAll(List.of("--epic", Integer.toString(options.epic())));
    }
    more.addAll(List.of("--repo", options.repo() == null ? REPOSITORY : options.repo()));
    return line("prepare", directory, more.toArray(String[]::new));
  }

  private static String line(String command, String directory, String... more) {
    List<String> words = new ArrayList<>(List.of("./loadtest", command, "--report-dir", directory));
    words.addAll(Arrays.asList(more));
    return ShellWords.join(words);
  }

  private static String quoted(String gap) {
    return " \"" + gap + "\"";
  }
}
