package chatload.closure;

import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.TraceLinks;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.signoff.Checklist;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosurePhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What people judged, and what they still have to. */
final class ReviewSection {

  private final ClosureCase closure;
  private final ReviewState review;
  private final Wording words;

  ReviewSection(ClosureCase closure, Wording words) {
    this.closure = closure;
    this.review = closure.review();
    this.words = words;
  }

  /**
   * The items and the answers.
   *
   * @param most answers that are listed, the latest ones
   */
  List<Node> blocks(int most) {
    List<Node> blocks = new ArrayList<>(Checklist.review(closure).blocks(words));
    int skipped = Math.max(0, review.entries().size() - most);
    List<ReviewEntry> shown = review.entries().subList(skipped, review.entries().size());
    if (!shown.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(ClosurePhrase.ANSWERS)));
      blocks.add(answers(shown));
    }
    if (skipped > 0) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.MORE_ANSWERS, Integer.toString(skipped))));
    }
    return blocks;
  }

  private Node answers(List<ReviewEntry> entries) {
    Table table =
        new Table()
            .words(words.say(ClosurePhrase.WHEN))
            .words(words.say(ClosurePhrase.WHO))
            .words(words.say(ClosurePhrase.ABOUT))
            .words(words.say(ClosurePhrase.JUDGED))
            .words(words.say(ClosurePhrase.NOTE));
    for (ReviewEntry entry : entries) {
      table.row(
          List.of(
              Nodes.foreign(entry.at()),
              Nodes.foreign(entry.reviewer()),
              about(entry),
              Nodes.text(entry.cause() == null ? "—" : words.say(entry.cause())),
              Nodes.foreign(entry.note())));
    }
    return table.build();
  }

  private Node about(ReviewEntry entry) {
    return switch (entry.about()) {
      case TRACE -> TraceLinks.of(closure.job()).node(entry.traceId());
      case OUTCOME -> Nodes.code(entry.outcome().name());
      case TUNING -> Nodes.text(words.say(ClosurePhrase.ABOUT_TUNING));
      case ACCEPT -> Nodes.text(words.say(ClosurePhrase.ABOUT_ITEM, entry.item().key()));
    };
  }
}
