package chatload.gate;

import chatload.metric.LimitText;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.tool.UserError;
import chatload.yaml.Section;
import chatload.yaml.Yaml;
import chatload.yaml.Yaml.Items;
import chatload.yaml.Yaml.Members;
import chatload.yaml.Yaml.Scalar;
import chatload.yaml.Yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A gate file: one file that says all that there is to say of a job, except its secrets. What is
 * wrong with it is said with file, line, key and what is accepted.
 */
public final class GateFile {

  /** What it is called, where nothing else is said. */
  public static final String NAME = "chatload.yaml";

  /**
   * What can be said of a scenario: sizes, times and limits with a field of their own. All others
   * are {@link LimitKeys}.
   */
  public static final List<String> SCENARIO_FIELDS =
      Stream.concat(
              Stream.of("requests", "concurrency", "rampMs", "timeoutMs", "load", "maxInFlight"),
              limitFields())
          .toList();

  private static final String SCENARIOS = "scenarios";
  private static final String LIMITS = "limits";
  private static final int MOST_SCENARIOS = 16;
  private static final String GOOD = "good";
  private static final String FAIL = "fail";
  private static final String WARN = "warn";

  private final String name;
  private final String text;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Members> trees = new LinkedHashMap<>();
  private final Map<String, Map<String, Reference>> scenarios = new LinkedHashMap<>();
  private final Map<String, String> scenarioOrigins = new LinkedHashMap<>();
  private final Map<String, Reference> limits = new LinkedHashMap<>();

  private GateFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * @param name of the file, for messages
   * @param keys that there can be beside scenarios and limits
   * @param scenarios what a scenario can be called
   * @throws chatload.tool.UserError with exit code 2 if it is none
   */
  public static GateFile parse(String name, String text, List<Key> keys, Pattern scenarios) {
    GateText.requireNoSecret(name, text);
    GateFile file = new GateFile(name, text);
    Members all = Yaml.parse(name, text, "target:");
    List<String> parts = new ArrayList<>(nexts("", keys));
    parts.addAll(List.of(SCENARIOS, LIMITS));
    Section whole = Section.of(name, "", all, parts);
    file.read(whole, "", keys);
    file.readScenarios(whole, scenarios);
    whole
        .value(LIMITS)
        .filter(value -> !isNothing(value))
        .map(value -> file.fields(whole, LIMITS, LIMITS, value, limitFields().toList()))
        .ifPresent(file.limits::putAll);
    return file;
  }

  private static Stream<String> limitFields() {
    return Metrics.NAMED.stream().map(Metric::limitField);
  }

  /** Whether a scenario can have it. */
  public static boolean isField(String name) {
    return SCENARIO_FIELDS.contains(name) || LimitKeys.isOne(name);
  }

  private static List<String> nexts(String prefix, List<Key> keys) {
    return keys.stream()
        .filter(key -> key.path().startsWith(prefix))
        .map(key -> key.next(prefix))
        .distinct()
        .toList();
  }

  private void read(Section section, String prefix, List<Key> keys) {
    for (String next : nexts(prefix, keys)) {
      Optional<Value> value = section.value(next);
      if (value.isEmpty()) {
        continue;
      }
      String path = prefix + next;
      Optional<Key> key = keys.stream().filter(one -> one.path().equals(path)).findFirst();
      if (key.isPresent() && key.get().form() == Key.Form.TREE) {
        readTree(section, next, path, value.get());
      } else if (key.isPresent()) {
        entries.put(path, entry(section, next, key.get(), value.get()));
      } else if (!isNothing(value.get())) {
        read(section.section(next, value.get(), nexts(path + ".", keys)), path + ".", keys);
      }
    }
  }

  private void readTree(Section section, String last, String path, Value value) {
    if (value instanceof Members tree) {
      String origin = origin(value, path);
      String json = Yaml.json(tree).toString();
      Reference whole = new Reference(Reference.Source.HERE, json, origin);
      entries.put(path, new Entry(List.of(new Entry.Part(null, whole)), origin));
      trees.put(path, tree);
    } else if (!isNothing(value)) {
      throw section.error(last, "it has no keys", "docs/gate-file.md shows what can stand there.");
    }
  }

  /** A part of which nothing but remarks is left. */
  private static boolean isNothing(Value value) {
    return value instanceof Scalar scalar && scalar.json().isNull();
  }

  private Entry entry(Section section, String last, Key key, Value value) {
    List<Entry.Part> parts = new ArrayList<>();
    if (value instanceof Items items && key.form() == Key.Form.LIST) {
      items.values().forEach(one -> parts.add(part(section, last, key, null, one)));
    } else if (value instanceof Members members && key.form() == Key.Form.LINES) {
      members
          .values()
          .forEach((name, one) -> parts.add(part(section, last + "." + name, key, name, one)));
    } else {
      parts.add(part(section, last, key, null, value));
    }
    return new Entry(parts, origin(value, key.path()));
  }

  private Entry.Part part(Section section, String last, Key key, String name, Value value) {
    String path = name == null ? key.path() : key.path() + "." + name;
    return new Entry.Part(name, Reference.of(key, section.text(last, value), origin(value, path)));
  }

  private String origin(Value value, String path) {
    return name + ":" + value.line() + ": " + path;
  }

  private void readScenarios(Section whole, Pattern names) {
    Optional<Value> all = whole.value(SCENARIOS).filter(value -> !isNothing(value));
    if (all.isEmpty()) {
      return;
    }
    if (!(all.get() instanceof Members members)) {
      throw whole.error(SCENARIOS, "it has no keys", "Give NAME: { requests: N, … }.");
    }
    Section section = Section.of(name, SCENARIOS, members, List.copyOf(members.values().keySet()));
    if (members.values().size() > MOST_SCENARIOS) {
      throw whole.error(SCENARIOS, "they are too many", "Give at most " + MOST_SCENARIOS + ".");
    }
    members
        .values()
        .forEach(
            (scenario, value) -> {
              String path = SCENARIOS + "." + scenario;
              if (!names.matcher(scenario).matches()) {
                throw section.error(
                    scenario,
                    "no scenario can be called so",
                    "Use a small letter, then at most 31 small letters, digits and hyphens.");
              }
              scenarioOrigins.put(scenario, origin(value, path));
              scenarios.put(
                  scenario,
                  isNothing(value)
                      ? Map.of()
                      : fields(section, scenario, path, value, SCENARIO_FIELDS));
            });
  }

  /**
   * Fields and limits of a part, by their names.
   *
   * @param names of fields that have one value
   */
  private Map<String, Reference> fields(
      Section outer, String key, String path, Value value, List<String> names) {
    List<String> accepted = new ArrayList<>(names);
    if (value instanceof Members members) {
      members.values().forEach((name, one) -> accept(accepted, path, name, one));
    }
    Section section = outer.section(key, value, accepted);
    Map<String, Reference> found = new LinkedHashMap<>();
    for (String name : accepted) {
      section.value(name).ifPresent(one -> add(found, section, path, name, one));
    }
    return found;
  }

  /** Limits are too many to be listed where one of them is mistyped. */
  private void accept(List<String> accepted, String path, String name, Value value) {
    if (LimitKeys.isOne(name) || name.equals(GOOD)) {
      accepted.add(name);
    } else if (name.contains(".")) {
      throw UserError.usage(
          origin(value, path + "." + name) + ": there is no such limit", LimitKeys.hint(name));
    }
  }

  /** What has parts is put down part by part, each under its own name. */
  private void add(
      Map<String, Reference> found, Section section, String path, String name, Value value) {
    if (name.equals(GOOD)) {
      Section good = section.section(name, value, LimitKeys.ofChats());
      LimitKeys.ofChats()
          .forEach(
              part ->
                  good.value(part)
                      .ifPresent(
                          one ->
                              found.put(
                                  LimitText.GOOD + part,
                                  reference(good, path + "." + name, part, one))));
    } else if (value instanceof Members && LimitKeys.isOne(name)) {
      Section both = section.section(name, value, List.of(FAIL, WARN));
      both.value(FAIL)
          .ifPresent(one -> found.put(name, reference(both, path + "." + name, FAIL, one)));
      both.value(WARN)
          .ifPresent(
              one ->
                  found.put(name + LimitText.WARN, reference(both, path + "." + name, WARN, one)));
    } else {
      found.put(name, reference(section, path, name, value));
    }
  }

  private Reference reference(Section section, String path, String name, Value value) {
    Key key = new Key(path + "." + name, Key.Form.VALUE, false);
    return part(section, name, key, null, value).value();
  }

  /** Name of the file as messages have it. */
  public String name() {
    return name;
  }

  /** All of the file. */
  public String text() {
    return text;
  }

  /** What stands under that key. */
  public Optional<Entry> entry(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /** What stands under a key with keys and values of any depth, with its lines. */
  public Optional<Members> tree(String path) {
    return Optional.ofNullable(trees.get(path));
  }

  /** What is said of each scenario, by its name and by {@link #isField}. */
  public Map<String, Map<String, Reference>> scenarios() {
    return scenarios;
  }

  /** File, line and key of a scenario, for messages. */
  public String scenarioOrigin(String scenario) {
    return scenarioOrigins.get(scenario);
  }

  /** The limits of all scenarios, by the names of the fields. */
  public Map<String, Reference> limits() {
    return limits;
  }
}
