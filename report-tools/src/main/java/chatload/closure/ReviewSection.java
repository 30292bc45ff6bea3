package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.review.Judged;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.commonmark.node.Node;

/** Section 5 of the checklist: what people judged, and what they still have to. */
final class ReviewSection {

  private final ClosureCase closure;
  private final ReviewState review;
  private final Words words;

  ReviewSection(ClosureCase closure, Words words) {
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
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(Phrase.REVIEW)));
    blocks.add(Nodes.bullets(List.of(allPass(), rootCauses(), dependencies(), tuning())));
    int skipped = Math.max(0, review.entries().size() - most);
    List<ReviewEntry> shown = review.entries().subList(skipped, review.entries().size());
    if (!shown.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(Phrase.ANSWERS)));
      blocks.add(answers(shown));
    }
    if (skipped > 0) {
      blocks.add(Nodes.paragraph(words.say(Phrase.MORE_ANSWERS, Integer.toString(skipped))));
    }
    return blocks;
  }

  private List<Node> allPass() {
    List<String> others =
        closure.job().scenarios().stream()
            .filter(result -> result.verdict().status() != Verdict.Status.PASS)
            .map(result -> result.scenario() + " " + result.verdict().status())
            .toList();
    String evidence =
        review.allPass()
            ? "OVERVIEW.md"
            : words.say(
                Phrase.NOT_ALL_PASS,
                others.isEmpty() ? closure.job().status().name() : String.join(", ", others));
    return item(Phrase.ITEM_ALL_PASS, ReviewState.Item.ALL_PASS, evidence);
  }

  private List<Node> rootCauses() {
    return item(
        Phrase.ITEM_ROOT_CAUSES,
        ReviewState.Item.ROOT_CAUSES,
        review.failures().isEmpty()
            ? words.say(Phrase.NOTHING_FAILED)
            : words.say(Phrase.JUDGED_COUNT, count(Judged::hasRootCause), all()));
  }

  private List<Node> dependencies() {
    return item(
        Phrase.ITEM_DEPENDENCIES,
        ReviewState.Item.DEPENDENCIES,
        review.failures().isEmpty()
            ? words.say(Phrase.NOTHING_FAILED)
            : words.say(
                Phrase.EXTERNAL_COUNT,
                count(judged -> !judged.isOpen()),
                all(),
                count(Judged::isExternal)));
  }

  private List<Node> tuning() {
    List<Node> what = List.of(Nodes.text(words.say(Phrase.ITEM_TUNING)));
    if (review.tuning().isEmpty()) {
      return Checklist.item(false, what, List.of(Nodes.text(words.say(Phrase.NO_TUNING))));
    }
    ReviewEntry latest = review.tuning().get(review.tuning().size() - 1);
    return Checklist.item(
        true,
        what,
        List.of(
            Nodes.foreign(latest.note()),
            Nodes.text(" ("),
            Nodes.foreign(latest.reviewer()),
            Nodes.text(", "),
            Nodes.foreign(latest.at()),
            Nodes.text(")")));
  }

  private List<Node> item(Phrase phrase, ReviewState.Item item, String evidence) {
    return Checklist.item(
        review.isDone(item), List.of(Nodes.text(words.say(phrase))), List.of(Nodes.text(evidence)));
  }

  private Node answers(List<ReviewEntry> entries) {
    Table table =
        new Table()
            .words(words.say(Phrase.WHEN))
            .words(words.say(Phrase.WHO))
            .words(words.say(Phrase.ABOUT))
            .words(words.say(Phrase.JUDGED))
            .words(words.say(Phrase.NOTE));
    for (ReviewEntry entry : entries) {
      table.row(
          List.of(
              Nodes.foreign(entry.at()),
              Nodes.foreign(entry.reviewer()),
              about(entry),
              Nodes.text(entry.cause() == null ? "—" : entry.cause().label()),
              Nodes.foreign(entry.note())));
    }
    return table.build();
  }

  private Node about(ReviewEntry entry) {
    return switch (entry.about()) {
      case TRACE -> Nodes.foreign(entry.traceId());
      case OUTCOME -> Nodes.code(entry.outcome().name());
      case TUNING -> Nodes.text(words.say(Phrase.ABOUT_TUNING));
    };
  }

  private String count(Predicate<Judged> which) {
    return Long.toString(review.failures().stream().filter(which).count());
  }

  private String all() {
    return Integer.toString(review.failures().size());
  }
}
