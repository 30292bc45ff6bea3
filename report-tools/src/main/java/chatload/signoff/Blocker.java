package chatload.signoff;

import chatload.render.Nodes;
import chatload.verdict.Verdict;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** The reasons why nothing may be closed. */
public final class Blocker {

  private Blocker() {}

  /** Empty when the issue and its epic may be closed. */
  public static List<Say> of(ClosureCase closure) {
    List<Say> blockers = new ArrayList<>();
    Verdict.Status status = closure.job().status();
    if (status != Verdict.Status.PASS) {
      blockers.add(Say.of(ClosurePhrase.BLOCKED_VERDICT, status.name()));
    }
    closure
        .job()
        .caveats()
        .forEach(
            (caveat, scenarios) ->
                blockers.add(
                    words -> List.of(Nodes.text(words.say(caveat, String.join(", ", scenarios))))));
    if (!RunKey.isSingle(closure.job())) {
      blockers.add(Say.of(ClosurePhrase.BLOCKED_RUN_ID));
    }
    if (closure.options().repo() == null) {
      blockers.add(Say.of(ClosurePhrase.BLOCKED_REPO));
    }
    Checklist.all(closure).stream()
        .filter(Gate::isOpen)
        .forEach(gate -> blockers.add(words -> open(gate, words)));
    closure
        .findings()
        .forEach(
            finding ->
                blockers.add(
                    words -> words.quoting(ClosurePhrase.BLOCKED_FINDING, finding.line())));
    return blockers;
  }

  private static List<Node> open(Gate gate, Wording words) {
    List<Node> line = new ArrayList<>();
    line.add(Nodes.text(words.say(ClosurePhrase.BLOCKED_OPEN, gate.item().key())));
    line.addAll(gate.text(words));
    return line;
  }
}
