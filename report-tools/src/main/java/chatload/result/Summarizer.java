package chatload.result;

import chatload.confidence.Confidence;
import chatload.confidence.Trend;
import chatload.gatling.GatlingRun;
import chatload.metric.Latencies;
import chatload.metric.Metrics;
import chatload.metric.Rounding;
import chatload.records.Expectation;
import chatload.records.RecordedChats;
import chatload.records.RunEvidence;
import chatload.result.Summary.Limits;
import chatload.result.Summary.Target;
import chatload.result.Summary.Totals;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Agreement;
import chatload.verdict.Caveat;
import chatload.verdict.Judge;
import chatload.verdict.PartJudge;
import chatload.verdict.PlanJudge;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums up and judges the evidence of one run. */
final class Summarizer {

  private Summarizer() {}

  static Summary summarize(
      RunEvidence evidence,
      GatlingRun gatling,
      Expectation expected,
      Set<Caveat> caveats,
      List<Reason> further) {
    RecordedChats chats = evidence.chats();
    Latencies latencies = chats.latencies();
    Agreement agreement = Agreement.of(gatling, evidence, latencies, expected.isByScenarios());
    List<Reason> doubts = new ArrayList<>(agreement.differences());
    evidence.manifest().ifPresent(run -> doubts.addAll(PlanJudge.doubts(expected, run)));
    doubts.addAll(further);
    Verdict judged = Judge.judge(evidence, latencies, doubts);
    Verdict verdict = expected.part().map(part -> PartJudge.alone(part, judged)).orElse(judged);
    List<Failure> failures = Failures.of(chats);
    RunManifest run = evidence.manifest().orElse(null);
    return new Summary(
        Summary.SCHEMA_VERSION,
        run == null ? null : run.runId(),
        evidence.scenario(),
        run == null ? null : run.startedAt(),
        run == null ? null : run.finishedAt(),
        run == null ? null : run.config(),
        run == null ? null : new Limits(run.thresholds(), !caveats.contains(Caveat.NOT_PRESET)),
        totals(run, chats, verdict),
        latencies,
        chats.used().orElse(null),
        outcomes(chats),
        causes(chats),
        failures,
        Failures.notListed(chats),
        verdict,
        provesNothing(verdict)
            ? List.of()
            : Confidence.of(verdict.checks(), run.thresholds(), chats),
        provesNothing(verdict) ? List.of() : Trend.of(chats),
        GatlingSummary.of(gatling, agreement),
        run == null ? null : run.generator(),
        run == null ? null : run.tool(),
        run == null ? null : Target.of(run.target()));
  }

  /** Evidence that can't carry a verdict proves nothing. */
  private static boolean provesNothing(Verdict verdict) {
    return verdict.status() == Verdict.Status.INCONCLUSIVE;
  }

  private static Totals totals(RunManifest run, RecordedChats chats, Verdict verdict) {
    if (run == null) {
      return new Totals(null, null, null, null, null, null, null, null, null, null, null, null);
    }
    Double durationMs = run.durationMs() == null ? chats.spanMs() : run.durationMs();
    Integer good =
        run.thresholds().good().isEmpty()
            ? null
            : Integer.valueOf(chats.good().count(run.thresholds().good()));
    return new Totals(
        durationMs == null ? null : oneDecimal(durationMs),
        run.config().due(),
        chats.ok(),
        run.config().due() - chats.ok() - chats.cancelled(),
        chats.cancelled() == 0 ? null : chats.cancelled(),
        verdict.check(Metrics.SUCCESS_RATE).orElseThrow().observed(),
        good,
        good == null ? null : goodShare(good, run.config().due() - chats.cancelled()),
        throughput(chats.ok(), durationMs),
        chats.atOnce().stream().mapToObj(Summarizer::twoDecimals).findFirst().orElse(null),
        chats.usersWithoutOk().stream().boxed().findFirst().orElse(null),
        chats.differentReplies().stream().boxed().findFirst().orElse(null));
  }

  private static BigDecimal goodShare(int good, int planned) {
    return planned == 0
        ? null
        : Rounding.plain(
            BigDecimal.valueOf(good).divide(BigDecimal.valueOf(planned), 6, RoundingMode.DOWN));
  }

  private static double oneDecimal(double millis) {
    return BigDecimal.valueOf(millis).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  private static BigDecimal twoDecimals(double chats) {
    return Rounding.plain(BigDecimal.valueOf(chats).setScale(2, RoundingMode.HALF_UP));
  }

  private static BigDecimal throughput(int ok, Double durationMs) {
    if (durationMs == null || !(durationMs > 0)) {
      return null;
    }
    return Rounding.plain(
        BigDecimal.valueOf(ok)
            .multiply(BigDecimal.valueOf(1000))
            .divide(BigDecimal.valueOf(durationMs), 3, RoundingMode.HALF_UP));
  }

  private static Map<String, Integer> outcomes(RecordedChats chats) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    counts.put(Outcome.OK, 0);
    counts.putAll(chats.outcomes());
    addMissing(counts, Outcome.NOT_SENT, chats);
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((outcome, count) -> named.put(outcome.name(), count));
    return named;
  }

  private static Map<String, Integer> causes(RecordedChats chats) {
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    counts.putAll(chats.causes());
    addMissing(counts, Cause.UNKNOWN, chats);
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((cause, count) -> named.put(cause.label(), count));
    return named;
  }

  private static <K> void addMissing(Map<K, Integer> counts, K key, RecordedChats chats) {
    int missing = chats.missingCount();
    if (missing > 0) {
      counts.merge(key, missing, Integer::sum);
    }
  }
}
