package chatload.signoff;

import chatload.render.Nodes;
import chatload.text.VisibleText;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Something to be said in whatever language a document is in. */
public interface Say {

  List<Node> in(Wording words);

  /** A phrase without words from elsewhere. */
  public static Say of(Phrase phrase, String... figures) {
    return words -> List.of(Nodes.text(words.say(phrase, figures)));
  }

  /** Words that are the same in every language. */
  static Say text(String own) {
    return words -> List.of(Nodes.text(own));
  }

  /** As one visible line for the terminal. */
  default String line(Wording words) {
    StringBuilder line = new StringBuilder();
    Node all = Nodes.paragraph(in(words));
    all.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            line.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            line.append(code.getLiteral());
          }
        });
    return VisibleText.of(line.toString());
  }
}
