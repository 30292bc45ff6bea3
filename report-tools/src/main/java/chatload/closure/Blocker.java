package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.render.Nodes;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The reasons why nothing may be closed. */
final class Blocker {

  private Blocker() {}

  /** Empty when the issue and its epic may be closed. */
  static List<Say> of(ClosureCase closure) {
    List<Say> blockers = new ArrayList<>();
    Verdict.Status status = closure.job().status();
    if (status != Verdict.Status.PASS) {
      blockers.add(own(Phrase.BLOCKED_VERDICT, status.name()));
    }
    closure
        .job()
        .marks()
        .forEach(
            (mark, scenarios) ->
                blockers.add(words -> List.of(Nodes.text(words.say(mark, scenarios)))));
    if (!RunKey.isSingle(closure.job())) {
      blockers.add(own(Phrase.BLOCKED_RUN_ID));
    }
    if (closure.options().requireReview() && !closure.review().open().isEmpty()) {
      blockers.add(own(Phrase.BLOCKED_REVIEW, Integer.toString(closure.review().open().size())));
    }
    closure
        .findings()
        .forEach(
            finding ->
                blockers.add(words -> words.quoting(Phrase.BLOCKED_FINDING, finding.line())));
    return blockers;
  }

  private static Say own(Phrase phrase, String... figures) {
    return words -> List.of(Nodes.text(words.say(phrase, figures)));
  }
}
