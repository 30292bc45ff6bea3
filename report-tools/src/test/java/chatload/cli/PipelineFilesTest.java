package chatload.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The files for pipelines, ours and those to copy, as far as they can be looked at without GitHub
 * and GitLab: that they are YAML, name nothing that is not there, and hand no text to a shell.
 */
class PipelineFilesTest {

  private static final Path GITLAB = Path.of("docs/examples/gitlab-ci.yml");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*\\}\\}");
  private static final Pattern OF_STEP = Pattern.compile("steps\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
  private static final Pattern USES =
      Pattern.compile("actions/[a-z-]+@v[0-9]+|OWNER/chatload@VERSION");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:bin/loadtest|\\$LOADTEST\"|\\$loadtest\") ([a-z]+)([^|\\n]*(?:\\\\\\n.*)?)");

  /** Words of GitLab's that are no jobs. */
  private static final Set<String> NO_JOBS = Set.of("stages");

  static List<Path> workflows() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of(".github/workflows", "docs/examples")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        all.filter(file -> file.toString().endsWith(".yml") && !file.equals(GITLAB))
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(4);
    return files;
  }

  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>(workflows());
    files.addAll(List.of(GITLAB, Path.of("action.yml"), Path.of(".github/dependabot.yml")));
    return files;
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_is_yaml_without_a_key_twice(Path file) throws IOException {
    assertThat(read(file)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void a_workflow_names_what_is_there_and_ends_by_itself(Path file) throws IOException {
    Map<String, Object> workflow = read(file);
    assertThat(workflow).containsKeys("name", "permissions", "jobs");
    assertThat(map(workflow.get("permissions"))).containsExactly(Map.entry("contents", "read"));
    Map<String, Object> jobs = map(workflow.get("jobs"));
    jobs.forEach(
        (name, value) -> {
          Map<String, Object> job = map(value);
          assertThat(job).as(name).containsKeys("runs-on", "timeout-minutes", "steps");
          assertThat(jobs.keySet()).containsAll(texts(job.get("needs")));
          Set<String> ids = new HashSet<>();
          for (Object one : (Collection<?>) job.get("steps")) {
            Map<String, Object> step = map(one);
            assertThat(step.containsKey("uses")).isNotEqualTo(step.containsKey("run"));
            if (step.containsKey("uses")) {
              assertThat((String) step.get("uses")).matches(USES);
            }
            for (MatchResult used : OF_STEP.matcher(step.toString()).results().toList()) {
              assertThat(ids).as(step.toString()).contains(used.group(1));
            }
            if (step.containsKey("id")) {
              assertThat(ids.add((String) step.get("id"))).as(step.toString()).isTrue();
            }
          }
        });
  }

  /** What somebody outside can write, and every secret, is a variable of the shell. */
  @ParameterizedTest
  @MethodSource("all")
  void no_text_of_others_becomes_a_part_of_a_script(Path file) throws IOException {
    visit(
        read(file),
        (key, value) -> {
          if (key.equals("run")) {
            assertThat(value).doesNotContain("${{");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void the_action_is_given_inputs_and_asked_for_outputs_that_it_has(Path file) throws IOException {
    Map<String, Object> action = read(Path.of("action.yml"));
    Set<String> inputs = map(action.get("inputs")).keySet();
    Set<String> outputs = map(action.get("outputs")).keySet();
    for (Object value : map(read(file).get("jobs")).values()) {
      for (Object one : (Collection<?>) map(value).get("steps")) {
        Map<String, Object> step = map(one);
        if ("OWNER/chatload@VERSION".equals(step.get("uses"))) {
          assertThat(inputs).containsAll(map(step.get("with")).keySet());
        }
      }
    }
    Matcher expressions = EXPRESSION.matcher(Files.readString(file));
    while (expressions.find()) {
      Matcher output = OF_STEP.matcher(expressions.group(1));
      if (output.matches() && output.group(1).equals("load")) {
        assertThat(outputs).contains(output.group(2));
      }
    }
  }

  /** With the shell and the flags that GitHub uses where no shell is named. */
  @ParameterizedTest
  @CsvSource({
    "pull-request, 0, '', 0",
    "pull-request, 5, '', 0",
    "pull-request, 4, '', 4",
    "pull-request, 3, '', 3",
    "pull-request, '', '', 1",
    "nightly, 0, 0, 0",
    "nightly, 0, 5, 0",
    "nightly, 0, 4, 4",
    "nightly, 0, 2, 2",
    "nightly, 0, '', 1",
    "nightly, 5, '', 0",
    "nightly, 4, '', 4",
    "nightly, '', '', 1"
  })
  void only_what_is_proven_or_unknown_lets_a_pipeline_go_on(
      String name, String load, String compared, int expected) throws Exception {
    Map<String, Object> jobs = map(read(Path.of("docs/examples", name + ".yml")).get("jobs"));
    String script =
        jobs.values().stream()
            .flatMap(job -> ((Collection<?>) map(job).get("steps")).stream())
            .map(PipelineFilesTest::map)
            .filter(step -> "What comes of the verdict".equals(step.get("name")))
            .map(step -> (String) step.get("run"))
            .findFirst()
            .orElseThrow();
    ProcessBuilder bash = new ProcessBuilder("bash", "-e", "-c", script).redirectErrorStream(true);
    bash.environment().putAll(Map.of("CODE", load, "LOAD", load, "COMPARED", compared));
    Process running = bash.start();
    String said = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor()).isEqualTo(expected);
    assertThat(said.contains("::warning")).isEqualTo(load.equals("5") || compared.equals("5"));
  }

  @Test
  void gitlabs_jobs_name_what_is_there() throws IOException {
    Map<String, Object> file = read(GITLAB);
    Collection<?> stages = (Collection<?>) file.get("stages");
    file.forEach(
        (name, value) -> {
          if (NO_JOBS.contains(name)) {
            return;
          }
          Map<String, Object> job = map(value);
          assertThat(file.keySet()).containsAll(texts(job.get("extends")));
          if (!name.startsWith(".")) {
            assertThat(job).as(name).containsKeys("extends", "rules", "script");
            texts(job.get("stage")).forEach(stage -> assertThat(stages.contains(stage)).isTrue());
          }
          for (String need : needs(job)) {
            assertThat(file).containsKey(need);
          }
        });
  }

  /** Each command line of the tool takes the options that it is given. */
  @ParameterizedTest
  @MethodSource("all")
  void the_tool_has_every_option_that_it_is_given(Path file) throws IOException {
    for (MatchResult found : COMMAND.matcher(Files.readString(file)).results().toList()) {
      StringWriter help = new StringWriter();
      PrintWriter out = new PrintWriter(help, true);
      int code =
          Loadtest.run(
              new CommandContext(out, out, Map.of(), new Properties(), false, Clock.systemUTC()),
              found.group(1),
              "--help");
      assertThat(code).as(found.group()).isZero();
      Pattern.compile("--[a-z-]+")
          .matcher(found.group(2))
          .results()
          .forEach(option -> assertThat(help.toString()).contains(option.group()));
    }
  }

  @Test
  void the_commands_of_the_examples_are_found() throws IOException {
    Set<String> commands = new HashSet<>();
    for (Path file : all()) {
      COMMAND.matcher(Files.readString(file)).results().forEach(at -> commands.add(at.group(1)));
    }
    assertThat(commands)
        .contains("scenarios", "compare", "history", "sign", "verify", "review", "prepare");
  }

  private static List<String> needs(Map<String, Object> job) {
    List<String> names = new ArrayList<>();
    for (Object need : (Collection<?>) job.getOrDefault("needs", List.of())) {
      names.add(need instanceof Map<?, ?> one ? (String) one.get("job") : (String) need);
    }
    return names;
  }

  private static List<String> texts(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(String.class::cast).toList();
    }
    return value == null ? List.of() : List.of((String) value);
  }

  private static void visit(Object value, BiConsumer<String, String> visitor) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            if (inner instanceof String text) {
              visitor.accept(String.valueOf(key), text);
            }
            visit(inner, visitor);
          });
    } else if (value instanceof Collection<?> many) {
      many.forEach(one -> visit(one, visitor));
    }
  }

  private static Map<String, Object> read(Path file) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    return map(new Yaml(new SafeConstructor(strict)).load(Files.readString(file)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
