package chatload.document;

import chatload.render.Nodes;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/** {@code OVERVIEW.md}: the verdict first, then what it rests on, then what to do. */
final class Overview {

  private final JobResult job;
  private final Wording wording;

  private Overview(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  /**
   * @param charts what to show after the results; nothing where it can't be shown
   */
  static Node compose(JobResult job, Attachments attachments, Wording wording, List<Node> charts) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, wording.say(OverviewPhrase.TITLE)));
    blocks.add(new Overview(job, wording).verdict(attachments.preflight()));
    blocks.addAll(new OverviewStop(job, wording).blocks(attachments.preflight()));
    blocks.addAll(results(job, wording));
    blocks.addAll(new OverviewMeasurements(job, wording).blocks());
    blocks.addAll(new OverviewFiles(job, wording).blocks(attachments));
    blocks.addAll(charts);
    blocks.addAll(new OverviewRun(job, wording).blocks(attachments.preflight()));
    blocks.addAll(new OverviewChats(job, wording).blocks());
    blocks.addAll(new OverviewNext(job, wording).blocks(attachments.preflight()));
    return Nodes.document(blocks);
  }

  /** The beginning of it: verdict, what stopped the job, results, and why. */
  static Node verdict(JobResult job, Attachments attachments, Wording wording) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, wording.say(OverviewPhrase.TITLE)));
    blocks.add(new Overview(job, wording).verdict(attachments.preflight()));
    blocks.addAll(new OverviewStop(job, wording).blocks(attachments.preflight()));
    blocks.addAll(results(job, wording));
    return Nodes.document(blocks);
  }

  private static List<Node> results(JobResult job, Wording wording) {
    Results results = new Results(job, wording);
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, wording.say(CommonPhrase.RESULTS)));
    blocks.add(results.table());
    List<List<Node>> reasons = results.reasons(Integer.MAX_VALUE);
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(2, wording.say(CommonPhrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    return blocks;
  }

  private Node verdict(Optional<Preflight> preflight) {
    List<List<Node>> items = new ArrayList<>();
    items.add(List.of(Nodes.text("Overall Result: "), Nodes.strong(job.status().name())));
    items.add(
        List.of(
            Nodes.text(
                Headline.of(
                    job, preflight.filter(found -> found.stopped(job)).isPresent(), wording))));
    job.conflicts().forEach(conflict -> items.add(wording.nodes(conflict)));
    job.marks()
        .forEach(
            (mark, scenarios) ->
                items.add(List.of(Nodes.strong(wording.say(mark, String.join(", ", scenarios))))));
    return Nodes.bullets(items);
  }
}
