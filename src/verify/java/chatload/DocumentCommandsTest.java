package chatload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.fixture.JobFixture;
import chatload.service.TargetMain;
import chatload.settings.Setting;
import chatload.tool.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in README, docs and CONTRIBUTING works: here, or in .ci/run. */
@OnIdleMachine
class DocumentCommandsTest {

  /** Too long for every build, or about things outside of it: each is run by whoever needs it. */
  private static final Set<String> BY_HAND =
      Set.of(
          ".ci/run",
          "bench/own-time", // the main job once more, which .ci/run has run
          "bench/peers", // other tools, downloaded
          "release/checksums", // downloads all that a release fetches
          "./mvnw validate", // a part of verify
          "./mvnw verify -Pattack", // as verify, and all combinations
          "./mvnw verify -Pfaults", // as verify, and all rows
          "./mvnw test -Psurvival", // as verify, and more kills
          "./mvnw -Pmutation test-compile org.pitest:pitest-maven:mutationCoverage",
          "./mvnw spotless:apply", // verify has the check
          "./mvnw org.codehaus.mojo:versions-maven-plugin:2.19.1:display-dependency-updates");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]+");

  @TempDir private Path temp;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, UTF_8);

  static Stream<DocumentCommand> loadtest() {
    return DocumentCommand.all().stream()
        .filter(command -> command.program().equals("./loadtest") && command.words().size() > 1)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("loadtest")
  void loadtest_takes_every_command_line(DocumentCommand command) throws IOException {
    List<String> words = new ArrayList<>(command.words().subList(1, command.words().size()));
    String subcommand = words.get(0);
    ExitCode expected = ExitCode.PASS;
    if (words.size() == 1 && !subcommand.equals("scenarios") || isHelpEnough(words)) {
      words.add("--help"); // it is only named, would send, or wants a key of the reader's own
    } else if (subcommand.equals("scenarios")) {
      // With everything read and nothing sent yet, a directory that is in use stops it.
      Files.writeString(temp.resolve("OVERVIEW.md"), "earlier");
      int at = words.indexOf("--report-dir");
      if (at > 0) {
        words.subList(at, at + 2).clear();
      }
      words.addAll(List.of("--report-dir", temp.toString()));
      expected = ExitCode.UNUSABLE_INPUT;
    } else if (subcommand.equals("init")) {
      words.addAll(List.of("--file", temp.resolve("chatload.yaml").toString()));
    } else if (subcommand.equals("stats")) {
      String log = "report-tools/src/test/resources/chatload/gatling/3.15.1/simulation.log";
      Files.copy(Path.of(log), temp.resolve("simulation.log"));
    } else if (words.contains("--report-dir")) {
      new JobFixture().tuned().in(temp);
    }
    words.replaceAll(this::filledIn);

    assertThat(run(words)).as(printed.toString(UTF_8)).isEqualTo(expected.code());
    assertThat(printed.toString(UTF_8))
        .contains(expected == ExitCode.UNUSABLE_INPUT ? "are never overwritten" : "");
  }

  private static boolean isHelpEnough(List<String> words) {
    return Set.of("probe", "compare", "history", "capacity", "merge", "otlp").contains(words.get(0))
        || words.contains("--key")
        || words.contains("--part")
        || words.contains("--signers");
  }

  /** In the place of what the reader has to fill in. */
  private String filledIn(String word) {
    return switch (word) {
      case "DIR", "artifacts/loadtest-<timestamp>" -> temp.toString();
      case "COMMAND" -> "scenarios";
      case "$PREVIEW_URL" -> "https://preview.example/api/chat";
      default -> word;
    };
  }

  private int run(List<String> words) {
    String[] arguments = words.toArray(String[]::new);
    Map<String, String> secret = Map.of("AUTH_JWT_SECRET", "0123456789abcdef0123456789abcdef");
    if (words.get(0).equals("target") && !words.contains("--help")) {
      List<String> options = new ArrayList<>(words.subList(1, words.size()));
      options.set(options.indexOf("--port") + 1, "0");
      options.add("--stop-with-stdin");
      InputStream nothing = InputStream.nullInputStream();
      return TargetMain.run(options.toArray(String[]::new), secret, nothing, out, out);
    }
    PrintWriter writer = new PrintWriter(out, true);
    return Loadtest.run(
        new CommandContext(writer, writer, secret, new Properties(), false, Clock.systemUTC()),
        arguments);
  }

  @Test
  void every_option_that_is_named_is_there() {
    Set<String> known = new HashSet<>();
    TargetMain.run(new String[] {"--help"}, Map.of(), InputStream.nullInputStream(), out, out);
    for (String command :
        "scenarios capacity preflight probe report review prepare finalize verify sign stats token compare"
            .split(" ")) {
      run(List.of("help", command));
    }
    OPTION.matcher(printed.toString(UTF_8)).results().map(MatchResult::group).forEach(known::add);
    Set<String> named = new TreeSet<>();
    for (String snippet : DocumentCommand.snippets()) {
      OPTION.matcher(snippet).results().map(MatchResult::group).forEach(named::add);
    }
    named.removeAll(known);
    assertThat(named).isEmpty();
  }

  @Test
  void everything_else_is_run_by_ci_or_listed_here() {
    Set<String> run =
        DocumentCommand.ofScript(Path.of(".ci/run")).stream()
            .map(DocumentCommand::task)
            .collect(toSet());
    Set<String> left =
        others()
            .filter(command -> !runsNamedTests(command))
            .map(DocumentCommand::task)
            .filter(task -> !task.equals("./mvnw") && !run.contains(task))
            .collect(toSet());
    assertThat(left).isEqualTo(BY_HAND);
  }

  /** All tests are run by {@code verify}. */
  private static boolean runsNamedTests(DocumentCommand command) {
    return command.task().equals("./mvnw test")
        && command.words().stream().anyMatch(word -> word.startsWith("-Dtest="));
  }

  @Test
  void what_maven_is_told_is_there() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    for (DocumentCommand command : others().toList()) {
      for (String word : command.words()) {
        if (word.startsWith("-P")) {
          assertThat(pom).as(command.toString()).contains("<id>" + word.substring(2) + "</id>");
        } else if (word.startsWith("-Dtest=")) {
          for (String pattern : word.substring("-Dtest=".length()).split(",")) {
            assertThat(isTest(pattern)).as(command + ": " + pattern).isTrue();
          }
        } else if (word.startsWith("-D")) {
          String property = word.substring(2).replaceAll("=.*", "");
          assertThat(isProperty(property, pom)).as(command + ": " + property).isTrue();
        }
      }
    }
  }

  private static boolean isTest(String pattern) throws IOException {
    var glob = FileSystems.getDefault().getPathMatcher("glob:" + pattern + ".java");
    return tests().stream().anyMatch(file -> glob.matches(file.getFileName()));
  }

  /** Of Maven, of the build, a setting, or of a test. */
  private static boolean isProperty(String name, String pom) throws IOException {
    if (name.equals("skipTests")
        || pom.contains("${" + name + "}")
        || pom.contains("<name>" + name + "</name>")
        || Arrays.stream(Setting.values()).anyMatch(setting -> name.equals(setting.property()))) {
      return true;
    }
    for (Path test : tests()) {
      if (Files.readString(test).contains("(\"" + name + "\"")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> tests() throws IOException {
    List<Path> tests = new ArrayList<>();
    for (String root : List.of("src/verify/java", "report-tools/src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(tests::add);
      }
    }
    return tests;
  }

  private static Stream<DocumentCommand> others() {
    return DocumentCommand.all().stream()
        .filter(command -> !command.program().equals("./loadtest"));
  }
}
