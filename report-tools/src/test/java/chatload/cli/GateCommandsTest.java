package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.CommandRun;
import chatload.settings.ProtocolSetting;
import chatload.settings.Setting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer types: init, then check. */
class GateCommandsTest {

  private static final Map<String, String> SECRET =
      Map.of("AUTH_JWT_SECRET", "0123456789abcdef0123456789abcdef");

  @TempDir private Path temp;
  private Path file;

  @BeforeEach
  void folder() throws IOException {
    file = Files.createDirectory(temp.resolve("a folder")).resolve("chatload.yaml");
  }

  private CommandRun run(String command, String... more) {
    return CommandRun.with(
        SECRET,
        Stream.concat(Stream.of(command, "--file", file.toString()), Stream.of(more)).toList());
  }

  @Test
  void init_writes_a_file_for_every_protocol_that_check_accepts() throws IOException {
    for (String protocol : ProtocolSetting.names()) {
      assertThat(run("init", "--protocol", protocol).code()).as(protocol).isZero();
      CommandRun check = run("check");
      assertThat(check.code()).as(check.err()).isZero();
      assertThat(check.out()).contains("Protocol: " + protocol, "Nothing was sent.");
      String text = Files.readString(file);
      for (Setting setting : Setting.values()) {
        setting
            .key()
            .map(key -> key.path().replaceAll(".*\\.", ""))
            .ifPresent(key -> assertThat(text).containsPattern("(?m)^ +(# )?" + key + ": "));
      }
      Files.delete(file);
    }
  }

  @Test
  void init_fills_in_what_it_is_told_and_overwrites_nothing() throws IOException {
    String url = "https://chat.example/v1/chat/completions?api-version=2026-01-01";
    List<String> told = List.of("--url", url, "--protocol", "openai-chat", "--model", "a b: c");
    assertThat(run("init", told.toArray(String[]::new)).code()).isZero();
    String text = Files.readString(file);
    assertThat(run("check").out()).contains("Protocol: openai-chat");
    assertThat(text).contains("url: " + url + "\n", "model: \"a b: c\"\n");

    CommandRun again = run("init");
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.err()).contains("exists already and is never overwritten");
    assertThat(file).content().isEqualTo(text);
  }

  @Test
  void init_names_the_file_to_check_and_what_it_cannot_write() {
    CommandRun told = run("init");
    assertThat(told.out()).contains("then ./loadtest check --file '" + file + "'");
    CommandRun none = CommandRun.with(SECRET, List.of("init", "--file", "none"));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("names no file to write");
    String nowhere = temp.resolve("nowhere/x.yaml").toString();
    CommandRun missing = CommandRun.with(SECRET, List.of("init", "--file", nowhere));
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("the directory of --file does not exist");
  }

  @Test
  void init_takes_no_secret_and_no_protocol_that_there_is_not() {
    assertThat(run("init", "--url", "https://chat.example/c?key=f3a9c1d2e4b5a697").err())
        .contains("looks like a credential");
    assertThat(run("init", "--protocol", "openai").err()).contains("Did you mean openai-chat");
    assertThat(file).doesNotExist();
  }

  @Test
  void init_takes_nothing_that_check_would_refuse() {
    assertThat(run("init", "--url", "chat.example/c").err())
        .contains("--url must begin with http:// or https://");
    assertThat(run("init", "--model", "small").err()).contains("asks for no model");
    assertThat(file).doesNotExist();
    assertThat(run("init", "--url", "${CHAT_URL}").code()).isZero();
    assertThat(file).content().contains("url: ${CHAT_URL}\n");
  }

  @Test
  void check_says_what_would_be_run_and_what_the_file_does_not_decide() throws IOException {
    Files.writeString(
        file,
        """
        scenarios: { smoke: { requests: 5 } }
        run: { profiles: smoke }
        closure: { issue: 31, epic: 9, repository: octo/chat }
        """);
    CommandRun check = run("check", "--profiles", "baseline,smoke");
    assertThat(check.code()).isZero();
    assertThat(check.out())
        .contains("Target: the embedded chat service")
        .contains("Scenario smoke: requests: 5, concurrency: 2")
        .contains("(not the preset)")
        .contains("Scenario baseline: requests: 100")
        .contains("Issue: 31, epic 9, in octo/chat")
        .contains("Overruled: run.profiles by --profiles");
    assertThat(check.err()).contains("Gate file: chatload.yaml (");
  }

  @Test
  void a_plan_says_what_a_job_costs_and_can_prove_and_sends_nothing() throws IOException {
    Files.writeString(
        file, "scenarios: { stress: { load: rate 2/s for 10min, maxInFlight: 9 } }\n");
    CommandRun plan = run("plan");
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .contains("chats: 1200, at most 9 at once")
        .contains("sent: 320 characters of messages")
        .contains("P95 total, limit 6000 ms: met if at most 5 of 100 chats miss it")
        .contains("proven at 95% if at most 1 miss it; disproven from 10 on")
        .contains("a service of which 6.0% of all chats miss it would still pass with 44.1%")
        .contains("no number of chats can prove it, since none may miss it")
        .contains("In all: 1320 chats")
        .contains("Nothing was sent.");
  }

  @Test
  void the_file_in_the_current_directory_is_taken_unless_told_otherwise() throws Exception {
    Files.writeString(file, "scenarios: { smoke: { requests: 0 } }\n");
    assertThat(here("check")).contains("chatload.yaml:1: scenarios.smoke.requests: ");
    assertThat(here("check", "--file", "none")).contains("there is no chatload.yaml here");
  }

  /** What the real command says in that folder. */
  private String here(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                "chatload.Main"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .directory(file.getParent().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isEqualTo(2);
    return said;
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
