package chatload.job;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.launch.AlteredHome;
import chatload.launch.Home;
import chatload.run.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of simulations that do not end, or not as they should. */
@Timeout(90)
@OnIdleMachine
class ScenarioRunnerTest {

  /** What stands for the process of the simulations, but for what it does with an order. */
  private static final String SIMULATIONS =
      """
      package chatload.load;

      import java.io.BufferedReader;
      import java.io.InputStreamReader;

      public final class JobProcess {
        public static void main(String[] args) throws Exception {
          BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
          for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.err.println("started " + ProcessHandle.current().pid());
            %s
          }
        }

        private static void hang() {
          while (true) {
            Thread.onSpinWait();
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        }
      }
      """;

  /** In smoke it hangs, and goes on when it is asked to end; in baseline it fails. */
  private static final String HANGS_AND_FAILS =
      """
      if (order.startsWith("baseline")) {
        System.exit(3);
      }
      if (order.startsWith("smoke")) {
        Runtime.getRuntime().addShutdownHook(new Thread(JobProcess::hang));
        hang();
      }
      System.out.println("over 0");
      """;

  /** Whether assertions were missed or not, and whatever else somebody prints there. */
  private static final String ENDS_AS_USUAL =
      """
      System.out.println("hello");
      System.out.println(order.startsWith("smoke") ? "over 2" : "over 0");
      """;

  @TempDir private Path temporary;

  private final StringWriter err = new StringWriter();

  @Test
  void aSimulationThatOutlivesItsLongestTimeIsKilledAndTheNextOnesAreRun() throws Exception {
    ReportDir directory = new ReportDir(temporary.resolve("report"));
    runAll(directory, HANGS_AND_FAILS);

    assertThat(err.toString())
        .contains("smoke: Gatling had not ended after 2 s and was stopped; see logs/smoke-gatling")
        .contains("baseline: Gatling ended with status 3; see logs/baseline-gatling")
        .doesNotContain("stress: Gatling");
    assertThat(processes(directory)).doesNotHaveDuplicates();
  }

  @Test
  void simulationsThatEndAsUsualShareAProcess() throws Exception {
    ReportDir directory = new ReportDir(temporary.resolve("report"));
    runAll(directory, ENDS_AS_USUAL);

    assertThat(err.toString()).doesNotContain("Gatling");
    assertThat(new HashSet<>(processes(directory))).hasSize(1);
  }

  private void runAll(ReportDir directory, String doing) throws Exception {
    Instant now = Instant.parse("2026-11-23T08:00:00Z");
    try (ReportDirClaim claim = ReportDirClaim.claim(directory, Optional.empty(), now)) {
      new ScenarioRunner(
              context(doing),
              new Job(),
              claim,
              Map::of,
              scenario -> Duration.ofSeconds(2),
              Duration.ZERO)
          .runAll(Scenario.PRESETS, false);
    }
  }

  /** That of each scenario; none of them is there any more. */
  private static List<Long> processes(ReportDir directory) throws IOException {
    List<Long> processes = new ArrayList<>();
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      processes.add(started(directory, scenario));
    }
    assertThat(processes)
        .noneMatch(id -> ProcessHandle.of(id).filter(ProcessHandle::isAlive).isPresent());
    return processes;
  }

  private static long started(ReportDir directory, String scenario) throws IOException {
    String log = Files.readString(directory.logs().resolve(scenario + "-gatling.log"));
    assertThat(log).startsWith("started ");
    return Long.parseLong(log.substring("started ".length()).strip());
  }

  private CommandContext context(String doing) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(
        Home.PROPERTY,
        new AlteredHome(temporary.resolve("home"))
            .with("chatload/load/JobProcess.java", SIMULATIONS.formatted(doing))
            .root()
            .toString());
    PrintWriter print = new PrintWriter(err, true);
    return new CommandContext(print, print, Map.of(), properties, false, Clock.systemUTC());
  }
}
