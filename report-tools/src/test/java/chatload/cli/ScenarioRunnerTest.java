package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of simulations that do not end, or not as they should. */
@Timeout(90)
class ScenarioRunnerTest {

  /** In smoke it hangs, and goes on when it is asked to end; in baseline it fails. */
  private static final String GATLING =
      """
      package io.gatling.app;

      public final class Gatling {
        public static void main(String[] args) throws Exception {
          System.out.println("started " + ProcessHandle.current().pid());
          if (args[1].endsWith("BaselineSimulation")) {
            System.exit(3);
          }
          if (args[1].endsWith("SmokeSimulation")) {
            Runtime.getRuntime().addShutdownHook(new Thread(Gatling::hang));
            hang();
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

  @TempDir private Path temporary;

  private final StringWriter err = new StringWriter();

  @Test
  void aSimulationThatOutlivesItsLongestTimeIsKilledAndTheNextOnesAreRun() throws Exception {
    ReportDir directory = new ReportDir(temporary.resolve("report"));
    Instant now = Instant.parse("2026-11-23T08:00:00Z");
    try (ReportDirClaim claim = ReportDirClaim.claim(directory, Optional.empty(), now)) {
      new ScenarioRunner(context(), new Job(), claim, Map::of, scenario -> Duration.ofSeconds(2))
          .runAll(Scenario.PRESETS, false);
    }

    assertThat(err.toString())
        .contains("smoke: Gatling had not ended after 2 s and was stopped; see logs/smoke-gatling")
        .contains("baseline: Gatling ended with status 3; see logs/baseline-gatling")
        .doesNotContain("stress: Gatling");
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      assertThat(ProcessHandle.of(started(directory, scenario)).filter(ProcessHandle::isAlive))
          .isEmpty();
    }
  }

  private static long started(ReportDir directory, String scenario) throws IOException {
    String log = Files.readString(directory.logs().resolve(scenario + "-gatling.log"));
    assertThat(log).startsWith("started ");
    return Long.parseLong(log.substring("started ".length()).strip());
  }

  private CommandContext context() throws IOException {
    Properties properties = new Properties();
    properties.setProperty(
        Home.PROPERTY,
        new AlteredHome(temporary.resolve("home"))
            .with("io/gatling/app/Gatling.java", GATLING)
            .root()
            .toString());
    PrintWriter print = new PrintWriter(err, true);
    return new CommandContext(print, print, Map.of(), properties, false, Clock.systemUTC());
  }
}
