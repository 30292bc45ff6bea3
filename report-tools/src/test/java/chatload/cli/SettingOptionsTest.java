package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import chatload.cli.option.SettingOptions;
import chatload.settings.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SettingOptionsTest {

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everyCommandThatTakesASettingReadsWhatItWasGiven(Setting setting) {
    String value = setting.kind() == Setting.Kind.FLAG ? "true" : "some value";
    for (Setting.Taker taker : setting.takers()) {
      assertThat(given(taker.command(), setting.flag() + "=" + value))
          .containsExactly(entry(setting, value));
    }
  }

  @Test
  void whatWasNotGivenIsNotThere() {
    assertThat(given("scenarios")).isEmpty();
    assertThat(given("scenarios", "--rerun")).isEmpty();
  }

  @Test
  void whatCanBeGivenSeveralTimesIsJoined() {
    assertThat(given("scenarios", "--set", "smoke.requests=1", "--set=stress.requests=2"))
        .containsExactly(entry(Setting.SET, "smoke.requests=1,stress.requests=2"));
  }

  @Test
  void aFlagCanBeTakenBack() {
    assertThat(given("preflight", "--http2", "--tls-insecure=false"))
        .containsExactly(entry(Setting.TLS_INSECURE, "false"), entry(Setting.HTTP2, "true"));
  }

  @Test
  void theWordsThatSayTheSameHaveNoSecret() {
    Map<Setting, String> given =
        given("scenarios", "--secret", "hunter2", "--http2", "--message", "a b", "--lang=zh");
    List<String> words = SettingOptions.words(given);
    assertThat(words).containsExactly("--message", "a b", "--http2", "--lang", "zh");
    given.remove(Setting.SECRET);
    assertThat(given("scenarios", words.toArray(String[]::new))).isEqualTo(given);
  }

  private static Map<Setting, String> given(String command, String... options) {
    CommandSpec spec = CommandSpec.create().name(command);
    CommandLine line = new CommandLine(spec);
    SettingOptions.addTo(line);
    if (command.equals("scenarios")) {
      spec.addOption(CommandLine.Model.OptionSpec.builder("--rerun").build());
    }
    line.parseArgs(options);
    return SettingOptions.given(spec);
  }
}
