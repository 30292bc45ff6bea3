package chatload.document;

import chatload.preflight.PreflightFile;
import chatload.render.Nodes;
import chatload.result.Attachments;
import chatload.result.JobResult;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/**
 * {@code OVERVIEW.md}: the verdict, why, what to do next, the results, how chats ended, and the
 * evidence behind it all.
 */
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
    List<Node> blocks = beginning(job, attachments, wording);
    OverviewChats chats = new OverviewChats(job, wording);
    blocks.addAll(charts);
    blocks.addAll(new HowSure(job, wording).blocks());
    blocks.addAll(new Trends(job.scenarios(), wording).blocks());
    blocks.addAll(chats.endings());
    blocks.addAll(chats.times());
    blocks.addAll(new OverviewMeasurements(job, wording).blocks());
    blocks.addAll(new OverviewRun(job, wording).blocks(attachments.preflight()));
    blocks.addAll(new OverviewFiles(job, wording).blocks(attachments));
    return Nodes.document(blocks);
  }

  /** The beginning of it: verdict, what stopped the job, why, what to do next, and results. */
  static Node verdict(JobResult job, Attachments attachments, Wording wording) {
    return Nodes.document(beginning(job, attachments, wording));
  }

  private static List<Node> beginning(JobResult job, Attachments attachments, Wording wording) {
    PreflightFile preflight = attachments.preflight();
    Results results = new Results(job, wording);
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, title(job, wording)));
    blocks.add(new Overview(job, wording).verdict(preflight));
    blocks.addAll(StopSection.blocks(job, preflight, wording));
    List<List<Node>> reasons = results.reasons(Integer.MAX_VALUE);
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(2, wording.say(CommonPhrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    blocks.addAll(new OverviewNext(job, wording).blocks(preflight));
    blocks.add(Nodes.heading(2, wording.say(CommonPhrase.RESULTS)));
    blocks.add(results.table());
    return blocks;
  }

  /** The verdict, and what it is good for. */
  private static String title(JobResult job, Wording wording) {
    return wording.say(
        job.mayClose() ? OverviewPhrase.TITLE_VALID : OverviewPhrase.TITLE_NOT_VALID,
        job.status().name());
  }

  private Node verdict(PreflightFile preflight) {
    List<List<Node>> items = new ArrayList<>();
    items.add(List.of(Nodes.text("Overall Result: "), Nodes.strong(job.status().name())));
    items.add(List.of(Nodes.text(Headline.of(job, StopSection.applies(job, preflight), wording))));
    items.addAll(new Results(job, wording).warnings());
    job.conflicts().forEach(conflict -> items.add(wording.nodes(conflict)));
    job.caveats()
        .forEach(
            (caveat, scenarios) ->
                items.add(
                    List.of(Nodes.strong(wording.say(caveat, String.join(", ", scenarios))))));
    return Nodes.bullets(items);
  }
}
