package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.launch.AlteredHome;
import chatload.launch.Home;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole jobs in which something of this program dies or hangs: they end, and carry no verdict. The
 * simulation's process runs one class that is not as it should be, and allows a run two seconds
 * more than its chats may take, where it is a minute else.
 */
@Timeout(120)
class DyingRunTest {

  private static final String TESTS = "src/test/java";
  private static final String TOOLS = "report-tools/src/main/java";
  private static final String SIMULATION = "chatload/simulation/SmokeSimulation.java";
  private static final String CHATS = "exec(run.chats())";
  private static final String DIES = "throw new NoClassDefFoundError(\"chatload/Gone\");";

  /** Two chats at once of 4 s at most, a second between chats, and two beyond. */
  private static final String LONGEST = "the run was not over after 7 s";

  /** With what it takes to start and to report. */
  private static final Duration BOUND = Duration.ofSeconds(50);

  @TempDir private Path temporary;

  private final StringWriter output = new StringWriter();
  private AlteredHome home;
  private Path report;

  @BeforeEach
  void allowLittleTime() throws IOException {
    home =
        new AlteredHome(temporary.resolve("home"))
            .with(
                TOOLS,
                "chatload/run/LongestTime.java",
                "SLACK = Duration.ofSeconds(60)",
                "SLACK = Duration.ofSeconds(2)");
    report = temporary.resolve("report");
  }

  @Test
  void aCallbackThatThrowsIsTheGeneratorsTroubleAndNothingWaits() throws IOException {
    home.with(
        TOOLS,
        "chatload/protocol/SseParser.java",
        "public void feed(ByteBuffer chunk) {",
        "public void feed(ByteBuffer chunk) { if (true) " + DIES);

    assertThat(smoke()).as(output.toString()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(chats())
        .hasSize(2)
        .allSatisfy(
            chat ->
                assertThat(chat.path("cause").asText()).as(chat.toString()).isEqualTo("generator"));
    assertThat(run().path("status").asText()).isEqualTo("COMPLETED");
    assertThat(problems()).anyMatch(problem -> problem.contains("chatload/Gone"));
  }

  @Test
  void aUserThatNeverComesBackAfterChatsThatWereAllOkIsNoPassAndNoEndlessRun() throws IOException {
    home.with(TESTS, SIMULATION, CHATS, CHATS + ".pause(3600)");

    assertThat(smoke()).as(output.toString()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(chats()).hasSize(2).allMatch(chat -> chat.path("outcome").asText().equals("OK"));
    assertWasEnded();
  }

  @Test
  void anErrorInAStepOfGatlingsIsNoPassAndNoEndlessRun() throws IOException {
    home.with(TESTS, SIMULATION, CHATS, CHATS + ".exec(s -> { if (true) " + DIES + " return s; })");

    assertThat(smoke()).as(output.toString()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run().path("status").asText()).isEqualTo("ABORTED");
  }

  @Test
  void aRunThatCantBeginSaysWhyInItsLog() throws IOException {
    home.with(TESTS, SIMULATION, "run.before();", "if (true) " + DIES + " run.before();");

    assertThat(smoke()).as(output.toString()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(report.resolve("logs/smoke-gatling.log")).content().contains("chatload/Gone");
  }

  @Test
  void anEventLoopThatHangsIsNoEndlessRun() throws IOException {
    home.with(
        TESTS,
        SIMULATION,
        CHATS,
        "exec(s -> { try { new java.util.concurrent.CountDownLatch(1).await(); }"
            + " catch (InterruptedException e) { Thread.currentThread().interrupt(); } return s; })."
            + CHATS);

    assertThat(smoke()).as(output.toString()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertWasEnded();
  }

  @Test
  void aClockThatJumpsInMidRunCarriesNoVerdictThoughEveryChatWasOk() throws IOException {
    home.with(
        TESTS,
        "chatload/load/watch/ClockWatch.java",
        "System::currentTimeMillis",
        "() -> -60 * System.currentTimeMillis()");

    assertThat(smoke()).as(output.toString()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(chats()).hasSize(2).allMatch(chat -> chat.path("outcome").asText().equals("OK"));
    assertThat(problems()).singleElement().asString().contains("clock jumped back");
  }

  private void assertWasEnded() throws IOException {
    assertThat(run().path("status").asText()).isEqualTo("ABORTED");
    assertThat(problems()).anyMatch(problem -> problem.startsWith(LONGEST));
    assertThat(report.resolve("OVERVIEW.md"))
        .content()
        .contains("Overall Result: **INCONCLUSIVE**", LONGEST);
    assertThat(output.toString()).contains("smoke: Gatling ended with status 1");
  }

  /** Runs two chats of smoke; returns the exit code. */
  private int smoke() {
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, home.root().toString());
    PrintWriter print = new PrintWriter(output, true);
    CommandContext context =
        new CommandContext(print, print, new HashMap<>(), properties, false, Clock.systemUTC());
    long start = System.nanoTime();
    int code =
        Loadtest.run(
            context,
            "scenarios",
            "--report-dir",
            report.toString(),
            "--profiles",
            "smoke",
            "--skip-preflight",
            "--warm-up-seconds",
            "0",
            "--set",
            "smoke.requests=2,smoke.concurrency=2,smoke.rampMs=0,smoke.timeoutMs=4000");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    return code;
  }

  private JsonNode run() throws IOException {
    return Json.MAPPER.readTree(Files.readString(report.resolve("raw/smoke-run.json")));
  }

  private List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    run().at("/generator/problems").forEach(problem -> problems.add(problem.asText()));
    return problems;
  }

  private List<JsonNode> chats() throws IOException {
    List<JsonNode> chats = new ArrayList<>();
    for (String line : Files.readAllLines(report.resolve("raw/smoke-chats.jsonl"))) {
      chats.add(Json.MAPPER.readTree(line));
    }
    return chats;
  }
}
