package chatload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A load generator that stands still again and again, too shortly to be seen in a single chat, must
 * not fail a service that keeps its limit. The service sends its first token after 500 ms; the
 * limit is 506 ms.
 */
@OnIdleMachine
class ShortStopsTest {

  private static final Secret SECRET = new Secret("test-secret-0123456789-0123456789-0123456789");

  /** Stops a process for some 12 to 17 ms, twenty times a second, until it is gone. */
  private static final String STOPS =
      "while kill -STOP $0 && sleep 0.013 && kill -CONT $0; do sleep 0.035; done 2>/dev/null";

  @TempDir private Path temporary;

  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @MethodSource("rounds")
  void aServiceThatKeepsItsLimitIsNoFailHoweverOftenTheGeneratorStops(int round) throws Exception {
    SelfWarmUp.run();
    Timing timing = new Timing(Delay.parse("500"), Delay.parse("5"), 4, 1);
    try (EmbeddedTarget service =
        EmbeddedTarget.start(TargetConfig.defaults(SECRET).withTiming(timing))) {
      Path directory = temporary.resolve("report-" + round);
      StringWriter output = new StringWriter();
      var job = CompletableFuture.runAsync(() -> smoke(service, directory, output));
      Process stops =
          new ProcessBuilder("sh", "-c", STOPS, Long.toString(generatorInItsRun(directory, job)))
              .start();
      try {
        job.join();
      } finally {
        stops.destroyForcibly().waitFor();
      }
      JsonNode summary = Json.MAPPER.readTree(directory.resolve("smoke-summary.json").toFile());
      String status = summary.at("/verdict/status").asText();
      assertThat(status).as(summary.at("/verdict").toString()).isNotEqualTo("FAIL");
      double measured = summary.at("/latency/firstToken/p95").asDouble();
      assumeThat(measured).as("a machine on which the stops reach the P95").isGreaterThan(506);
      assertThat(status).as(summary.at("/verdict").toString()).isEqualTo("INCONCLUSIVE");
    }
  }

  /** One in every build; as many as {@code -DshortStops.rounds} says. */
  private static IntStream rounds() {
    return IntStream.rangeClosed(1, Integer.getInteger("shortStops.rounds", 1));
  }

  private static long generatorInItsRun(Path directory, CompletableFuture<Void> job)
      throws Exception {
    Path records = new ReportDir(directory).chats("smoke");
    while (!job.isDone() && !(Files.exists(records) && Files.size(records) > 0)) {
      Thread.sleep(20);
    }
    return ProcessHandle.current().children().findFirst().orElseThrow().pid();
  }

  private static void smoke(EmbeddedTarget service, Path directory, StringWriter output) {
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, System.getProperty("user.dir"));
    PrintWriter writer = new PrintWriter(output, true);
    Loadtest.run(
        new CommandContext(
            writer,
            writer,
            Map.of("AUTH_JWT_SECRET", SECRET.reveal()),
            properties,
            false,
            Clock.systemUTC()),
        "scenarios",
        "--report-dir",
        directory.toString(),
        "--url",
        service.chatUrl().toString(),
        "--skip-preflight",
        "--warm-up-seconds",
        "3",
        "--profiles",
        "smoke",
        "--set",
        "smoke.requests=60,smoke.concurrency=6,smoke.maxP95FirstTokenMs=506");
  }
}
