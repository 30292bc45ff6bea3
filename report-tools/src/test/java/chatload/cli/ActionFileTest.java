package chatload.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action for GitHub, as far as it can be looked at without GitHub. */
class ActionFileTest {

  private final String action = read();

  @TempDir private Path temp;

  private static String read() {
    try {
      return Files.readString(Path.of("action.yml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_a_user_gives_reaches_the_shell_as_a_variable_and_never_as_code() {
    assertThat(script()).contains("scenarios").doesNotContain("${{");
  }

  /** With the shell and the flags that GitHub uses for {@code shell: bash}. */
  @Test
  void its_step_passes_on_what_is_given_and_ends_as_the_command_does() throws Exception {
    Path command = temp.resolve("loadtest");
    Files.writeString(command, "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 5\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path script = Files.writeString(temp.resolve("script"), script());
    ProcessBuilder step =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
            .redirectErrorStream(true);
    step.environment()
        .putAll(
            Map.of(
                "CHATLOAD_HOME", temp.toString(),
                "GITHUB_OUTPUT", temp.resolve("output").toString(),
                "INPUT_URL", "https://preview.example/a b$(id)",
                "INPUT_TENANT_ID", "",
                "INPUT_USER_ID", "u",
                "INPUT_PROFILES", "",
                "INPUT_REPORT_DIR", "artifacts/load test"));
    Process running = step.start();
    assertThat(new String(running.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo(
            "<scenarios><--report-dir><artifacts/load test>"
                + "<--url><https://preview.example/a b$(id)><--user-id><u>");
    assertThat(running.waitFor()).isEqualTo(5);
    assertThat(temp.resolve("output")).hasContent("command=" + command + "\nexit-code=5");
  }

  private String script() {
    String script = action.substring(action.indexOf("run: |") + "run: |\n".length());
    return script.substring(0, script.indexOf("\n    - ") + 1).stripIndent();
  }

  @Test
  void it_gives_no_option_that_the_command_has_not() {
    StringWriter help = new StringWriter();
    PrintWriter out = new PrintWriter(help, true);
    Loadtest.run(
        new CommandContext(out, out, Map.of(), new Properties(), false, Clock.systemUTC()),
        "scenarios",
        "--help");
    List<String> options =
        Pattern.compile("--[a-z-]+").matcher(action).results().map(MatchResult::group).toList();
    assertThat(options)
        .hasSizeGreaterThan(4)
        .allSatisfy(option -> assertThat(help.toString()).contains(option));
  }

  @Test
  void it_takes_no_secret_as_an_input() {
    String inputs = action.substring(0, action.indexOf("outputs:"));
    assertThat(inputs.lines()).noneMatch(line -> line.matches("  [a-z-]*(secret|token)[a-z-]*:"));
  }
}
