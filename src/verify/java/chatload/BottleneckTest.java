package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.launch.Home;
import chatload.service.EmbeddedTarget;
import chatload.service.SelfWarmUp;
import chatload.service.TargetConfig;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a verdict tells a slow service from a slow load generator. The service, in this process,
 * takes 500 ms to the first token; the load generator is a process of its own.
 */
@OnIdleMachine
class BottleneckTest {

  private static final Secret SECRET = new Secret("test-secret-0123456789-0123456789-0123456789");

  /** Lets a process run for 40 ms of every 400 ms, until it is gone: a reply comes in a pause. */
  private static final String STARVE =
      "while kill -STOP $0 && sleep 0.36 && kill -CONT $0; do sleep 0.04; done 2>/dev/null";

  @TempDir private Path temporary;

  private final StringWriter output = new StringWriter();
  private EmbeddedTarget service;

  @BeforeAll
  static void warmUpService() {
    SelfWarmUp.run();
  }

  @BeforeEach
  void startService() {
    Timing timing = new Timing(Delay.parse("500"), Delay.parse("5"), 4, 1);
    service = EmbeddedTarget.start(TargetConfig.defaults(SECRET).withTiming(timing));
  }

  @AfterEach
  void stopService() {
    service.close();
  }

  @Test
  void aSlowServiceIsAFailAndAFastEnoughOneAPass() throws IOException {
    Path directory = temporary.resolve("report");
    scenarios(directory, "smoke,baseline");

    assertThat(status(directory, "smoke")).as(output.toString()).isEqualTo("PASS");
    assertThat(status(directory, "baseline")).as(output.toString()).isEqualTo("FAIL");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aStarvedGeneratorIsInconclusiveWhereItWouldElseHaveBeenAFail() throws Exception {
    Path directory = temporary.resolve("report");
    var job = CompletableFuture.runAsync(() -> scenarios(directory, "smoke"));
    ProcessHandle generator = generatorInItsRun(directory, job);
    Process starving =
        new ProcessBuilder("sh", "-c", STARVE, Long.toString(generator.pid())).start();
    try {
      job.join();
    } finally {
      starving.destroyForcibly().waitFor();
    }

    JsonNode verdict = summary(directory, "smoke").at("/verdict");
    assertThat(verdict.at("/status").asText()).as(verdict.toString()).isEqualTo("INCONCLUSIVE");
    assertThat(verdict.at("/reasons").toString()).contains("The load generator was a bottleneck");
    assertThat(Files.readString(directory.resolve("OVERVIEW.md"))).contains("was a bottleneck");

    Path unwatched = temporary.resolve("as-if-never-late");
    copyAsIfNeverLate(new ReportDir(directory), new ReportDir(unwatched));
    loadtest("report", "--report-dir", unwatched.toString());
    assertThat(status(unwatched, "smoke")).as(output.toString()).isEqualTo("FAIL");
  }

  /** The load generator, once it has warmed up and sends. */
  private static ProcessHandle generatorInItsRun(Path directory, CompletableFuture<Void> job)
      throws IOException, InterruptedException {
    Path records = new ReportDir(directory).chats("smoke");
    while (!job.isDone() && !(Files.exists(records) && Files.size(records) > 0)) {
      Thread.sleep(20);
    }
    return ProcessHandle.current().children().findFirst().orElseThrow();
  }

  private static void copyAsIfNeverLate(ReportDir from, ReportDir to) throws IOException {
    Files.createDirectories(to.raw());
    JsonNode run = Json.MAPPER.readTree(from.manifest("smoke").toFile());
    for (String lateness : List.of("loopLag", "dispatchDelay")) {
      ((ObjectNode) run.at("/generator/watch/" + lateness)).put("p95Ms", 0).put("p99Ms", 0);
    }
    Json.MAPPER.writeValue(to.manifest("smoke").toFile(), run);
    List<String> chats = new ArrayList<>();
    for (String line : Files.readAllLines(from.chats("smoke"))) {
      ObjectNode chat = (ObjectNode) Json.MAPPER.readTree(line);
      chats.add(chat.put("generatorFirstTokenMs", 0).put("generatorTotalMs", 0).toString());
    }
    Files.write(to.chats("smoke"), chats);
  }

  /** Of smoke the service can keep the limit of the first token, of baseline it can't. */
  private void scenarios(Path directory, String profiles) {
    loadtest(
        "scenarios",
        "--report-dir",
        directory.toString(),
        "--url",
        service.chatUrl().toString(),
        "--skip-preflight",
        "--warm-up-seconds",
        "6",
        "--profiles",
        profiles,
        "--set",
        "smoke.requests=30,smoke.concurrency=6,smoke.maxP95FirstTokenMs=700,"
            + "baseline.requests=12,baseline.concurrency=6,baseline.maxP95FirstTokenMs=400");
  }

  private void loadtest(String... arguments) {
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, System.getProperty("user.dir"));
    PrintWriter writer = new PrintWriter(output, true);
    Map<String, String> environment = Map.of("AUTH_JWT_SECRET", SECRET.reveal());
    Loadtest.run(
        new CommandContext(writer, writer, environment, properties, false, Clock.systemUTC()),
        arguments);
  }

  private static String status(Path directory, String scenario) throws IOException {
    return summary(directory, scenario).at("/verdict/status").asText();
  }

  private static JsonNode summary(Path directory, String scenario) throws IOException {
    return Json.MAPPER.readTree(directory.resolve(scenario + "-summary.json").toFile());
  }
}
