package chatload.closure;

import chatload.settings.Settings.Language;
import chatload.verdict.Verdict;
import java.util.List;

/**
 * What came of writing closing documents.
 *
 * @param status the verdict
 * @param documents their paths, seen from the report directory
 * @param blockers why nothing may be closed, for the terminal; empty if it may
 * @param reviewBlocks whether items that people must judge keep everything open
 */
public record Prepared(
    Verdict.Status status, List<String> documents, List<String> blockers, boolean reviewBlocks) {

  public Prepared {
    documents = List.copyOf(documents);
    blockers = List.copyOf(blockers);
  }

  static Prepared of(ClosureCase closure, List<String> documents) {
    Words english =
        new Words(
            ClosurePhrases.in(Language.EN), closure.options().issue(), closure.options().epic());
    return new Prepared(
        closure.job().status(),
        documents,
        Blocker.of(closure).stream().map(english::plain).toList(),
        closure.options().requireReview() && !closure.review().open().isEmpty());
  }
}
