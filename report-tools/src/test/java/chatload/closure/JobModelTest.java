package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.closure.JobModelTest.World.Look;
import chatload.closure.JobModelTest.World.Marked;
import chatload.closure.JobModelTest.World.Planned;
import chatload.closure.JobModelTest.World.Runs;
import chatload.closure.JobModelTest.World.Seal;
import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.preflight.PreflightFile;
import chatload.result.JobResult;
import chatload.review.Item;
import chatload.review.Review;
import chatload.review.ReviewEntry;
import chatload.review.ReviewState;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.ClosureCase;
import chatload.signoff.ClosureOptions;
import chatload.signoff.Names;
import chatload.verdict.Verdict.Status;
import chatload.verification.Finding;
import chatload.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job that can be made of the states below: the overall verdict, and whether anything may be
 * closed, are what {@link Rules} says, which shares no code with them. The scenarios are those of
 * the checklist, because nothing else may ever close anything.
 *
 * <p>{@code -Dmodel.all=true} (as in the Maven profile {@code attack}) takes all combinations;
 * otherwise plan, mark and seal are out of order alone.
 */
class JobModelTest {

  private static final boolean ALL = Boolean.getBoolean("model.all");

  @TempDir static Path temp;

  /**
   * What stands in a report directory.
   *
   * @param forgot whether the service stored nothing of what it was told
   * @param starved whether one user of stress got nothing at all
   */
  record World(
      Runs runs, Planned plan, Look look, Marked mark, boolean forgot, boolean starved, Seal seal) {

    enum Runs {
      ALL_PASS,
      ONE_CHAT_FAILED,
      STRESS_FAILS,
      STRESS_MISSING,
      STRESS_OF_OTHER_RUN
    }

    enum Planned {
      ALL,
      SMOKE_ALONE,
      NOTHING
    }

    enum Look {
      PASSED,
      NO_HEALTH,
      TALKS_TO_ANYBODY,
      TAKES_ANY_TOKEN,
      NO_CHAT,
      SOMETHING_ELSE,
      SKIPPED,
      OF_OTHER_TARGET
    }

    enum Marked {
      NONE,
      EMBEDDED,
      TLS_UNCHECKED
    }

    enum Seal {
      SEALED,
      NONE,
      BROKEN
    }

    boolean isPossible() {
      boolean partial = plan == Planned.SMOKE_ALONE;
      return !partial || (runs == Runs.ALL_PASS && !starved);
    }

    boolean isOneAlone() {
      return outOfOrder() == 1 && look == Look.PASSED && !forgot && !starved;
    }

    int outOfOrder() {
      return (plan == Planned.ALL ? 0 : 1)
          + (mark == Marked.NONE ? 0 : 1)
          + (seal == Seal.SEALED ? 0 : 1);
    }
  }

  /**
   * What people said.
   *
   * @param cause of every failed chat; null if nobody judged them
   */
  record Words(Cause cause, boolean tuning, Set<Item> accepted, boolean repo) {}

  @Test
  void every_job_has_the_verdict_and_closes_only_where_the_rules_allow_it() throws IOException {
    int jobs = 0;
    int closing = 0;
    for (World world : worlds()) {
      ReportDir dir = write(world);
      JobResult job = ReportWriter.read(dir);
      assertThat(job.status()).as(world.toString()).isEqualTo(Rules.status(world));
      for (Words words : words(world)) {
        boolean closes = closes(world, dir, job, words);
        if (closes != Rules.mayClose(world, words)) {
          assertThat(closes).as(world + " " + words).isEqualTo(Rules.mayClose(world, words));
        }
        jobs++;
        closing += closes ? 1 : 0;
      }
      remove(dir.root());
    }
    // Both occur, so that the model is about something.
    assertThat(closing).isPositive().isLessThan(jobs);
  }

  private static List<World> worlds() {
    List<World> worlds = new ArrayList<>();
    for (Runs runs : Runs.values()) {
      for (Planned plan : Planned.values()) {
        for (Look look : Look.values()) {
          for (Marked mark : Marked.values()) {
            for (Seal seal : Seal.values()) {
              for (int bits = 0; bits < 4; bits++) {
                worlds.add(
                    new World(runs, plan, look, mark, (bits & 1) != 0, (bits & 2) != 0, seal));
              }
            }
          }
        }
      }
    }
    return worlds.stream()
        .filter(World::isPossible)
        .filter(world -> ALL || world.outOfOrder() == 0 || world.isOneAlone())
        .toList();
  }

  /** All answers, and all sets of accepted items that are open before anybody answers. */
  private static List<Words> words(World world) {
    List<Item> open = new ArrayList<>(Rules.open(world, new Words(null, false, Set.of(), true)));
    List<Words> all = new ArrayList<>();
    for (int bits = 0; bits < 1 << open.size(); bits++) {
      Set<Item> accepted = EnumSet.noneOf(Item.class);
      for (int i = 0; i < open.size(); i++) {
        if ((bits >> i & 1) != 0) {
          accepted.add(open.get(i));
        }
      }
      for (Cause cause : new Cause[] {null, Cause.UNKNOWN, Cause.MODEL}) {
        for (boolean tuning : new boolean[] {false, true}) {
          all.add(new Words(cause, tuning, accepted, true));
        }
      }
      all.add(new Words(Cause.MODEL, true, accepted, false));
    }
    return all;
  }

  private static ReportDir write(World world) throws IOException {
    JobFixture job = new JobFixture().unreported();
    switch (world.runs()) {
      case ALL_PASS -> {}
      case ONE_CHAT_FAILED -> job.failing("baseline", 7, Outcome.DEGRADED, Cause.SERVICE, "it is");
      case STRESS_FAILS -> fail(job, Stream.iterate(1, id -> id + 1).limit(20).toList());
      case STRESS_MISSING -> job.without("stress");
      case STRESS_OF_OTHER_RUN -> job.stressRunId("20261123-080000-fedcba");
    }
    if (world.starved()) {
      fail(job, Stream.iterate(4, id -> id + 30).limit(10).toList());
    }
    switch (world.plan()) {
      case ALL -> {}
      case SMOKE_ALONE -> job.only("smoke");
      case NOTHING -> job.withoutPlan();
    }
    switch (world.look()) {
      case PASSED -> {}
      case NO_HEALTH -> job.failingCheck("health");
      case TAKES_ANY_TOKEN -> job.failingCheck("chat-with-forged-token");
      case TALKS_TO_ANYBODY -> job.failingCheck("chat-without-token");
      case NO_CHAT -> job.failingCheck("chat-with-token");
      case SOMETHING_ELSE -> job.failingCheck("a-check-of-tomorrow");
      case SKIPPED -> job.withoutPreflight();
      case OF_OTHER_TARGET -> job.preflightOf("https://other.example/api/chat");
    }
    switch (world.mark()) {
      case NONE -> {}
      case EMBEDDED -> job.embedded();
      case TLS_UNCHECKED -> job.withoutTlsVerification();
    }
    if (world.forgot()) {
      job.forgetting(300);
    }
    ReportDir dir = job.in(Files.createTempDirectory(temp, "job").resolve("report"));
    if (world.seal() != Seal.NONE) {
      EvidenceSeal.seal(dir, ReportWriter.read(dir).runId());
    }
    if (world.seal() == Seal.BROKEN) {
      Files.writeString(dir.runId(), " ", StandardOpenOption.APPEND);
    }
    return dir;
  }

  private static void fail(JobFixture job, List<Integer> ids) {
    ids.forEach(id -> job.failing("stress", id, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502"));
  }

  private static boolean closes(World world, ReportDir dir, JobResult job, Words words) {
    List<ReviewEntry> entries = new ArrayList<>();
    if (words.cause() != null) {
      for (Outcome outcome : List.of(Outcome.DEGRADED, Outcome.HTTP_ERROR)) {
        entries.add(ReviewEntry.ofOutcome(JobFixture.AT, "Li Lei", outcome, words.cause(), "seen"));
      }
    }
    if (words.tuning()) {
      entries.add(ReviewEntry.ofTuning(JobFixture.AT, "Li Lei", "no change needed"));
    }
    words
        .accepted()
        .forEach(item -> entries.add(ReviewEntry.ofItem(JobFixture.AT, "Li", item, "ok")));
    Map<String, String> reports = new TreeMap<>(Map.of("OVERVIEW.md", "", "OVERVIEW.html", ""));
    job.scenarios().stream()
        .filter(result -> result.wasRun())
        .forEach(result -> reports.put(result.scenario() + "-summary.json", ""));
    return new ClosureCase(
            job,
            reports,
            EvidenceSeal.read(dir),
            PreflightFile.read(dir.preflight()),
            ReviewState.of(job, new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, entries)),
            Map.of(),
            world.seal() == Seal.NONE
                ? List.of(new Finding("manifest.json", "is missing"))
                : List.of(),
            options(words.repo() ? "octo/chat" : null))
        .mayClose();
  }

  private static ClosureOptions options(String repo) {
    return new ClosureOptions(
        ClosureOptions.SCHEMA_VERSION,
        JobFixture.RUN_ID,
        26,
        7,
        repo,
        Language.EN,
        false,
        "report",
        "",
        Names.closure(26),
        Names.comment(26),
        Names.commands(26),
        null);
  }

  private static void remove(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules of docs/guarantees.md once more, state by state. */
  static final class Rules {

    private Rules() {}

    static Status status(World world) {
      boolean contradictory =
          world.plan() == Planned.NOTHING
              || world.mark() == Marked.TLS_UNCHECKED // the plan said otherwise
              || world.look() == Look.OF_OTHER_TARGET
              || world.runs() == Runs.STRESS_OF_OTHER_RUN
              || world.seal() == Seal.BROKEN;
      if (contradictory || world.runs() == Runs.STRESS_MISSING) {
        return Status.INCONCLUSIVE;
      }
      return world.runs() == Runs.STRESS_FAILS ? Status.FAIL : Status.PASS;
    }

    static Set<Item> open(World world, Words words) {
      Set<Item> open = EnumSet.noneOf(Item.class);
      switch (world.look()) {
        case PASSED -> {}
        case NO_HEALTH -> open.add(Item.HEALTH);
        case TALKS_TO_ANYBODY, TAKES_ANY_TOKEN, NO_CHAT -> open.add(Item.VARIABLES);
        case SOMETHING_ELSE -> open.add(Item.OTHER_CHECKS);
        case SKIPPED, OF_OTHER_TARGET -> open.addAll(Set.of(Item.HEALTH, Item.VARIABLES));
      }
      boolean failures =
          world.runs() == Runs.ONE_CHAT_FAILED
              || world.runs() == Runs.STRESS_FAILS
              || world.starved();
      if (failures && words.cause() == null) {
        open.add(Item.DEPENDENCIES);
      }
      if (failures && (words.cause() == null || words.cause() == Cause.UNKNOWN)) {
        open.add(Item.ROOT_CAUSES);
      }
      if (!words.tuning()) {
        open.add(Item.TUNING);
      }
      if (world.forgot()) {
        open.add(Item.MEMORY);
      }
      if (world.starved()) {
        open.add(Item.USERS);
      }
      return open;
    }

    static boolean mayClose(World world, Words words) {
      return status(world) == Status.PASS
          && world.plan() == Planned.ALL
          && world.mark() == Marked.NONE
          && world.seal() == Seal.SEALED
          && words.repo()
          && words.accepted().containsAll(open(world, words));
    }
  }
}
