package chatload.closure;

import chatload.document.StopSection;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureNodes;
import chatload.signoff.ClosurePhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** {@code ISSUE-<n>-COMMENT.md}: what the issue is told. Nobody there can follow a file link. */
final class CommentDocument {

  private CommentDocument() {}

  static String compose(ClosureCase closure) {
    return SizeLimit.fit(most -> compose(closure, most));
  }

  private static String compose(ClosureCase closure, int most) {
    Wording words = new Wording(closure.options().language());
    List<Node> blocks = new ArrayList<>();
    blocks.add(
        Nodes.heading(1, words.say(ClosurePhrase.COMMENT_TITLE, closure.options().numbers())));
    blocks.addAll(new VerdictSection(closure, words).blocks(most));
    blocks.addAll(StopSection.blocks(closure.job(), closure.preflight(), words));
    blocks.addAll(ResultsSection.blocks(closure.job(), words, most));
    blocks.addAll(new FailuresSection(closure, words).blocks(most));
    blocks.addAll(new ReviewSection(closure, words).blocks(most));
    if (!closure.mayClose()) {
      blocks.addAll(new NextSection(closure, words).notClosing(false));
    }
    blocks.addAll(files(closure, words));
    blocks.add(ClosureNodes.marker(closure.options().runId()));
    return Markdown.render(Nodes.document(blocks));
  }

  private static List<Node> files(ClosureCase closure, Wording words) {
    List<List<Node>> items = new ArrayList<>();
    items.add(List.of(Nodes.code(closure.options().closure())));
    closure.reports().keySet().forEach(name -> items.add(List.of(Nodes.code(name))));
    return List.of(Nodes.heading(2, words.say(ClosurePhrase.FILES)), Nodes.bullets(items));
  }
}
