package chatload.closure;

import chatload.render.Nodes;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureNodes;
import chatload.signoff.ClosurePhrase;
import chatload.signoff.FileNames;
import chatload.signoff.OpenSteps;
import chatload.verdict.Verdict;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What to do now: close, do what is left, or run again. */
final class NextSection {

  private final ClosureCase closure;
  private final Wording words;

  NextSection(ClosureCase closure, Wording words) {
    this.closure = closure;
    this.words = words;
  }

  List<Node> blocks() {
    return closure.mayClose() ? closing() : notClosing(true);
  }

  /**
   * What people still have to do, or if that is not all: keep, tell, run again.
   *
   * @param tell whether to say what the issue is to be told; not where it is just being told
   */
  List<Node> notClosing(boolean tell) {
    List<String> left = OpenSteps.lines(closure, closure.options().directory());
    return left.isEmpty()
        ? afterFailure(tell)
        : List.of(
            Nodes.heading(2, words.say(ClosurePhrase.TO_OPEN)),
            Nodes.paragraph(words.say(ClosurePhrase.TO_OPEN_HOW)),
            ClosureNodes.shell(left.toArray(String[]::new)));
  }

  private List<Node> closing() {
    return List.of(
        Nodes.heading(2, words.say(ClosurePhrase.CLOSING)),
        Nodes.bullets(
            List.of(
                List.of(
                    Nodes.text(
                        words.say(
                            ClosurePhrase.CLOSE_BY_STEPS,
                            FileNames.steps(closure.options().issue())))),
                List.of(
                    Nodes.text(
                        words.say(ClosurePhrase.CLOSE_BY_SCRIPT, closure.options().commands()))))));
  }

  private ClosurePhrase rerun() {
    if (closure.job().status() != Verdict.Status.PASS) {
      return ClosurePhrase.RERUN;
    }
    return RerunCommand.isForReal(closure)
        ? ClosurePhrase.RERUN_FOR_REAL
        : ClosurePhrase.RERUN_SAME;
  }

  private List<Node> afterFailure(boolean tell) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(ClosurePhrase.AFTER_FAILURE)));
    List<List<Node>> items = new ArrayList<>();
    items.add(List.of(Nodes.text(words.say(ClosurePhrase.KEEP))));
    if (tell && closure.job().status() != Verdict.Status.PASS) {
      String issue = Integer.toString(closure.options().issue());
      items.add(
          List.of(Nodes.text(words.say(ClosurePhrase.TELL, issue, closure.options().comment()))));
    }
    items.add(List.of(Nodes.text(words.say(rerun()))));
    blocks.add(Nodes.bullets(items));
    blocks.add(ClosureNodes.shell(RerunCommand.line(closure)));
    blocks.add(Nodes.paragraph(words.say(ClosurePhrase.SECRET_NOTE)));
    if (RerunCommand.needsProtocolFile(closure.job())) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.OWN_PROTOCOL)));
    }
    if (RerunCommand.needsFallbackFile(closure.job())) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.OTHER_FALLBACKS)));
    }
    if (!closure.job().caveats().isEmpty()) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.CLOSABLE_RERUN)));
    }
    return blocks;
  }
}
