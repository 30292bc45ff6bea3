package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of OpenMetrics 1.0, read by the grammar and the rules of
 * https://prometheus.io/docs/specs/om/open_metrics_spec/, as far as gauges and summaries go.
 */
final class MetricsFile {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String TEXT = "(?:[^\\n\"\\\\]|\\\\[n\"\\\\])*";
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"" + TEXT + "\"";
  private static final String NUMBER = "[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";

  private static final Pattern DESCRIPTOR =
      Pattern.compile("# (TYPE|UNIT|HELP) (" + NAME + ") (" + TEXT + ")");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*\\})? (" + NUMBER + ")");
  private static final Pattern LABELS = Pattern.compile("([a-zA-Z_]\\w*)=\"(" + TEXT + ")\"");

  private final Map<String, String> samples = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> families = new LinkedHashMap<>();
  private final Map<String, Set<String>> labelValues = new LinkedHashMap<>();

  private MetricsFile() {}

  /** Fails unless it keeps every rule. */
  static MetricsFile parse(String text) {
    assertThat(text).endsWith("\n# EOF\n").doesNotContain("\r");
    MetricsFile file = new MetricsFile();
    String family = null;
    List<String> lines = text.lines().toList();
    for (String line : lines.subList(0, lines.size() - 1)) {
      Matcher descriptor = DESCRIPTOR.matcher(line);
      if (descriptor.matches()) {
        family = file.descriptor(family, descriptor);
      } else {
        file.sample(family, line);
      }
    }
    return file;
  }

  /** The family that it is about; all lines of one stand together, descriptors first. */
  private String descriptor(String current, Matcher line) {
    String name = line.group(2);
    if (!name.equals(current)) {
      assertThat(families).as("of each family all lines together").doesNotContainKey(name);
      families.put(name, new LinkedHashMap<>());
    }
    assertThat(samples.keySet()).noneMatch(sample -> familyOf(sample).equals(name));
    assertThat(families.get(name).put(line.group(1), line.group(3))).as("once each").isNull();
    if (line.group(1).equals("TYPE")) {
      assertThat(line.group(3)).isIn("gauge", "summary");
    }
    if (line.group(1).equals("UNIT")) {
      assertThat(name).endsWith("_" + line.group(3));
    }
    return name;
  }

  private void sample(String family, String line) {
    Matcher sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as(line).isTrue();
    String type = families.get(family).get("TYPE");
    String suffix = type.equals("summary") && sample.group(1).endsWith("_count") ? "_count" : "";
    assertThat(sample.group(1)).isEqualTo(family + suffix);
    String labels = sample.group(2) == null ? "" : sample.group(2);
    Matcher each = LABELS.matcher(labels);
    Set<String> names = new LinkedHashSet<>();
    while (each.find()) {
      assertThat(names.add(each.group(1))).as("each label once: " + line).isTrue();
      labelValues.computeIfAbsent(each.group(1), key -> new LinkedHashSet<>()).add(each.group(2));
    }
    assertThat(names.contains("quantile")).isEqualTo(type.equals("summary") && suffix.isEmpty());
    assertThat(samples.put(sample.group(1) + labels, sample.group(3)))
        .as("each sample once: " + line)
        .isNull();
  }

  private static String familyOf(String sample) {
    String name = sample.replaceAll("\\{.*", "");
    return name.endsWith("_count") ? name.substring(0, name.length() - 6) : name;
  }

  /** Null if there is no such sample. */
  String value(String sample) {
    return samples.get(sample);
  }

  Set<String> values(String label) {
    return labelValues.getOrDefault(label, Set.of());
  }

  Set<String> labels() {
    return labelValues.keySet();
  }

  Map<String, Map<String, String>> families() {
    return families;
  }
}
