package chatload.document;

import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.Preflight;
import chatload.result.Preflight.Checked;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/** What the preflight found, where it is why no load was sent. */
final class OverviewStop {

  private final JobResult job;
  private final Wording wording;

  OverviewStop(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  /** Nothing if something was run, or no check failed. */
  List<Node> blocks(Optional<Preflight> preflight) {
    if (preflight.filter(found -> found.stopped(job)).isEmpty()) {
      return List.of();
    }
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.CHECK))
            .words(wording.say(CommonPhrase.OBSERVED))
            .words(wording.say(CommonPhrase.FIX))
            .words(wording.say(CommonPhrase.TRACE_ID));
    for (Checked check : preflight.get().checks()) {
      if (check.failed()) {
        table.row(
            List.of(
                Nodes.foreign(check.name()),
                Nodes.foreign(check.observed()),
                Nodes.foreign(check.fix()),
                Nodes.foreign(check.traceId())));
      }
    }
    return List.of(Nodes.heading(2, wording.say(CommonPhrase.STOPPED)), table.build());
  }
}
