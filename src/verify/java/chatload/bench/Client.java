package chatload.bench;

import chatload.files.ReportDir;
import chatload.launch.SimulationProcess;
import chatload.protocol.mapping.Protocols;
import chatload.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is compared: each runs in a process of its own, with the Java options that are usual. */
enum Client {
  /** This project, with the options of {@code ./loadtest scenarios}, in a process without past. */
  CHATLOAD("chatload") {
    @Override
    List<String> options() {
      return JavaProcess.OWN_OPTIONS;
    }

    @Override
    List<String> main(Path directory) {
      return gatling("chatload.simulation.StressSimulation", directory);
    }

    @Override
    Map<String, String> variables(URI url, Load load, Path directory) {
      String set =
          "stress.requests=%d,stress.concurrency=%d,stress.timeoutMs=%d"
              .formatted(load.chats(), load.users(), load.timeLimitMs());
      Map<String, String> variables = new HashMap<>();
      variables.put(Setting.URL.variable(), url.toString());
      variables.put(Setting.SET.variable(), set);
      variables.put(Setting.REPORT_DIR.variable(), directory.toString());
      variables.put(Setting.PROTOCOL.variable(), load.protocol());
      if (!load.isForAllClients() && Protocols.named(load.protocol()).needsModel()) {
        variables.put(Setting.MODEL.variable(), "embedded");
      }
      return variables;
    }

    @Override
    Path times(Path directory) {
      return new ReportDir(directory).chats("stress");
    }
  },
  /** A plain Gatling simulation, as the Gatling Maven plugin starts it. */
  PLAIN("plain Gatling") {
    @Override
    List<String> options() {
      return List.of(
          "-Xmx1G",
          "-XX:MaxInlineLevel=20",
          "-XX:MaxTrivialSize=12",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "-Djava.util.prefs.PreferencesFactory=chatload.load.engine.QuietPreferences");
    }

    @Override
    List<String> main(Path directory) {
      return gatling("chatload.bench.PlainSimulation", directory);
    }
  },
  /** Netty and nothing else, with the options of the first. */
  NETTY("bare Netty") {
    @Override
    List<String> options() {
      return JavaProcess.OWN_OPTIONS;
    }

    @Override
    List<String> main(Path directory) {
      return List.of("chatload.bench.BareClient");
    }
  };

  private final String label;

  Client(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract List<String> options();

  /** Main class and arguments. */
  abstract List<String> main(Path directory);

  Map<String, String> variables(URI url, Load load, Path directory) {
    return Map.of();
  }

  /** Where it leaves the times that it measured. */
  Path times(Path directory) {
    return directory.resolve("times.jsonl");
  }

  private static List<String> gatling(String simulation, Path directory) {
    return List.of("io.gatling.app.Gatling", "-s", simulation, "-rf", directory + "/gatling");
  }

  /** Runs it against the service until all its chats are over. */
  void run(URI url, Load load, String token, Path directory, Path samples)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(options());
    options.addAll(BenchArguments.of(url, load, times(directory).toString()));
    List<String> main = new ArrayList<>(List.of(Sampled.class.getName(), samples.toString()));
    main.add(load.isOneChatPerUser() ? Integer.toString(load.users()) : "0");
    main.addAll(main(directory));
    Map<String, String> variables = new HashMap<>(variables(url, load, directory));
    variables.put(Setting.JWT_TOKEN.variable(), token);
    Path output = directory.resolve("output.txt");
    int code = JavaProcess.start(options, main, variables, output.toFile()).waitFor();
    if (!SimulationProcess.isUsual(code)) {
      throw new IOException(label + " ended with " + code + ":\n" + Files.readString(output));
    }
  }
}
