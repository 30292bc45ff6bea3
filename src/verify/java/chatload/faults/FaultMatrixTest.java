package chatload.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chatload.OnIdleMachine;
import chatload.load.engine.NestedRun;
import chatload.output.OutputsSay;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.schema.ReportSchemas;
import chatload.service.fault.Fault;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a small scenario for each row of the {@link FaultMatrix}, all of them together, through
 * Gatling and over real sockets: for a sample of the rows, or with {@code -Dfaults.all=true} (as in
 * the Maven profile {@code faults}) for all of them, and with {@code -Dprotocols.all=true} also for
 * those of the protocols that files describe.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@OnIdleMachine
class FaultMatrixTest {

  private static final Duration BETWEEN_ROWS = Duration.ofMillis(100);

  /** A flood runs alone, so that it slows nothing down. */
  private static final Duration FLOOD = Duration.ofSeconds(12);

  private static List<Row> rows;
  private static Path root;
  private static Services services;
  private static List<RowRun> runs;

  @BeforeAll
  static void runAllRows(@TempDir Path directory) throws Exception {
    services = new Services(Certificates.in(directory));
    run(FaultMatrix.sample().stream().filter(Row::isOk).toList(), directory.resolve("warm-up"));
    run(FaultMatrix.ALL ? FaultMatrix.ROWS : FaultMatrix.sample(), directory.resolve("rows"));
    if (ProtocolRows.WANTED) {
      List<RowRun> all = new ArrayList<>(runs);
      for (List<Row> protocol : ProtocolRows.together()) {
        run(protocol, directory.resolve("rows"));
        all.addAll(runs);
      }
      runs = all;
    }
  }

  private static void run(List<Row> wanted, Path directory) {
    rows = wanted;
    root = directory;
    NestedRun.of(Rows.class);
  }

  @AfterAll
  static void stop() {
    services.close();
  }

  /** The rows, one soon after the other. */
  public static final class Rows extends Simulation {
    {
      runs = rows.stream().map(row -> new RowRun(row, services, root)).toList();
      List<PopulationBuilder> populations = new ArrayList<>();
      Duration start = Duration.ZERO;
      for (RowRun run : runs) {
        start = start.plus(run.row().isFlood() ? FLOOD : BETWEEN_ROWS);
        populations.add(run.users(start));
      }
      setUp(populations);
    }

    @Override
    public void before() {
      runs.forEach(RowRun::before);
    }

    @Override
    public void after() {
      runs.forEach(RowRun::after);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_chat_has_the_outcome_and_the_cause() {
    return each(
        run -> {
          Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
          for (ChatRecord chat : run.records()) {
            seen.add(chat.outcome());
            assertThat(chat.cause())
                .as(chat.toString())
                .isEqualTo(chat.outcome().isOk() ? null : run.row().cause());
          }
          assertThat(run.records()).hasSize(run.chats());
          assertThat(seen)
              .as(run.records().toString())
              .containsExactlyInAnyOrderElementsOf(run.row().outcomes());
        });
  }

  @TestFactory
  Stream<DynamicTest> every_chat_is_posted_once_at_most() {
    return each(
        run -> {
          for (ChatRecord chat : run.records()) {
            assertThat(chat.posts()).as(chat.toString()).isBetween(run.posts(chat), 1);
            if (run.row().outcomes().size() == 1) {
              assertThat(run.posts(chat)).as(chat.toString()).isEqualTo(run.row().posts());
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> the_outcome_is_known_in_time() {
    return each(
        run -> {
          Detection detection = run.row().detection();
          assertThat(run.records())
              .allSatisfy(
                  chat ->
                      assertThat(chat.elapsedMs())
                          .as(chat.toString())
                          .isBetween(
                              (double) detection.earliestMs(), (double) detection.latestMs()));
        });
  }

  @TestFactory
  Stream<DynamicTest> the_scenario_has_the_verdict() {
    return each(
        run ->
            assertThat(run.verdict().status())
                .as(run.verdict().toString())
                .isEqualTo(run.row().verdict()));
  }

  @TestFactory
  Stream<DynamicTest> all_outputs_say_the_same_of_it() {
    return each(
        run -> {
          JobResult job = ReportWriter.write(run.directory());
          OutputsSay.theSame(run.directory(), job, job.status().exitCode().code());
          assertThat(job.scenarios().get(0).verdict().status()).isEqualTo(run.row().verdict());
          for (String file : ReportSchemas.jsonFiles(run.directory().root())) {
            assertThat(ReportSchemas.problems(run.directory().root(), file)).isEmpty();
          }
        });
  }

  @Test
  void once_a_service_has_restarted_chats_are_ok_again() {
    ChatRecord last =
        Collections.max(
            records(Places.RESTART.label()), Comparator.comparingDouble(ChatRecord::startMs));
    assertThat(last.outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void every_chat_has_an_http2_connection_of_its_own() {
    assertThat(services.http2().http2Requests())
        .isPositive()
        .isEqualTo(services.http2().http2Connections());
  }

  @Test
  void a_trace_id_that_is_not_echoed_is_noted() {
    assertThat(first(Fault.NO_TRACE_ECHO).traceEchoed()).isFalse();
    assertThat(first(Fault.NO_PERSIST).traceEchoed()).isTrue();
    assertThat(first(Fault.SILENCE).traceEchoed()).isNull();
  }

  @Test
  void what_the_service_persisted_is_noted() {
    assertThat(first(Fault.NO_PERSIST).persistedCount()).isZero();
    assertThat(first(Fault.NO_TRACE_ECHO).persistedCount()).isEqualTo(2);
  }

  @Test
  void the_words_of_an_error_response_are_kept() {
    assertThat(first(Fault.STATUS_429).error()).contains("status 429", "retry-after 1");
    assertThat(first(Fault.STATUS_401).error()).contains("Provide a valid JWT");
  }

  private static ChatRecord first(Fault fault) {
    return records(fault.label()).get(0);
  }

  private static List<ChatRecord> records(String label) {
    return runs.stream()
        .filter(run -> run.row().label().equals(label))
        .findFirst()
        .orElseThrow()
        .records();
  }

  /** What must hold of a row. */
  private interface Check {
    void of(RowRun run) throws IOException;
  }

  private static Stream<DynamicTest> each(Check check) {
    return runs.stream().map(run -> dynamicTest(run.row().toString(), () -> check.of(run)));
  }
}
