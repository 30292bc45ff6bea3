package chatload.document;

import chatload.preflight.PreflightFile;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.run.Outcome;
import chatload.verdict.Caveat;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.commonmark.node.Node;

/** What to look at next, as far as it follows from the results. */
final class OverviewNext {

  private final JobResult job;
  private final Wording wording;

  OverviewNext(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks(PreflightFile preflight) {
    List<List<Node>> steps = new ArrayList<>();
    if (!preflight.failed().isEmpty()) {
      add(steps, OverviewPhrase.NEXT_PRECONDITIONS);
    }
    if (job.isMixed()) {
      add(steps, OverviewPhrase.NEXT_ONE_JOB);
    }
    addAbout(steps, OverviewPhrase.NEXT_RUN_ALL, result -> result.manifest().isEmpty());
    if (hasReason(Reason.Kind.GENERATOR_PROBLEM)
        || hasReason(Reason.Kind.GENERATOR_FAILURES)
        || hasReason(Reason.Kind.GENERATOR_LATE)) {
      add(steps, OverviewPhrase.NEXT_GENERATOR);
    }
    addFailures(steps);
    steps.addAll(new OverviewAdvice(job, wording).items());
    addAbout(steps, OverviewPhrase.NEXT_SLOW, OverviewNext::isSlow);
    if (!job.notPersisted().isEmpty()) {
      add(steps, OverviewPhrase.NEXT_NOT_PERSISTED, String.join(", ", job.notPersisted()));
    }
    addConclusion(steps);
    return List.of(Nodes.heading(2, wording.say(OverviewPhrase.NEXT)), Nodes.bullets(steps));
  }

  private void addConclusion(List<List<Node>> steps) {
    if (job.mayClose()) {
      steps.add(
          wording.quoting(
              OverviewPhrase.NEXT_REVIEW,
              "./loadtest review --report-dir … --tuning \"no change needed: WHY\""));
      steps.add(
          wording.quoting(
              OverviewPhrase.NEXT_PREPARE, "./loadtest prepare --report-dir … --repo OWNER/NAME"));
      return;
    }
    if (job.caveats().containsKey(Caveat.EMBEDDED_TARGET)) {
      add(steps, OverviewPhrase.NEXT_REAL_TARGET);
    }
    if (job.caveats().containsKey(Caveat.NOT_PRESET)) {
      add(steps, OverviewPhrase.NEXT_PRESET);
    }
    if (job.caveats().containsKey(Caveat.TLS_NOT_VERIFIED)) {
      add(steps, OverviewPhrase.NEXT_VERIFIED);
    }
    if (!job.expected().leftOut().isEmpty()) {
      add(steps, OverviewPhrase.NEXT_WHOLE);
    }
    if (job.status() != Verdict.Status.PASS) {
      add(steps, OverviewPhrase.NEXT_AGAIN);
    }
  }

  /** Those with a record only: a chat without one has no trace id to look up. */
  private void addFailures(List<List<Node>> steps) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (ScenarioResult result : job.scenarios()) {
      result
          .evidence()
          .map(evidence -> evidence.chats().outcomes())
          .orElse(Map.of())
          .forEach((outcome, count) -> counts.merge(outcome, count, Integer::sum));
    }
    counts.keySet().removeIf(outcome -> !outcome.isFailure());
    counts.entrySet().stream()
        .max(
            Map.Entry.<Outcome, Integer>comparingByValue()
                .thenComparing(entry -> -entry.getKey().ordinal()))
        .ifPresent(
            most ->
                steps.add(
                    wording.quoting(
                        OverviewPhrase.NEXT_FAILURES,
                        most.getKey().name(),
                        most.getValue().toString())));
  }

  private void addAbout(List<List<Node>> steps, Phrase phrase, Predicate<ScenarioResult> applies) {
    List<String> scenarios =
        job.scenarios().stream().filter(applies).map(ScenarioResult::scenario).toList();
    if (!scenarios.isEmpty()) {
      add(steps, phrase, String.join(", ", scenarios));
    }
  }

  private void add(List<List<Node>> steps, Phrase phrase, String... figures) {
    steps.add(List.of(Nodes.text(wording.say(phrase, figures))));
  }

  private boolean hasReason(Reason.Kind kind) {
    return job.scenarios().stream()
        .flatMap(result -> result.verdict().reasons().stream())
        .anyMatch(reason -> reason.kind() == kind);
  }

  private static boolean isSlow(ScenarioResult result) {
    return result.verdict().checks().stream()
        .anyMatch(check -> check.metric().isOfTimes() && check.hasData() && !check.met());
  }
}
