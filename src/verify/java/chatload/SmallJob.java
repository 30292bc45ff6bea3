package chatload;

import chatload.auth.Secret;
import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.launch.Home;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.fault.FaultPlan;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole job through the command line, with real processes, at small sizes. */
abstract class SmallJob {

  static final Secret SECRET = new Secret("test-secret-0123456789-0123456789-0123456789");

  static final String SMALL =
      "smoke.requests=4,smoke.concurrency=2,baseline.requests=6,baseline.concurrency=3,"
          + "stress.requests=8,stress.concurrency=4,"
          + "smoke.rampMs=0,baseline.rampMs=0,stress.rampMs=0";

  @TempDir Path temporary;

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  static EmbeddedTarget target(String fault) {
    return EmbeddedTarget.start(
        TargetConfig.defaults(SECRET).withFaults(FaultPlan.parse(List.of(fault))));
  }

  static Map<String, String> secret() {
    return Map.of("AUTH_JWT_SECRET", SECRET.reveal());
  }

  /** Cold: for what does not depend on times. */
  static List<String> scenarios(Path directory, String... more) {
    return scenarios(directory, "0", more);
  }

  static List<String> scenarios(Path directory, String warmUpSeconds, String[] more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "scenarios",
                "--report-dir",
                directory.toString(),
                "--warm-up-seconds",
                warmUpSeconds,
                "--set",
                SMALL));
    line.addAll(List.of(more));
    return line;
  }

  int loadtest(Map<String, String> environment, List<String> arguments) {
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, System.getProperty("user.dir"));
    CommandContext context =
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new HashMap<>(environment),
            properties,
            false,
            Clock.systemUTC());
    return Loadtest.run(context, arguments.toArray(new String[0]));
  }

  String output() {
    return out + "\n" + err;
  }

  static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(Files.readString(file));
  }
}
