package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.launch.Home;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A whole search against a queue whose capacity is known; takes minutes. */
@EnabledIf("isWanted")
class CapacityRunTest {

  /** 8 places and 200 ms of work: 16 users wait for 400 ms, and of 17 one in eight for 600. */
  private static final int KNEE = 16;

  static boolean isWanted() {
    return Boolean.getBoolean("capacity.real");
  }

  @TempDir private Path temporary;
  private final StringWriter said = new StringWriter();

  @Test
  void theIntervalHoldsTheTrueNumberAndTheRunsSayTheSameAgain() throws Exception {
    Path directory = temporary.resolve("capacity");
    try (QueueService queue = new QueueService(8, 200)) {
      int code =
          loadtest(
              "capacity",
              "--url",
              queue.url(),
              "--skip-preflight",
              "--from",
              "4",
              "--to",
              "64",
              "--set",
              "stress.maxP95FirstTokenMs=500,stress.rampMs=0",
              "--report-dir",
              directory.toString());
      assertThat(code).as(said.toString()).isEqualTo(ExitCode.PASS.code());
    }
    JsonNode capacity = Json.MAPPER.readTree(directory.resolve("capacity.json").toFile());
    assertThat(capacity.at("/capacity/holds/users").asInt()).isLessThanOrEqualTo(KNEE);
    assertThat(capacity.at("/capacity/breaks/users").asInt()).isGreaterThan(KNEE);

    String before = Files.readString(directory.resolve("CAPACITY.html"));
    Files.delete(directory.resolve("CAPACITY.html"));
    assertThat(loadtest("capacity", "--again", "--report-dir", directory.toString())).isZero();
    assertThat(directory.resolve("CAPACITY.html")).content().isEqualTo(before);
  }

  private int loadtest(String... arguments) {
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, System.getProperty("user.dir"));
    PrintWriter writer = new PrintWriter(said, true);
    return Loadtest.run(
        new CommandContext(
            writer,
            writer,
            Map.of("AUTH_JWT_SECRET", "0123456789abcdef0123456789abcdef"),
            properties,
            false,
            Clock.systemUTC()),
        arguments);
  }
}
