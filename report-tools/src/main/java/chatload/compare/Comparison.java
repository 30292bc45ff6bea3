package chatload.compare;

import chatload.confidence.Drift;
import chatload.confidence.Holm;
import chatload.confidence.InOrder;
import chatload.metric.ChatTime;
import chatload.result.ScenarioResult;
import chatload.run.RunManifest;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A new job against an old one: {@code compare.json}. Depends on nothing but their records, what is
 * tolerated, and the seed.
 *
 * @param judgement what follows from all scenarios
 * @param doubts why nothing can be said, in words; empty where something can
 * @param tolerated by how much the new one may be worse
 * @param seed of the draws
 * @param before the old one
 * @param after the new one
 * @param scenarios those of both; none where nothing can be said
 */
@JsonPropertyOrder({"schemaVersion"})
public record Comparison(
    Judgement judgement,
    List<Doubt> doubts,
    Tolerated tolerated,
    long seed,
    @JsonProperty("old") Side before,
    @JsonProperty("new") Side after,
    List<ComparedScenario> scenarios) {

  /** With fewer chats, a P95 is one of the slowest few. */
  static final int LEAST_CHATS = 100;

  /** What keeps a side from being compared. */
  public record Doubt(@JsonProperty("side") String side, ComparePhrase why) {}

  @JsonProperty
  int schemaVersion() {
    return 1;
  }

  /**
   * Compares.
   *
   * @throws UserError when the two can't be compared, with all that differs
   */
  public static Comparison of(Side before, Side after, Tolerated tolerated, long seed) {
    if (before.runId() != null && before.runId().equals(after.runId())) {
      throw UserError.usage(
          "OLD and NEW are the same run: " + before.runId(), "Name two different ones.");
    }
    List<String> differences = Differences.of(before.job(), after.job());
    if (!differences.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "OLD and NEW can't be compared, for they differ:\n  " + String.join("\n  ", differences),
          "Run both with the same load, limits, protocol, data and generator.");
    }
    List<Doubt> doubts =
        Stream.concat(
                before.doubt().stream().map(why -> new Doubt("OLD", why)),
                after.doubt().stream().map(why -> new Doubt("NEW", why)))
            .toList();
    List<ComparedScenario> scenarios =
        doubts.isEmpty() ? scenarios(before, after, tolerated, seed) : List.of();
    List<Question> all = scenarios.stream().flatMap(one -> one.questions().stream()).toList();
    return new Comparison(judgement(all), doubts, tolerated, seed, before, after, scenarios);
  }

  private static List<ComparedScenario> scenarios(
      Side before, Side after, Tolerated tolerated, long seed) {
    Map<String, List<Asked>> asked = new LinkedHashMap<>();
    for (ScenarioResult result : before.job().scenarios()) {
      asked.put(result.scenario(), ask(result.scenario(), before, after, tolerated, seed));
    }
    List<Question> all = judged(asked.values().stream().flatMap(List::stream).toList());
    List<ComparedScenario> scenarios = new ArrayList<>();
    int from = 0;
    for (Map.Entry<String, List<Asked>> one : asked.entrySet()) {
      List<Question> questions = all.subList(from, from + one.getValue().size());
      from += questions.size();
      String name = one.getKey();
      scenarios.add(
          new ComparedScenario(
              name,
              run(before, name).config().requests(),
              questions.isEmpty() ? null : judgement(questions),
              questions,
              questions.isEmpty() ? Map.of() : byRank(name, before, after)));
    }
    return scenarios;
  }

  /** All that are asked of two jobs. */
  static List<Question> judged(List<Asked> all) {
    double[] chances = Holm.adjusted(all.stream().mapToDouble(Asked::chance).toArray());
    return IntStream.range(0, chances.length).mapToObj(i -> all.get(i).judged(chances[i])).toList();
  }

  private static List<Asked> ask(
      String scenario, Side before, Side after, Tolerated tolerated, long seed) {
    int fewest = Math.min(before.chats(scenario).ok(), after.chats(scenario).ok());
    if (fewest < LEAST_CHATS * 9 / 10 || run(before, scenario).config().requests() < LEAST_CHATS) {
      return List.of();
    }
    List<Asked> asked = new ArrayList<>();
    asked.add(Questions.ofFailures(before.chats(scenario), after.chats(scenario), tolerated));
    for (ChatTime time : times(before, scenario)) {
      asked.addAll(Questions.ofTimes(time, before, after, scenario, tolerated, seed));
    }
    return asked;
  }

  private static Map<ChatTime, BigDecimal> byRank(String scenario, Side before, Side after) {
    return times(before, scenario).stream()
        .collect(
            Collectors.toMap(
                time -> time,
                time ->
                    Asked.chance(
                        Drift.ofTimes(
                                InOrder.millis(before.chats(scenario).points(time)),
                                InOrder.millis(after.chats(scenario).points(time)))
                            .chance()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  static List<ChatTime> times(Side side, String scenario) {
    return List.of(run(side, scenario).thresholds().firstToken().time(), ChatTime.TOTAL);
  }

  private static RunManifest run(Side side, String scenario) {
    return side.scenario(scenario).manifest().orElseThrow();
  }

  static Judgement judgement(List<Question> questions) {
    if (questions.stream().anyMatch(one -> one.judgement() == Judgement.WORSE)) {
      return Judgement.WORSE;
    }
    boolean isProven =
        !questions.isEmpty()
            && questions.stream().allMatch(one -> one.judgement() == Judgement.NOT_WORSE);
    return isProven ? Judgement.NOT_WORSE : Judgement.INCONCLUSIVE;
  }
}
