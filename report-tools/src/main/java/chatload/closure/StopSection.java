package chatload.closure;

import chatload.preflight.PreflightCheck;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.signoff.ClosureCase;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.List;
import org.commonmark.node.Node;

/** What the preflight found, where it is why no load was sent. */
final class StopSection {

  private StopSection() {}

  static boolean applies(ClosureCase closure) {
    return !closure.job().wasRun() && !failed(closure).isEmpty();
  }

  /** Nothing where it does not apply. */
  static List<Node> blocks(ClosureCase closure, Wording words) {
    if (!applies(closure)) {
      return List.of();
    }
    Table table =
        new Table()
            .words(words.say(CommonPhrase.CHECK))
            .words(words.say(CommonPhrase.OBSERVED))
            .words(words.say(CommonPhrase.FIX))
            .words(words.say(CommonPhrase.TRACE_ID));
    for (PreflightCheck check : failed(closure)) {
      table.row(
          List.of(
              Nodes.foreign(check.name()),
              Nodes.foreign(check.observed()),
              Nodes.foreign(check.fix()),
              Nodes.foreign(check.traceId())));
    }
    return List.of(Nodes.heading(2, words.say(CommonPhrase.STOPPED)), table.build());
  }

  private static List<PreflightCheck> failed(ClosureCase closure) {
    return closure.preflight().report().stream()
        .flatMap(report -> report.checks().stream())
        .filter(check -> !check.passed())
        .toList();
  }
}
