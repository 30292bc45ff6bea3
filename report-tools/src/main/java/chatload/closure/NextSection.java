package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.render.Nodes;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What to do now: close, do what is left, or run again. */
final class NextSection {

  private final ClosureCase closure;
  private final Words words;

  NextSection(ClosureCase closure, Words words) {
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
            Nodes.heading(2, words.say(Phrase.TO_OPEN)),
            Nodes.paragraph(words.say(Phrase.TO_OPEN_HOW)),
            Words.shell(left.toArray(String[]::new)));
  }

  private List<Node> closing() {
    return List.of(
        Nodes.heading(2, words.say(Phrase.CLOSING)),
        Nodes.bullets(
            List.of(
                List.of(
                    Nodes.text(
                        words.say(Phrase.CLOSE_BY_STEPS, Names.steps(closure.options().issue())))),
                List.of(
                    Nodes.text(words.say(Phrase.CLOSE_BY_SCRIPT, closure.options().commands()))))));
  }

  private List<Node> afterFailure(boolean tell) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(Phrase.AFTER_FAILURE)));
    List<List<Node>> items = new ArrayList<>();
    items.add(List.of(Nodes.text(words.say(Phrase.KEEP))));
    if (tell && closure.job().status() != Verdict.Status.PASS) {
      items.add(List.of(Nodes.text(words.sayNumbers(Phrase.TELL, closure.options().comment()))));
    }
    items.add(List.of(Nodes.text(words.say(Phrase.RERUN))));
    blocks.add(Nodes.bullets(items));
    blocks.add(Words.shell(RerunCommand.line(closure)));
    blocks.add(Nodes.paragraph(words.say(Phrase.SECRET_NOTE)));
    if (RerunCommand.needsFallbackFile(closure.job())) {
      blocks.add(Nodes.paragraph(words.say(Phrase.OTHER_FALLBACKS)));
    }
    if (!closure.job().marks().isEmpty()) {
      blocks.add(Nodes.paragraph(words.say(Phrase.CLOSABLE_RERUN)));
    }
    return blocks;
  }
}
