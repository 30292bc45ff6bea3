package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.metric.Limits;
import chatload.records.RunEvidence;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.ModelRun;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Verdict.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every run of up to three chats and two users, each chat with everything that can become of it, in
 * every state of the run and of the generator: the verdict is what {@link ScenarioRules}, which
 * shares no code with it, says. Three chats only with {@code -Dmodel.all=true}, as in the Maven
 * profile {@code attack}.
 */
class ScenarioModelTest {

  private static final int MOST_CHATS = Boolean.getBoolean("model.all") ? 3 : 2;

  private static final double[] LEAST_SUCCESS = {1.0, 0.5, 0.0};

  @TempDir static Path root;

  /** What can become of a chat; without an outcome there is no record of it. */
  record Fate(Outcome outcome, Cause cause, double firstTokenMs, double totalMs) {

    static final Fate GOOD = new Fate(Outcome.OK, null, 100, 500);
    static final Fate SLOW = new Fate(Outcome.OK, null, 100, 9000);
    static final Fate SLOW_START = new Fate(Outcome.OK, null, 3000, 5000);
    static final Fate LOST = new Fate(null, null, 0, 0);

    static Fate failed(Outcome outcome, Cause cause) {
      return new Fate(outcome, cause, 0, 500);
    }

    boolean isOk() {
      return outcome == Outcome.OK;
    }
  }

  /** A chat that left a record. */
  record Sent(int id, int user, double startMs, Fate fate) {

    byte[] line() {
      return ModelRun.line(record());
    }

    private ChatRecord record() {
      boolean ok = fate.isOk();
      return new ChatRecord(
          "run-1",
          "smoke",
          id,
          "trace-" + id,
          "thread-" + id,
          "2026-11-23T08:00:00Z",
          startMs,
          ok ? fate.firstTokenMs() : null,
          ok ? fate.totalMs() : null,
          fate.totalMs(),
          ok ? 3 : 0,
          null,
          fate.outcome(),
          fate.cause(),
          ok ? 200 : null,
          ok ? null : "broken",
          null,
          1,
          true,
          null,
          null,
          null,
          user,
          fate.totalMs(),
          null);
    }
  }

  /** Lines that were made already: most runs share theirs. */
  private static final Map<Sent, byte[]> LINES = new HashMap<>();

  /** What the generator says of itself. */
  enum Generator {
    IN_TIME,
    LATE,
    SILENT
  }

  /**
   * One run.
   *
   * @param overlap whether the users were at work at the same time
   * @param doubt whether something else, such as the plan, says otherwise
   */
  record World(
      List<Fate> chats,
      double leastSuccess,
      RunManifest.Status status,
      Generator generator,
      boolean overlap,
      boolean doubt) {}

  static List<Fate> fates() {
    List<Fate> fates = new ArrayList<>(List.of(Fate.GOOD, Fate.SLOW, Fate.SLOW_START, Fate.LOST));
    for (Outcome outcome : Outcome.values()) {
      if (outcome == Outcome.NOT_SENT) {
        fates.add(Fate.failed(outcome, Cause.GENERATOR));
      } else if (outcome.isFailure()) {
        fates.add(Fate.failed(outcome, Cause.SERVICE));
      }
    }
    fates.add(Fate.failed(Outcome.TOTAL_TIMEOUT, Cause.GENERATOR));
    fates.add(Fate.failed(Outcome.MALFORMED, Cause.GENERATOR));
    return fates;
  }

  @Test
  void every_small_run_has_the_verdict_that_the_rules_give() {
    Map<Status, Integer> seen = new EnumMap<>(Status.class);
    for (List<Fate> chats : sequences()) {
      for (World world : worlds(chats)) {
        Status verdict = verdict(world);
        if (verdict != ScenarioRules.verdict(world)) {
          assertThat(verdict).as(world.toString()).isEqualTo(ScenarioRules.verdict(world));
        }
        seen.merge(verdict, 1, Integer::sum);
      }
    }
    // All of them occur, so that the model is about something.
    assertThat(seen)
        .containsOnlyKeys(Status.values())
        .allSatisfy((s, n) -> assertThat(n).isPositive());
  }

  /** All sequences of chats. */
  private static List<List<Fate>> sequences() {
    List<List<Fate>> all = new ArrayList<>();
    List<List<Fate>> shorter = List.of(List.of());
    for (int length = 1; length <= MOST_CHATS; length++) {
      List<List<Fate>> longer = new ArrayList<>();
      for (List<Fate> start : shorter) {
        for (Fate fate : fates()) {
          longer.add(Stream.concat(start.stream(), Stream.of(fate)).toList());
        }
      }
      all.addAll(longer);
      shorter = longer;
    }
    return all;
  }

  private static List<World> worlds(List<Fate> chats) {
    List<World> worlds = new ArrayList<>();
    for (double least : LEAST_SUCCESS) {
      for (RunManifest.Status status : RunManifest.Status.values()) {
        for (Generator generator : Generator.values()) {
          for (boolean overlap : List.of(true, false).subList(0, Math.min(2, chats.size()))) {
            worlds.add(new World(chats, least, status, generator, overlap, false));
          }
        }
      }
      worlds.add(
          new World(chats, least, RunManifest.Status.COMPLETED, Generator.IN_TIME, true, true));
    }
    return worlds;
  }

  private static Status verdict(World world) {
    RunManifest manifest = manifest(world);
    List<byte[]> lines = lines(world);
    if (world.chats().stream().anyMatch(fate -> fate.outcome() == Outcome.OTHER_PROTOCOL)) {
      ModelRun.write(manifest, lines, root);
    }
    RunEvidence evidence = ModelRun.of(manifest, lines, root);
    List<Reason> further =
        world.doubt() ? List.of(Reason.of(Reason.Kind.GATLING_LOG_TRUNCATED)) : List.of();
    return Judge.judge(evidence, evidence.chats().latencies(), further).status();
  }

  private static int users(World world) {
    return Math.min(2, world.chats().size());
  }

  private static List<byte[]> lines(World world) {
    List<byte[]> lines = new ArrayList<>();
    double[] free = {0, world.overlap() ? 0 : 1e6};
    for (int id = 1; id <= world.chats().size(); id++) {
      Fate fate = world.chats().get(id - 1);
      int user = (id - 1) % users(world);
      if (fate.outcome() != null) {
        lines.add(LINES.computeIfAbsent(new Sent(id, user + 1, free[user], fate), Sent::line));
      }
      free[user] += fate.totalMs();
    }
    return lines;
  }

  private static RunManifest manifest(World world) {
    boolean ended = world.status() != RunManifest.Status.RUNNING;
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        "run-1",
        "smoke",
        world.status(),
        "2026-11-23T08:00:00Z",
        ended ? "2026-11-23T08:00:10Z" : null,
        ended ? 10_000.0 : null,
        new RunManifest.Config(
            "https://example.com/api/chat",
            world.chats().size(),
            users(world),
            30_000,
            "t",
            "u",
            "jwt",
            "p",
            "hi",
            1000L),
        Limits.of(world.leastSuccess(), 8000, 2500),
        false,
        new RunManifest.Target(RunManifest.Target.EXTERNAL, true, false, List.of(), null),
        new RunManifest.Generator(
            null,
            2,
            512,
            List.of(),
            switch (world.generator()) {
              case IN_TIME -> Evidence.watchedAt(0.5);
              case LATE -> Evidence.watchedAt(150);
              case SILENT -> null;
            }),
        new RunManifest.Tool("1", "2", "3", "4"));
  }
}
