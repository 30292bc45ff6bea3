package chatload.closure;

import chatload.document.Headline;
import chatload.document.Results;
import chatload.document.StopSection;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.run.RunManifest;
import chatload.signoff.Blocker;
import chatload.signoff.Checklist;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosurePhrase;
import chatload.signoff.Say;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonmark.node.Node;

/** The first lines of every closing document: what came out, of what, and what it allows. */
final class VerdictSection {

  private final ClosureCase closure;
  private final Wording words;

  VerdictSection(ClosureCase closure, Wording words) {
    this.closure = closure;
    this.words = words;
  }

  /**
   * The lines and, if nothing may be closed, why.
   *
   * @param most reasons that are listed
   */
  List<Node> blocks(int most) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.bullets(lines()));
    List<Say> blockers = Blocker.of(closure);
    if (blockers.isEmpty()) {
      blocks.add(Nodes.paragraph(words.say(ClosurePhrase.MAY_CLOSE, closure.options().numbers())));
      List<List<Node>> accepted =
          Checklist.all(closure).stream()
              .filter(gate -> gate.acceptance().isPresent())
              .map(gate -> gate.text(words))
              .toList();
      if (!accepted.isEmpty()) {
        blocks.add(Nodes.paragraph(words.say(ClosurePhrase.ACCEPTED_ITEMS)));
        blocks.add(Nodes.bullets(accepted));
      }
      return blocks;
    }
    blocks.add(
        Nodes.paragraph(words.say(ClosurePhrase.MAY_NOT_CLOSE, closure.options().numbers())));
    List<List<Node>> items = new ArrayList<>();
    blockers.stream().limit(most).map(blocker -> blocker.in(words)).forEach(items::add);
    if (blockers.size() > most) {
      items.add(
          List.of(
              Nodes.text(
                  words.say(
                      ClosurePhrase.BLOCKED_MORE, Integer.toString(blockers.size() - most)))));
    }
    blocks.add(Nodes.bullets(items));
    return blocks;
  }

  private List<List<Node>> lines() {
    JobResult job = closure.job();
    List<List<Node>> lines = new ArrayList<>();
    lines.add(List.of(Nodes.text("Overall Result: "), Nodes.strong(job.status().name())));
    lines.add(
        List.of(
            Nodes.text(Headline.of(job, StopSection.applies(job, closure.preflight()), words))));
    lines.addAll(new Results(job, words).warnings());
    job.caveats()
        .forEach(
            (caveat, scenarios) ->
                lines.add(List.of(Nodes.strong(words.say(caveat, String.join(", ", scenarios))))));
    lines.add(words.quoting(ClosurePhrase.RUN, closure.options().runId()));
    List<RunManifest> runs = job.manifests();
    runs.stream()
        .map(run -> List.of(run.config().url(), run.target().kind()))
        .distinct()
        .forEach(
            target -> lines.add(words.quoting(ClosurePhrase.TARGET, target.get(0), target.get(1))));
    if (!runs.isEmpty()) {
      lines.add(words.quoting(ClosurePhrase.TIME, from(runs) + " – " + until(runs)));
    }
    return lines;
  }

  private static String from(List<RunManifest> runs) {
    return runs.stream().map(RunManifest::startedAt).sorted().findFirst().orElseThrow();
  }

  /** A question mark if a run has no end. */
  private static String until(List<RunManifest> runs) {
    if (runs.stream().map(RunManifest::finishedAt).anyMatch(Objects::isNull)) {
      return "?";
    }
    return runs.stream()
        .map(RunManifest::finishedAt)
        .sorted()
        .reduce((one, later) -> later)
        .orElseThrow();
  }
}
