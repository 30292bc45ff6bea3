package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.document.Failure;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.review.Judged;
import chatload.review.ReviewState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;

/** Which chats failed, how, and what people found out about them. */
final class FailuresSection {

  private final ReviewState review;
  private final Words words;

  FailuresSection(ReviewState review, Words words) {
    this.review = review;
    this.words = words;
  }

  /** What failures are counted by. */
  private record Group(String scenario, String outcome, String cause) {
    static Group of(Judged judged) {
      return new Group(
          judged.scenario(), judged.failure().outcome().name(), judged.failure().cause().label());
    }
  }

  /**
   * Counts and samples.
   *
   * @param most samples that are shown of each group
   */
  List<Node> blocks(int most) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(Phrase.FAILURES)));
    if (review.failures().isEmpty()) {
      blocks.add(Nodes.paragraph(words.say(Phrase.NO_FAILURES)));
      return blocks;
    }
    Map<Group, List<Judged>> groups = new LinkedHashMap<>();
    review
        .failures()
        .forEach(
            judged ->
                groups.computeIfAbsent(Group.of(judged), key -> new ArrayList<>()).add(judged));
    String all = Integer.toString(review.failures().size());
    blocks.add(Nodes.paragraph(words.say(Phrase.FAILURES_COUNT, all)));
    blocks.add(counts(groups));
    List<Judged> samples =
        groups.values().stream().flatMap(group -> group.stream().limit(most)).toList();
    if (!samples.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(Phrase.SAMPLES)));
      blocks.add(samples(samples));
    }
    if (samples.size() < review.failures().size()) {
      String shown = Integer.toString(samples.size());
      blocks.add(Nodes.paragraph(words.say(Phrase.SAMPLES_SHOWN, shown, all)));
    }
    return blocks;
  }

  private Node counts(Map<Group, List<Judged>> groups) {
    Table table =
        new Table()
            .words(words.say(Phrase.SCENARIO))
            .words(words.say(Phrase.OUTCOME))
            .words(words.say(Phrase.CAUSE))
            .figures(words.say(Phrase.COUNT))
            .figures(words.say(Phrase.NOT_JUDGED));
    groups.forEach(
        (group, judged) ->
            table.row(
                List.of(
                    Nodes.text(group.scenario()),
                    Nodes.code(group.outcome()),
                    Nodes.text(group.cause()),
                    Nodes.text(Integer.toString(judged.size())),
                    Nodes.text(Long.toString(judged.stream().filter(Judged::isOpen).count())))));
    return table.build();
  }

  private Node samples(List<Judged> samples) {
    Table table =
        new Table()
            .words(words.say(Phrase.SCENARIO))
            .words(words.say(Phrase.TRACE_ID))
            .words(words.say(Phrase.STARTED))
            .words(words.say(Phrase.STATUS))
            .words(words.say(Phrase.OUTCOME))
            .words(words.say(Phrase.ERROR))
            .words(words.say(Phrase.JUDGED));
    for (Judged judged : samples) {
      Failure failure = judged.failure();
      table.cells(
          List.of(
              List.of(Nodes.text(judged.scenario())),
              List.of(Nodes.foreign(failure.traceId())),
              List.of(Nodes.foreign(failure.startedAt())),
              List.of(Nodes.text(failure.status() == null ? "—" : failure.status().toString())),
              List.of(Nodes.code(failure.outcome().name())),
              List.of(Nodes.foreign(failure.error())),
              answer(judged)));
    }
    return table.build();
  }

  private static List<Node> answer(Judged judged) {
    return judged
        .answer()
        .map(
            entry -> List.of(Nodes.text(entry.cause().label() + ": "), Nodes.foreign(entry.note())))
        .orElse(List.of(Nodes.text("—")));
  }
}
