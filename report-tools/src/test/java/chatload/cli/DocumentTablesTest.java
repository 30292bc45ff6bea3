package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import chatload.gate.Key;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Rounding;
import chatload.metric.Unit;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.run.Scenario;
import chatload.settings.Setting;
import chatload.tool.ArgumentRedaction;
import chatload.tool.ExitCode;
import chatload.words.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

/** Tables in the documents say what the code says; {@code -Dgolden.update=true} rewrites them. */
class DocumentTablesTest {

  private static final Path README = Path.of("README.md");
  private static final Path SETTINGS = Path.of("docs/settings.md");

  @Test
  void the_settings_are_those_that_are_declared() throws IOException {
    Table table =
        new Table()
            .words("Flag")
            .words("Property")
            .words("Variable")
            .words("Gate file")
            .words("Default")
            .words("Commands")
            .words("What it says");
    for (Setting setting : Setting.values()) {
      table.row(
          List.of(
              name(setting.flag()),
              name(setting.property()),
              name(setting.variable()),
              name(setting.key().map(Key::path).orElse(null)),
              setting
                  .byDefault()
                  .map(Nodes::code)
                  .or(() -> setting.without().map(Nodes::text))
                  .orElse(Nodes.text("")),
              Nodes.text(
                  setting.takers().stream()
                      .map(Setting.Taker::command)
                      .collect(Collectors.joining(", "))),
              Nodes.text(setting.description())));
    }
    DocumentTable.assertIn(SETTINGS, table);
  }

  @Test
  void the_presets_are_those_that_are_run() throws IOException {
    Table table = new Table().words("Scenario").figures("Chats").figures("Users");
    table.figures("Time limit");
    Metrics.ALWAYS_LIMITED.forEach(metric -> table.figures(Wording.ENGLISH.say(metric)));
    for (Scenario preset : Scenario.PRESETS) {
      List<Node> row = new ArrayList<>();
      row.add(Nodes.text(preset.name()));
      row.add(Nodes.text(Integer.toString(preset.requests())));
      row.add(Nodes.text(Integer.toString(preset.concurrency())));
      row.add(Nodes.text(preset.timeLimit().toSeconds() + " s"));
      Metrics.ALWAYS_LIMITED.forEach(metric -> row.add(Nodes.text(limit(preset, metric))));
      table.row(row);
    }
    DocumentTable.assertIn(README, table);
  }

  @Test
  void the_exit_codes_are_those_that_are_returned() throws IOException {
    Table table = new Table().figures("Exit code").words("Name").words("Meaning");
    for (ExitCode code : ExitCode.values()) {
      table.row(
          List.of(
              Nodes.text(Integer.toString(code.code())),
              Nodes.code(code.name()),
              Nodes.text(code.meaning())));
    }
    DocumentTable.assertIn(README, table);
  }

  @Test
  void the_commands_are_those_that_there_are() throws IOException {
    Table table = new Table().words("Command").words("What it does");
    commands()
        .forEach((name, sentence) -> table.row(List.of(Nodes.code(name), Nodes.text(sentence))));
    DocumentTable.assertIn(README, table);
  }

  @Test
  void the_list_of_commands_has_a_whole_sentence_for_each() {
    assertThat(commands().values()).allMatch(sentence -> sentence.matches("[A-Z].*\\."));
  }

  /** The first sentence about each, as {@code loadtest --help} has it. */
  private static Map<String, String> commands() {
    CommandContext nowhere =
        new CommandContext(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            new Properties(),
            false,
            Clock.systemUTC());
    return Loadtest.commands(nowhere, new ArgumentRedaction()).getSubcommands().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                one -> one.getValue().getCommandSpec().usageMessage().description()[0],
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }

  private static Node name(String name) {
    return name == null ? Nodes.text("") : Nodes.code(name);
  }

  private static String limit(Scenario preset, Metric metric) {
    return preset
        .thresholds()
        .limit(metric)
        .map(limit -> metric.bound().sign() + " " + shown(metric.unit(), limit))
        .orElse("—");
  }

  private static String shown(Unit unit, BigDecimal limit) {
    return switch (unit) {
      case SHARE -> Rounding.plain(limit.movePointRight(2)).toPlainString() + " %";
      case MILLIS -> limit.toPlainString() + " ms";
      case PER_SECOND -> limit.toPlainString() + "/s";
    };
  }
}
