package chatload.closure;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.verdict.Mark;
import chatload.verdict.Verdict;
import chatload.verification.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One reason why nothing may be closed.
 *
 * @param phrase how it is said
 * @param figures our own figures and names for its gaps
 * @param quote words from elsewhere; null if the phrase has no gap for them
 */
record Blocker(Phrase phrase, List<String> figures, String quote) {

  Blocker {
    figures = List.copyOf(figures);
  }

  /** Empty when the issue and its epic may be closed. */
  static List<Blocker> of(ClosureCase closure) {
    List<Blocker> blockers = new ArrayList<>();
    Verdict.Status status = closure.job().status();
    if (status != Verdict.Status.PASS) {
      blockers.add(own(Phrase.BLOCKED_VERDICT, status.name()));
    }
    for (Map.Entry<Mark, List<String>> mark : closure.job().marks().entrySet()) {
      if (mark.getKey().forbidsClosing()) {
        blockers.add(own(phrase(mark.getKey()), String.join(", ", mark.getValue())));
      }
    }
    if (!RunKey.isSingle(closure.job())) {
      blockers.add(own(Phrase.BLOCKED_RUN_ID));
    }
    if (closure.options().requireReview() && !closure.review().open().isEmpty()) {
      blockers.add(own(Phrase.BLOCKED_REVIEW, Integer.toString(closure.review().open().size())));
    }
    for (Finding finding : closure.findings()) {
      blockers.add(new Blocker(Phrase.BLOCKED_FINDING, List.of(), finding.line()));
    }
    return blockers;
  }

  private static Phrase phrase(Mark mark) {
    return mark == Mark.EMBEDDED_TARGET ? Phrase.BLOCKED_EMBEDDED : Phrase.BLOCKED_NOT_PRESET;
  }

  private static Blocker own(Phrase phrase, String... figures) {
    return new Blocker(phrase, List.of(figures), null);
  }
}
