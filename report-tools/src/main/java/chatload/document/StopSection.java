package chatload.document;

import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightFile;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.result.JobResult;
import chatload.result.TraceLinks;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.List;
import org.commonmark.node.Node;

/** What the preflight found, where it is why no load was sent. */
public final class StopSection {

  private StopSection() {}

  public static boolean applies(JobResult job, PreflightFile preflight) {
    return !job.wasRun() && !preflight.failed().isEmpty();
  }

  /** Nothing where it does not apply. */
  public static List<Node> blocks(JobResult job, PreflightFile preflight, Wording wording) {
    if (!applies(job, preflight)) {
      return List.of();
    }
    TraceLinks traces = TraceLinks.of(job);
    Table table =
        new Table()
            .words(wording.say(CommonPhrase.CHECK))
            .words(wording.say(CommonPhrase.OBSERVED))
            .words(wording.say(CommonPhrase.FIX))
            .words(wording.say(CommonPhrase.TRACE_ID));
    for (PreflightCheck check : preflight.failed()) {
      table.row(
          List.of(
              Nodes.foreign(check.name()),
              Nodes.foreign(check.observed()),
              Nodes.foreign(check.fix()),
              traces.node(check.traceId())));
    }
    return List.of(Nodes.heading(2, wording.say(CommonPhrase.STOPPED)), table.build());
  }
}
