package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import chatload.review.Item;
import chatload.run.Cause;
import chatload.settings.Setting;
import chatload.tool.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutACommandTheUsageIsShownAndNothingPasses() {
    assertThat(run()).isEqualTo(ExitCode.USAGE.code());
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("loadtest: no command given").contains("Usage:", "stats");
  }

  @Test
  void helpAloneIsTheListOfCommands() {
    assertThat(run("help")).isZero();
    String list = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run("--help")).isZero();
    assertThat(list).isEqualTo(out.toString()).contains("scenarios", "help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scenarios",
        "preflight",
        "probe",
        "report",
        "review",
        "prepare",
        "finalize",
        "verify",
        "stats",
        "token",
        "target",
        "protocol"
      })
  void helpOfACommandIsWhatItSaysItselfAndFitsATerminal(String command) {
    assertThat(run("help", command)).isZero();
    String help = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run(command, "--help")).isZero();
    assertThat(help).isEqualTo(out.toString()).startsWith("Usage: loadtest " + command);
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void helpNamesTheVariableAndTheDefaultOfASetting(Setting setting) {
    for (Setting.Taker taker : setting.takers()) {
      out.getBuffer().setLength(0);
      run(taker.command(), "--help");
      String help = out.toString().replaceAll("\\s+", "");
      assertThat(help)
          .contains(setting.flag(), "(env:" + setting.variable())
          .contains(setting.description().replaceAll("\\s+", ""));
      setting
          .byDefault()
          .ifPresent(
              text -> assertThat(help).contains(";default:" + text.replaceAll("\\s+", "") + ")"));
    }
  }

  @Test
  void helpOfReviewListsCausesAndWhatCanBeAccepted() {
    run("review", "--help");
    String help = out.toString().replaceAll("\\s+", " ");
    for (Cause cause : Cause.values()) {
      assertThat(help).contains(cause.label());
    }
    for (Item item : Item.values()) {
      assertThat(help.contains(item.key() + ",") || help.contains(item.key() + "."))
          .as(item.key())
          .isEqualTo(item.isAcceptable());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scenarois, unknown command scenarois, Did you mean scenarios?",
    "help scenarois, unknown command scenarois, Did you mean scenarios?",
    "token --tenantid t, unknown option --tenantid, Did you mean --tenant-id?",
    "token --tenant t, unknown option --tenant, Did you mean --tenant-id or --tenant-claim?",
    "report --report-dir . --langs=zh, unknown option --langs, Did you mean --lang?"
  })
  void aTypoIsNamedAndAnsweredWithWhatWasMeant(String line, String complaint, String suggestion) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("loadtest: " + complaint + "\n  " + suggestion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2-hunter2", "token hunter2-hunter2", "help hunter2-hunter2"})
  void whatIsLikeNothingIsNotRepeated(String line) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString())
        .contains("not shown here because it could be a secret", "--help")
        .doesNotContain("hunter2", "Did you mean");
  }

  private int run(String... arguments) {
    return Loadtest.run(
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Map.of(),
            new Properties(),
            false,
            Clock.systemUTC()),
        arguments);
  }
}
