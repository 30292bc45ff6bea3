package chatload.closure;

import chatload.document.Results;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** What was measured, what the limits are, and why it is not a PASS. */
final class ResultsSection {

  private ResultsSection() {}

  /**
   * Table and reasons.
   *
   * @param most reasons that are listed per scenario
   */
  static List<Node> blocks(JobResult job, Wording words, int most) {
    Results results = new Results(job, words);
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(2, words.say(CommonPhrase.RESULTS)));
    blocks.add(results.table());
    List<List<Node>> reasons = new ArrayList<>();
    job.conflicts().forEach(conflict -> reasons.add(words.nodes(conflict)));
    reasons.addAll(results.reasons(most));
    if (!reasons.isEmpty()) {
      blocks.add(Nodes.heading(3, words.say(CommonPhrase.WHY)));
      blocks.add(Nodes.bullets(reasons));
    }
    return blocks;
  }
}
