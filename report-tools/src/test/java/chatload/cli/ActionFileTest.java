package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The action for GitHub, as far as it can be looked at without GitHub. */
class ActionFileTest {

  private final String action = read();

  private static String read() {
    try {
      return Files.readString(Path.of("action.yml"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_a_user_gives_reaches_the_shell_as_a_variable_and_never_as_code() {
    String script = action.substring(action.indexOf("run: |"));
    script = script.substring(0, script.indexOf("\n    - "));
    assertThat(script).contains("scenarios").doesNotContain("${{");
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
