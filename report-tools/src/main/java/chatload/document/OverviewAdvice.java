package chatload.document;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.records.RecordedChats;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.result.Saturation;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.result.TraceLinks;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;

/**
 * Whether rate limit, concurrency or time limits look wrong, and what else the records tell, each
 * with the figures that it rests on. Nothing is said that was not computed.
 */
final class OverviewAdvice {

  /** From this share of the time limit on, the slowest OK chat is close to it. */
  static final double CLOSE_TO_LIMIT = 0.8;

  /** From this share on, it is how the service answers and no accident. */
  private static final double MOST = 0.95;

  private final List<ScenarioResult> runs;
  private final TraceLinks traces;
  private final Wording wording;

  OverviewAdvice(JobResult job, Wording wording) {
    this.runs = job.scenarios().stream().filter(result -> result.manifest().isPresent()).toList();
    this.traces = TraceLinks.of(job);
    this.wording = wording;
  }

  /** One item each. */
  List<List<Node>> items() {
    List<List<Node>> items = new ArrayList<>();
    runs.forEach(run -> rateLimit(run).ifPresent(items::add));
    Saturation.between(runs).map(this::concurrency).ifPresent(items::add);
    runs.forEach(run -> timeLimit(run).ifPresent(items::add));
    runs.forEach(run -> notEchoed(run).ifPresent(items::add));
    runs.forEach(run -> notStreamed(run).ifPresent(items::add));
    notSettled().ifPresent(items::add);
    return items;
  }

  private Optional<List<Node>> rateLimit(ScenarioResult run) {
    int refused = count(run, Outcome.RATE_LIMITED);
    if (refused == 0) {
      return Optional.empty();
    }
    Optional<String> answer =
        chats(run).failures(Cause.RATE_LIMIT).stream().findFirst().map(ChatRecord::error);
    Summary.Totals totals = run.summary().orElseThrow().totals();
    return Optional.of(
        wording.quoting(
            config(run).isOpen() ? AdvicePhrase.RATE_LIMIT_OF_LOAD : AdvicePhrase.RATE_LIMIT,
            answer.orElse(null),
            run.scenario(),
            Integer.toString(refused),
            totals.requests().toString(),
            config(run).isOpen()
                ? config(run).load().shape()
                : Integer.toString(config(run).concurrency()),
            totals.throughputRps() == null ? "—" : Figures.perSecond(totals.throughputRps())));
  }

  private List<Node> concurrency(Saturation saturation) {
    AdvicePhrase phrase =
        switch (saturation.degree()) {
          case SATURATED -> AdvicePhrase.SATURATED;
          case SLOWING -> AdvicePhrase.SLOWING;
          case NONE -> AdvicePhrase.NOT_SATURATED;
        };
    Saturation.Load low = saturation.low();
    Saturation.Load high = saturation.high();
    return text(
        wording.say(
            phrase,
            times((double) high.users() / low.users()),
            times(high.chatsPerSecond() / low.chatsPerSecond()),
            Integer.toString(low.users()),
            Integer.toString(high.users()),
            Figures.millis(low.meanTotalMs()),
            Figures.millis(high.meanTotalMs()),
            Long.toString(saturation.bearableUsers()),
            low.scenario(),
            high.scenario()));
  }

  private static String times(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private Optional<List<Node>> timeLimit(ScenarioResult run) {
    int timedOut = count(run, Outcome.FIRST_TOKEN_TIMEOUT) + count(run, Outcome.TOTAL_TIMEOUT);
    Optional<ChatRecord> slowest = chats(run).slowest(ChatTime.TOTAL, 1).stream().findFirst();
    long limit = config(run).timeoutMs();
    boolean close = slowest.filter(chat -> chat.totalMs() >= CLOSE_TO_LIMIT * limit).isPresent();
    if (timedOut == 0 && !close) {
      return Optional.empty();
    }
    String[] known = {
      run.scenario(),
      Integer.toString(timedOut),
      Integer.toString(config(run).requests()),
      Long.toString(limit)
    };
    if (slowest.isEmpty()) {
      return Optional.of(text(wording.say(AdvicePhrase.ALL_TIMED_OUT, known)));
    }
    AdvicePhrase phrase =
        timedOut == 0
            ? AdvicePhrase.CLOSE_TO_LIMIT
            : close ? AdvicePhrase.LIMIT_TOO_SHORT : AdvicePhrase.HANGING;
    double millis = slowest.get().totalMs();
    return Optional.of(
        traces.in(
            wording.quoting(
                phrase,
                slowest.get().traceId(),
                known[0],
                known[1],
                known[2],
                known[3],
                Figures.millis(millis),
                Figures.wholePercent(millis, limit))));
  }

  private Optional<List<Node>> notEchoed(ScenarioResult run) {
    int responses = chats(run).notEchoed();
    return responses == 0
        ? Optional.empty()
        : Optional.of(
            text(
                wording.say(
                    AdvicePhrase.TRACE_NOT_ECHOED, run.scenario(), Integer.toString(responses))));
  }

  private Optional<List<Node>> notStreamed(ScenarioResult run) {
    int able = chats(run).ableToStream();
    int bursts = chats(run).inBursts();
    return able == 0 || bursts < MOST * able
        ? Optional.empty()
        : Optional.of(
            text(
                wording.say(
                    AdvicePhrase.NOT_STREAMED,
                    run.scenario(),
                    Integer.toString(bursts),
                    Integer.toString(able))));
  }

  private Optional<List<Node>> notSettled() {
    List<String> scenarios =
        runs.stream()
            .filter(
                run ->
                    run.manifest()
                        .map(RunManifest::generator)
                        .map(RunManifest.Generator::calibration)
                        .filter(calibration -> !calibration.converged())
                        .isPresent())
            .map(ScenarioResult::scenario)
            .toList();
    return scenarios.isEmpty()
        ? Optional.empty()
        : Optional.of(text(wording.say(AdvicePhrase.NOT_SETTLED, String.join(", ", scenarios))));
  }

  private static List<Node> text(String own) {
    return List.of(Nodes.text(own));
  }

  private static int count(ScenarioResult run, Outcome outcome) {
    return chats(run).outcomes().getOrDefault(outcome, 0);
  }

  private static RecordedChats chats(ScenarioResult run) {
    return run.evidence().orElseThrow().chats();
  }

  private static RunManifest.Config config(ScenarioResult run) {
    return run.manifest().orElseThrow().config();
  }
}
