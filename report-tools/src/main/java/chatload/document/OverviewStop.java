package chatload.document;

import chatload.document.OverviewPhrases.Phrase;
import chatload.document.Preflight.Checked;
import chatload.render.Nodes;
import chatload.render.Table;
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
            .words(wording.say(Phrase.CHECK))
            .words(wording.say(Phrase.OBSERVED))
            .words(wording.say(Phrase.FIX))
            .words(wording.say(Phrase.TRACE_ID));
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
    return List.of(Nodes.heading(2, wording.say(Phrase.STOPPED)), table.build());
  }
}
