package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.render.Nodes;
import java.util.List;
import org.commonmark.node.Node;

/** Something to be said in whatever language a document is in. */
interface Say {

  List<Node> in(Words words);

  /** A phrase without words from elsewhere. */
  static Say of(Phrase phrase, String... figures) {
    return words -> List.of(Nodes.text(words.say(phrase, figures)));
  }

  /** Words that are the same in every language. */
  static Say text(String own) {
    return words -> List.of(Nodes.text(own));
  }
}
