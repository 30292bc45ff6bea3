package chatload.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.service.RawClient.Until;
import chatload.service.fault.Fault;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetMainTest {

  private static final Map<String, String> SECRET =
      Map.of("AUTH_JWT_SECRET", RawClient.SECRET.reveal());

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void it_says_where_it_listens_and_stops_when_standard_input_ends() {
    int status = run(SECRET, "--stop-with-stdin", "--fault", "stall:0.5", "--fault", "empty:0.5");

    assertThat(status).isZero();
    assertThat(out.toString(UTF_8)).matches("listening on http://127\\.0\\.0\\.1:\\d+/api/chat\n");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void without_secret_it_refuses_to_start() {
    assertThat(run(Map.of())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("AUTH_JWT_SECRET is not set");
    assertThat(run(Map.of("AUTH_JWT_SECRET", "short"))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("has 5 bytes").doesNotContain("short\"");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fault=cut-rts:0.1",
        "--fault=cut-rst",
        "--first-token=soon",
        "--gap=-1",
        "--tokens=0",
        "--tokens=x",
        "--port=70000",
        "--tenant-claim= ",
        "--nonsense"
      })
  void an_unusable_option_ends_with_usage_and_without_stack_trace(String option) {
    assertThat(run(SECRET, option, "--stop-with-stdin")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).isNotBlank().doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fault=hunter2:0.1",
        "--fault=hunter2",
        "--fault=cut-rst:hunter2",
        "--first-token=hunter2",
        "--gap=hunter2..5",
        "--tokens=hunter2",
        "--port=hunter2",
        "--seed=hunter2",
        "--hunter2",
        "hunter2"
      })
  void a_secret_that_was_given_to_the_wrong_option_is_not_repeated(String option) {
    assertThat(run(SECRET, option, "--stop-with-stdin")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isNotBlank().doesNotContain("hunter2");
  }

  @Test
  void help_names_every_fault_and_what_it_does() {
    assertThat(run(Map.of(), "--help")).isZero();

    String help = out.toString(UTF_8).replaceAll("\\s+", " ");
    for (Fault fault : Fault.values()) {
      assertThat(help).contains(" " + fault.label() + " " + fault.meaning());
    }
    assertThat(out.toString(UTF_8).lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void a_mistyped_option_is_answered_with_a_suggestion() {
    run(SECRET, "--faults=cut-rst:0.1");

    assertThat(err.toString(UTF_8)).contains("unknown option --faults", "Did you mean --fault?");
  }

  @Test
  void an_unknown_fault_is_answered_with_a_suggestion() {
    run(SECRET, "--fault=cut-rts:0.1");

    assertThat(err.toString(UTF_8)).contains("did you mean cut-rst?", "byte-by-byte");
  }

  @Test
  void a_child_process_keeps_to_its_options_and_stops_cleanly_on_sigterm() throws Exception {
    Path journal = directory.resolve("journal.jsonl");
    Process process =
        child(
            "--first-token", "20", "--gap", "1", "--tokens", "3", "--journal", journal.toString());
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      int port = Integer.parseInt(lines.readLine().replaceAll("\\D*127.0.0.1:(\\d+).*", "$1"));
      String request = RawClient.post(RawClient.headers("t"), RawClient.body("hello"));
      String silent = RawClient.post(RawClient.headers("s"), RawClient.body("[fault:silence]"));
      RawResponse response;
      try (RawClient client = new RawClient(port);
          RawClient waiting = new RawClient(port)) {
        waiting.send(silent);
        response = client.send(request).read(Until.COMPLETE);
        process.toHandle().destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }

      assertThat(response.names()).isEqualTo("meta token token token done");
      assertThat(process.exitValue()).isEqualTo(128 + 15);
      assertThat(lines.readLine()).isNull();
      assertThat(Files.readAllLines(journal)).hasSize(2);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process child(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TargetMain.class.getName());
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(false);
    builder.redirectError(directory.resolve("stderr").toFile());
    builder.environment().putAll(SECRET);
    return builder.start();
  }

  private int run(Map<String, String> environment, String... args) {
    InputStream empty = new ByteArrayInputStream(new byte[0]);
    return TargetMain.run(
        args,
        environment,
        empty,
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }
}
