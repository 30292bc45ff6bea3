package chatload.signoff;

import chatload.files.ReportDir;
import chatload.preflight.PreflightFile;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.review.Box;
import chatload.review.ReviewState;
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
  public record Section(Phrase title, List<Gate> gates) {
    public Section {
      gates = List.copyOf(gates);
    }

    public List<Node> blocks(Wording words) {
      return List.of(
          Nodes.heading(2, words.say(title)),
          Nodes.bullets(gates.stream().map(gate -> gate.task(words)).toList()));
    }
  }

  public static Section preconditions(ClosureCase closure) {
    return new Section(
        CommonPhrase.PRECONDITIONS,
        new Preconditions(closure.job(), closure.preflight(), closure.review()).gates());
  }

  public static Section deliverables(ClosureCase closure) {
    return new Section(ClosurePhrase.DELIVERABLES, new Deliverables(closure).gates());
  }

  public static Section review(ClosureCase closure) {
    return new Section(
        ClosurePhrase.REVIEW, new HumanReview(closure.job(), closure.review()).gates());
  }

  /** Every box of every section. */
  public static List<Gate> all(ClosureCase closure) {
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
