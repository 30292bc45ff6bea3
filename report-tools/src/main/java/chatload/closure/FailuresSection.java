package chatload.closure;

import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.Failure;
import chatload.result.TraceLinks;
import chatload.review.Judged;
import chatload.review.ReviewState;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosurePhrase;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;

/** Which chats failed, how, and what people found out about them. */
final class FailuresSection {

  private final ReviewState review;
  private final TraceLinks traces;
  private final Wording words;

  FailuresSection(ClosureCase closure, Wording words) {
    this.review = closure.review();
    this.traces = TraceLinks.of(closure.job());
    this.words = words;
  }

  /** What failures are counted by. */
  private record Group(String scenario, Outcome outcome, Cause cause) {
    static Group of(Judged judged) {
      return new Group(judged.scenario(), judged.failure().outcome(), judged.failure().cause());
    }
  }

  /**
   * Counts and samples.
   *
   * @param most samples that are shown of each group
   */
  List<Node> blocks(int most) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(ClosurePhrase.FAILURES)));
    if (review.failures().isEmpty()) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.NO_FAILURES)));
      return blocks;
    }
    Map<Group, List<Judged>> groups = new LinkedHashMap<>();
    review
        .failures()
        .forEach(
            judged ->
                groups.computeIfAbsent(Group.of(judged), key -> new ArrayList<>()).add(judged));
    String all = Integer.toString(review.failures().size());
    blocks.add(Nodes.paragraph(words.say(ClosurePhrase.FAILURES_COUNT, all)));
    blocks.add(counts(groups));
    List<Judged> samples =
        groups.values().stream().flatMap(group -> group.stream().limit(most)).toList();
    if (!samples.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(ClosurePhrase.SAMPLES)));
      blocks.add(samples(samples));
    }
    if (samples.size() < review.failures().size()) {
      String shown = Integer.toString(samples.size());
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.SAMPLES_SHOWN, shown, all)));
    }
    return blocks;
  }

  private Node counts(Map<Group, List<Judged>> groups) {
    Table table =
        new Table()
            .words(words.say(CommonPhrase.SCENARIO))
            .words(words.say(CommonPhrase.OUTCOME))
            .words(words.say(ClosurePhrase.CAUSE))
            .figures(words.say(CommonPhrase.FAILED))
            .figures(words.say(ClosurePhrase.NOT_JUDGED));
    groups.forEach(
        (group, judged) ->
            table.row(
                List.of(
                    Nodes.text(group.scenario()),
                    Nodes.code(group.outcome().name()),
                    Nodes.text(words.say(group.cause())),
                    Nodes.text(Integer.toString(judged.size())),
                    Nodes.text(Long.toString(judged.stream().filter(Judged::isOpen).count())))));
    return table.build();
  }

  private Node samples(List<Judged> samples) {
    Table table =
        new Table()
            .words(words.say(CommonPhrase.SCENARIO))
            .words(words.say(CommonPhrase.TRACE_ID))
            .words(words.say(CommonPhrase.STARTED))
            .words(words.say(CommonPhrase.STATUS))
            .words(words.say(CommonPhrase.OUTCOME))
            .words(words.say(CommonPhrase.ERROR))
            .words(words.say(ClosurePhrase.JUDGED));
    for (Judged judged : samples) {
      Failure failure = judged.failure();
      table.cells(
          List.of(
              List.of(Nodes.text(judged.scenario())),
              List.of(traces.node(failure.traceId())),
              List.of(Nodes.foreign(failure.startedAt())),
              List.of(Nodes.text(failure.status() == null ? "—" : failure.status().toString())),
              List.of(Nodes.code(failure.outcome().name())),
              List.of(Nodes.foreign(failure.error())),
              answer(judged)));
    }
    return table.build();
  }

  private List<Node> answer(Judged judged) {
    return judged
        .answer()
        .map(
            entry ->
                List.of(Nodes.text(words.say(entry.cause()) + ": "), Nodes.foreign(entry.note())))
        .orElse(List.of(Nodes.text("—")));
  }
}
