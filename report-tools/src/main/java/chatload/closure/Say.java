package chatload.closure;

import java.util.List;
import org.commonmark.node.Node;

/** Something to be said in whatever language a document is in. */
interface Say {
  List<Node> in(Words words);
}
