package chatload.closure;

import chatload.document.StopSection;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.signoff.Checklist;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureNodes;
import chatload.signoff.ClosurePhrase;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** {@code ISSUE-<n>-CLOSURE.md}: the checklist, item by item, with what ticks it. */
final class ClosureDocument {

  private ClosureDocument() {}

  static String compose(ClosureCase closure) {
    return SizeLimit.fit(most -> compose(closure, most));
  }

  private static String compose(ClosureCase closure, int most) {
    Wording words = new Wording(closure.options().language());
    List<Node> blocks = new ArrayList<>();
    Phrase title = closure.mayClose() ? ClosurePhrase.CLOSURE_TITLE : ClosurePhrase.RECORD_TITLE;
    blocks.add(Nodes.heading(1, words.say(title, closure.options().numbers())));
    blocks.addAll(new VerdictSection(closure, words).blocks(most));
    blocks.addAll(StopSection.blocks(closure.job(), closure.preflight(), words));
    blocks.addAll(ResultsSection.blocks(closure.job(), words, most));
    blocks.addAll(new FailuresSection(closure, words).blocks(Math.min(most, 5)));
    blocks.addAll(Checklist.preconditions(closure).blocks(words));
    blocks.addAll(Checklist.deliverables(closure).blocks(words));
    blocks.addAll(new ReviewSection(closure, words).blocks(most));
    blocks.addAll(new NextSection(closure, words).blocks());
    blocks.add(ClosureNodes.marker(closure.options().runId()));
    return Markdown.render(Nodes.document(blocks));
  }
}
