package chatload.template;

import chatload.gate.Key;
import chatload.metric.LimitText;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.run.PlannedScenario;
import chatload.run.PresetSet;
import chatload.settings.Setting;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gate file in which every key stands, with what it is for; those without a value as remarks. */
public final class GateTemplate {

  private static final String HEAD =
      """
      # Gate file: all that a job has to know, except its secrets. docs/gate-file.md explains it.
      # ./loadtest check    validates it and says what would be run; nothing is sent
      # ./loadtest scenarios    runs the job; flags, properties and variables win over this file
      # ${NAME} as a whole value takes a variable, file:PATH the text of a file.
      """;

  private final StringBuilder text = new StringBuilder(HEAD);
  private final Map<Setting, String> values;

  private GateTemplate(Map<Setting, String> values) {
    this.values = values;
  }

  /**
   * The text of the file.
   *
   * @param values of settings that have a key; a secret as a reference
   */
  public static String of(Map<Setting, String> values) {
    GateTemplate template = new GateTemplate(values);
    template.add("", Stream.of(Setting.values()).filter(one -> one.key().isPresent()).toList());
    template.addScenarios();
    return template.text.toString();
  }

  private void add(String prefix, List<Setting> settings) {
    List<String> parts = settings.stream().map(one -> next(prefix, one)).distinct().toList();
    for (String part : parts) {
      List<Setting> inside =
          settings.stream().filter(one -> next(prefix, one).equals(part)).toList();
      Setting first = inside.get(0);
      if (path(first).equals(prefix + part)) {
        addValue(prefix, part, first);
      } else {
        text.append(prefix.isEmpty() ? "\n" : "").append(indent(prefix)).append(part).append(":\n");
        add(prefix + part + ".", inside);
      }
    }
  }

  private static String path(Setting setting) {
    return setting.key().orElseThrow().path();
  }

  private static String next(String prefix, Setting setting) {
    return path(setting).substring(prefix.length()).replaceFirst("\\..*", "");
  }

  private static String indent(String prefix) {
    return "  ".repeat((int) prefix.chars().filter(c -> c == '.').count());
  }

  private void addValue(String prefix, String name, Setting setting) {
    text.append(indent(prefix)).append("# ").append(setting.description()).append('\n');
    String value = values.get(setting);
    text.append(indent(prefix)).append(value == null ? "# " : "").append(name).append(": ");
    text.append(value == null ? example(setting) : quoted(value)).append('\n');
  }

  private static String example(Setting setting) {
    Key key = setting.key().orElseThrow();
    if (key.form() == Key.Form.TREE) {
      return "{ headers: { NAME: VALUE }, body: { question: \"${message}\" } }";
    }
    if (key.form() == Key.Form.LINES) {
      return "{ NAME: \"${VARIABLE}\" }";
    }
    if (setting.isSecret()) {
      return "${" + setting.variable() + "}";
    }
    Optional<String> usual = setting.byDefault();
    if (key.form() == Key.Form.LIST && usual.isPresent()) {
      return "[" + usual.get().replace(",", ", ") + "]";
    }
    return usual
        .map(GateTemplate::quoted)
        .orElse(setting.kind() == Setting.Kind.FLAG ? "false" : setting.label());
  }

  /** In quotes unless no reader could take it for anything but what it is. */
  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9$./~][A-Za-z0-9${}./:?=&_~-]*") && !value.endsWith(":")
        ? value
        : TextNode.valueOf(value).toString();
  }

  private void addScenarios() {
    text.append(
        """

        # Sizes and limits of a scenario. Other ones than these are marked as not the preset, and
        # close nothing. One of another name needs requests, concurrency and limits, and then only
        # those that are named here are run. Instead of requests and concurrency, a load:
        #   noon: { load: "rate 40/min for 10min", minSuccessRate: 0.99, … }
        scenarios:
        """);
    for (PlannedScenario scenario : PresetSet.CURRENT.scenarios()) {
      text.append("  # ").append(scenario.name()).append(": { ").append(fields(scenario));
      text.append(" }\n");
    }
    text.append(
        """

        # Limits of all scenarios; what is said of a scenario wins.
        limits:
        """);
    for (Metric metric : Metrics.NAMED) {
      text.append("  # ").append(metric.limitField()).append(": VALUE\n");
    }
    text.append(
        """
          # p99.longestGap: { fail: "> 5 s", warn: "> 3 s" }
          # goodShare: "< 95 %"
          # good: { firstToken: "2 s", total: "30 s", longestGap: "3 s" }
        """);
  }

  /** Sizes and limits as a gate file has them. */
  public static String fields(PlannedScenario scenario) {
    List<String> fields = new ArrayList<>();
    scenario
        .sizes()
        .forEach(
            (field, size) ->
                fields.add(field + ": " + (size instanceof String words ? quoted(words) : size)));
    LimitText.fields(scenario.thresholds())
        .forEach((field, limit) -> fields.add(field + ": " + quoted(limit)));
    return fields.stream().collect(Collectors.joining(", "));
  }
}
