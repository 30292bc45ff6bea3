package chatload.closure;

import chatload.document.JobResult;
import chatload.preflight.PreflightFile;
import chatload.render.Nodes;
import chatload.review.Box;
import chatload.review.ReviewState;
import chatload.run.ReportDir;
import chatload.words.CommonPhrase;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** Everything that must be done or accepted before anything is closed, in the order it is shown. */
public final class Checklist {

  private Checklist() {}

  /**
   * Boxes under one heading.
   *
   * @param gates at least one
   */
  record Section(Phrase title, List<Gate> gates) {
    Section {
      gates = List.copyOf(gates);
    }

    List<Node> blocks(Wording words) {
      return List.of(
          Nodes.heading(2, words.say(title)),
          Nodes.bullets(gates.stream().map(gate -> gate.task(words)).toList()));
    }
  }

  static Section preconditions(ClosureCase closure) {
    return new Section(
        CommonPhrase.PRECONDITIONS,
        new Preconditions(closure.job(), closure.preflight(), closure.review()).gates());
  }

  static Section deliverables(ClosureCase closure) {
    return new Section(ClosurePhrase.DELIVERABLES, new Deliverables(closure).gates());
  }

  static Section review(ClosureCase closure) {
    return new Section(
        ClosurePhrase.REVIEW, new HumanReview(closure.job(), closure.review()).gates());
  }

  /** Every box of every section. */
  static List<Gate> all(ClosureCase closure) {
    return Stream.of(preconditions(closure), deliverables(closure), review(closure))
        .flatMap(section -> section.gates().stream())
        .toList();
  }

  /** What the terminal shows before closing documents are written, in English. */
  public static List<Box> boxes(ReportDir dir, JobResult job, ReviewState review) {
    return Stream.concat(
            new Preconditions(job, PreflightFile.read(dir.preflight()), review).gates().stream(),
            new HumanReview(job, review).gates().stream())
        .map(gate -> gate.box(Wording.ENGLISH))
        .toList();
  }
}
