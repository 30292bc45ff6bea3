package chatload.closure;

import chatload.review.Box;
import chatload.signoff.Blocker;
import chatload.signoff.Checklist;
import chatload.signoff.ClosureCase;
import chatload.signoff.OpenSteps;
import chatload.verdict.Verdict;
import chatload.words.Wording;
import java.util.List;

/**
 * What came of writing closing documents.
 *
 * @param status the verdict
 * @param documents paths of those that were written, seen from the report directory
 * @param left paths outside the directory where they stood before, which were not named again
 * @param remembered options that would close where they did before, if no repository was named
 * @param blockers why nothing may be closed, for the terminal; empty if it may
 * @param boxes every box of the checklist
 * @param steps the commands that are left if only people stand in the way; else none
 * @param inOrder whether nothing was found to be wrong with the directory
 * @param requireReview whether open items were asked to end {@code prepare} with exit code 5
 */
public record ClosureResult(
    Verdict.Status status,
    List<String> documents,
    List<String> left,
    List<String> remembered,
    List<String> blockers,
    List<Box> boxes,
    List<String> steps,
    boolean inOrder,
    boolean requireReview) {

  public ClosureResult {
    documents = List.copyOf(documents);
    left = List.copyOf(left);
    remembered = List.copyOf(remembered);
    blockers = List.copyOf(blockers);
    boxes = List.copyOf(boxes);
    steps = List.copyOf(steps);
  }

  static ClosureResult of(
      ClosureCase closure,
      List<String> documents,
      List<String> left,
      List<String> remembered,
      String directory) {
    return new ClosureResult(
        closure.job().status(),
        documents,
        left,
        remembered,
        Blocker.of(closure).stream().map(blocker -> blocker.line(Wording.ENGLISH)).toList(),
        Checklist.all(closure).stream().map(gate -> gate.box(Wording.ENGLISH)).toList(),
        OpenSteps.lines(closure, directory),
        closure.findings().isEmpty(),
        closure.options().requireReview());
  }
}
