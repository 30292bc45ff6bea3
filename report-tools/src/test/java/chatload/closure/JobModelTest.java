package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.closure.JobState.Look;
import chatload.closure.JobState.Marked;
import chatload.closure.JobState.Planned;
import chatload.closure.JobState.Runs;
import chatload.closure.JobState.Seal;
import chatload.evidence.EvidenceList;
import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
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
import chatload.signoff.FileNames;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job that can be made of the states below: the overall verdict, and whether anything may be
 * closed, are what {@link JobRules} says, which shares no code with them. The scenarios are those
 * of the checklist, because nothing else may ever close anything.
 *
 * <p>{@code -Dmodel.all=true} (as in the Maven profile {@code attack}) takes all combinations;
 * otherwise plan, mark and seal are out of order alone.
 */
class JobModelTest {

  private static final boolean ALL = Boolean.getBoolean("model.all");

  @TempDir static Path temp;

  @Test
  void every_job_has_the_verdict_and_closes_only_where_the_rules_allow_it() throws IOException {
    int jobs = 0;
    int closing = 0;
    for (JobState state : states()) {
      ReportDir dir = write(state);
      JobResult job = ReportWriter.read(dir);
      assertThat(job.status()).as(state.toString()).isEqualTo(JobRules.status(state));
      Optional<EvidenceList> seal = EvidenceSeal.read(dir);
      PreflightFile preflight = PreflightFile.read(dir.preflight());
      for (Answers answers : answers(state)) {
        boolean closes = closes(state, seal, preflight, job, answers);
        if (closes != JobRules.mayClose(state, answers)) {
          assertThat(closes).as(state + " " + answers).isEqualTo(JobRules.mayClose(state, answers));
        }
        jobs++;
        closing += closes ? 1 : 0;
      }
      remove(dir.root());
    }
    // Both occur, so that the model is about something.
    assertThat(closing).isPositive().isLessThan(jobs);
  }

  private static List<JobState> states() {
    List<JobState> states = new ArrayList<>();
    for (Runs runs : Runs.values()) {
      for (Planned plan : Planned.values()) {
        for (Look look : Look.values()) {
          for (Marked mark : Marked.values()) {
            for (Seal seal : Seal.values()) {
              for (int bits = 0; bits < 4; bits++) {
                states.add(
                    new JobState(runs, plan, look, mark, (bits & 1) != 0, (bits & 2) != 0, seal));
              }
            }
          }
        }
      }
    }
    return states.stream()
        .filter(JobState::isPossible)
        .filter(state -> ALL || state.outOfOrder() == 0 || state.isOneAlone())
        .toList();
  }

  /** All answers, and all sets of accepted items that are open before anybody answers. */
  private static List<Answers> answers(JobState state) {
    List<Item> open =
        new ArrayList<>(JobRules.open(state, new Answers(null, false, Set.of(), true)));
    List<Answers> all = new ArrayList<>();
    for (int bits = 0; bits < 1 << open.size(); bits++) {
      Set<Item> accepted = EnumSet.noneOf(Item.class);
      for (int i = 0; i < open.size(); i++) {
        if ((bits >> i & 1) != 0) {
          accepted.add(open.get(i));
        }
      }
      for (Cause cause : new Cause[] {null, Cause.UNKNOWN, Cause.MODEL}) {
        for (boolean tuning : new boolean[] {false, true}) {
          all.add(new Answers(cause, tuning, accepted, true));
        }
      }
      all.add(new Answers(Cause.MODEL, true, accepted, false));
    }
    return all;
  }

  private static ReportDir write(JobState state) throws IOException {
    JobFixture job = new JobFixture().unreported();
    switch (state.runs()) {
      case ALL_PASS -> {}
      case ONE_CHAT_FAILED -> job.failing("baseline", 7, Outcome.DEGRADED, Cause.SERVICE, "it is");
      case STRESS_FAILS -> fail(job, Stream.iterate(1, id -> id + 1).limit(20).toList());
      case STRESS_MISSING -> job.without("stress");
      case STRESS_OF_OTHER_RUN -> job.stressRunId("20261123-080000-fedcba");
    }
    if (state.starved()) {
      fail(job, Stream.iterate(4, id -> id + 30).limit(10).toList());
    }
    switch (state.plan()) {
      case ALL -> {}
      case SMOKE_ALONE -> job.only("smoke");
      case NOTHING -> job.withoutPlan();
    }
    switch (state.look()) {
      case PASSED -> {}
      case NO_HEALTH -> job.failingCheck("health");
      case TAKES_ANY_TOKEN -> job.failingCheck("chat-with-forged-token");
      case TALKS_TO_ANYBODY -> job.failingCheck("chat-without-token");
      case NO_CHAT -> job.failingCheck("chat-with-token");
      case SOMETHING_ELSE -> job.failingCheck("a-check-of-tomorrow");
      case SKIPPED -> job.withoutPreflight();
      case OF_OTHER_TARGET -> job.preflightOf("https://other.example/api/chat");
    }
    switch (state.mark()) {
      case NONE -> {}
      case EMBEDDED -> job.embedded();
      case TLS_UNCHECKED -> job.withoutTlsVerification();
    }
    if (state.forgot()) {
      job.forgetting(300);
    }
    ReportDir dir = job.in(Files.createTempDirectory(temp, "job").resolve("report"));
    if (state.seal() != Seal.NONE) {
      EvidenceSeal.seal(dir, ReportWriter.read(dir).runId());
    }
    if (state.seal() == Seal.BROKEN) {
      Files.writeString(dir.runId(), " ", StandardOpenOption.APPEND);
    }
    return dir;
  }

  private static void fail(JobFixture job, List<Integer> ids) {
    ids.forEach(id -> job.failing("stress", id, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502"));
  }

  private static boolean closes(
      JobState state,
      Optional<EvidenceList> seal,
      PreflightFile preflight,
      JobResult job,
      Answers answers) {
    List<ReviewEntry> entries = new ArrayList<>();
    if (answers.cause() != null) {
      for (Outcome outcome : List.of(Outcome.DEGRADED, Outcome.HTTP_ERROR)) {
        entries.add(
            ReviewEntry.ofOutcome(JobFixture.AT, "Li Lei", outcome, answers.cause(), "seen"));
      }
    }
    if (answers.tuning()) {
      entries.add(ReviewEntry.ofTuning(JobFixture.AT, "Li Lei", "no change needed"));
    }
    answers
        .accepted()
        .forEach(item -> entries.add(ReviewEntry.ofItem(JobFixture.AT, "Li", item, "ok")));
    Map<String, String> reports = new TreeMap<>(Map.of("OVERVIEW.md", "", "OVERVIEW.html", ""));
    job.scenarios().stream()
        .filter(result -> result.wasRun())
        .forEach(result -> reports.put(result.scenario() + "-summary.json", ""));
    return new ClosureCase(
            job,
            reports,
            seal,
            preflight,
            ReviewState.of(job, new Review(Review.SCHEMA_VERSION, JobFixture.RUN_ID, entries)),
            Map.of(),
            state.seal() == Seal.NONE
                ? List.of(new Finding("manifest.json", "is missing"))
                : List.of(),
            options(answers.repo() ? "octo/chat" : null))
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
        FileNames.closure(26),
        FileNames.comment(26),
        FileNames.commands(26),
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
}
