package chatload.signoff;

import chatload.render.Nodes;
import chatload.review.Box;
import chatload.review.Item;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/**
 * One box of the checklist. There is no other way to write one, and every open one is a {@link
 * Blocker}: so nothing closes above an open box.
 *
 * @param item what it is about
 * @param title the item in words
 * @param done whether something shows that it is done
 * @param evidence what shows it, or what is missing
 * @param acceptance who lets it stand although it is not done, and why
 */
public record Gate(
    Item item, Say title, boolean done, Say evidence, Optional<ReviewEntry> acceptance) {

  public static Gate of(Item item, Say title, boolean done, Say evidence, ReviewState review) {
    return new Gate(item, title, done, evidence, done ? Optional.empty() : review.acceptance(item));
  }

  /** Whether it keeps the closing shut. */
  boolean isOpen() {
    return !done && acceptance.isEmpty();
  }

  /** As an item of a list; an accepted one is ticked and says by whom and why. */
  List<Node> task(Wording words) {
    return ClosureNodes.task(!isOpen(), text(words));
  }

  /** Title and evidence, and who accepted it. */
  public List<Node> text(Wording words) {
    List<Node> text = new ArrayList<>(title.in(words));
    text.add(Nodes.text(" — "));
    text.addAll(evidence.in(words));
    acceptance.ifPresent(
        entry -> {
          text.add(Nodes.text(words.say(ClosurePhrase.ACCEPTED_BY)));
          text.addAll(saidBy(entry));
        });
    return text;
  }

  /** The note, who wrote it and when. */
  static List<Node> saidBy(ReviewEntry entry) {
    return List.of(
        Nodes.foreign(entry.reviewer()),
        Nodes.text(": "),
        Nodes.foreign(entry.note()),
        Nodes.text(" ("),
        Nodes.foreign(entry.at()),
        Nodes.text(")"));
  }

  private String line(Wording words) {
    Say all = this::text;
    return all.line(words);
  }

  public Box box(Wording words) {
    Box.State state = done ? Box.State.DONE : isOpen() ? Box.State.OPEN : Box.State.ACCEPTED;
    return new Box(item, state, line(words));
  }
}
