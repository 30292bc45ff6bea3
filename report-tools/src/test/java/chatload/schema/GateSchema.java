package chatload.schema;

import chatload.gate.GateFile;
import chatload.gate.Key;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.metric.Quantities;
import chatload.metric.Quantity;
import chatload.metric.Unit;
import chatload.run.PlannedScenario;
import chatload.run.PresetSet;
import chatload.settings.Setting;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON Schema of gate files, made from the declarations of the settings. */
final class GateSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String REFERENCE = "^(\\$\\{[A-Z_][A-Z0-9_]*\\}|file:.+)$";

  private GateSchema() {}

  static ObjectNode compose() {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:chatload:schema:chatload");
    schema.put("title", GateFile.NAME);
    ObjectNode properties = part(schema, "A gate file: all that a job has to know.");
    for (Setting setting : Setting.values()) {
      setting.key().ifPresent(key -> add(properties, key.path(), setting));
    }
    ObjectNode scenarios = part(properties.putObject("scenarios"), "Sizes and limits by scenario.");
    for (String name : PresetSet.CURRENT.names()) {
      ObjectNode fields = part(scenarios.putObject(name), "Sizes and limits of " + name + ".");
      GateFile.SCENARIO_FIELDS.forEach(field -> fields.set(field, field(field)));
      addLimits((ObjectNode) scenarios.get(name), fields);
    }
    ObjectNode whole = (ObjectNode) properties.get("scenarios");
    whole.put("maxProperties", 16);
    ObjectNode own = scenarios.get(PresetSet.CURRENT.names().get(0)).deepCopy();
    own.put("description", "Sizes and limits of a scenario that is no preset.");
    ArrayNode needed = own.putArray("anyOf");
    needed.addObject().putArray("required").add("requests").add("concurrency");
    needed.addObject().putArray("required").add("load");
    own.put("type", "object");
    whole
        .putObject("patternProperties")
        .set(
            "^(?!("
                + String.join("|", PresetSet.CURRENT.names())
                + ")$)"
                + PlannedScenario.NAME.pattern()
                + "$",
            own);
    ObjectNode limits = part(properties.putObject("limits"), "Limits of all scenarios.");
    Metrics.NAMED.forEach(metric -> limits.set(metric.limitField(), field(metric.limitField())));
    addLimits((ObjectNode) properties.get("limits"), limits);
    ObjectNode definitions = schema.putObject("$defs");
    for (Unit unit : Unit.values()) {
      definitions.set(unit.name(), limit(unit));
    }
    return schema;
  }

  /** Those of every figure, with its unit and perhaps a stricter one that warns. */
  private static void addLimits(ObjectNode part, ObjectNode fields) {
    ObjectNode patterns = part.putObject("patternProperties");
    for (Unit unit : Unit.values()) {
      String keys =
          Metrics.ALL.stream()
              .filter(metric -> metric.unit() == unit)
              .map(metric -> metric.key().replace(".", "\\."))
              .collect(Collectors.joining("|"));
      ObjectNode both = JSON.objectNode().put("type", "object").put("additionalProperties", false);
      ObjectNode inside = both.putObject("properties");
      inside.set("fail", reference(unit));
      inside.set("warn", reference(unit));
      ObjectNode limit = JSON.objectNode();
      limit.putArray("anyOf").add(reference(unit)).add(both);
      patterns.set("^(" + keys + ")$", limit);
      patterns.set("^(" + keys + ")\\.warn$", reference(unit));
    }
    ObjectNode good = part(fields.putObject("good"), "Limits of a single chat.");
    for (Quantity quantity : Quantities.ALL) {
      good.set(quantity.id(), reference(quantity.unit()));
      patterns.set("^good\\." + quantity.id() + "$", reference(quantity.unit()));
    }
  }

  private static ObjectNode reference(Unit unit) {
    return JSON.objectNode().put("$ref", "#/$defs/" + unit.name());
  }

  private static ObjectNode limit(Unit unit) {
    String number = "\\s*[0-9]+(\\.[0-9]+)?\\s*";
    String pattern =
        switch (unit) {
          case SHARE -> "^\\s*<?" + number + "%\\s*$";
          case MILLIS -> "^\\s*>?" + number + "(ms|s|min)\\s*$";
          case PER_SECOND -> "^\\s*<?" + number + "/s\\s*$";
        };
    ObjectNode limit = JSON.objectNode().put("type", "string");
    limit.put("description", "A limit with its unit, inclusive.");
    limit.put("pattern", pattern + "|" + REFERENCE);
    return limit;
  }

  /** An object with these keys alone, or with nothing but remarks in it; returns its keys. */
  private static ObjectNode part(ObjectNode schema, String description) {
    schema.put("description", description);
    schema.putArray("type").add("object").add("null");
    ObjectNode properties = schema.putObject("properties");
    schema.put("additionalProperties", false);
    return properties;
  }

  private static void add(ObjectNode properties, String path, Setting setting) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      properties.set(path, value(setting));
      return;
    }
    String name = path.substring(0, dot);
    ObjectNode inner =
        properties.has(name)
            ? (ObjectNode) properties.get(name).get("properties")
            : part(properties.putObject(name), "What there is to say of: " + name + ".");
    add(inner, path.substring(dot + 1), setting);
  }

  private static ObjectNode value(Setting setting) {
    ObjectNode value = JSON.objectNode().put("description", setting.description());
    setting.byDefault().ifPresent(text -> value.put("default", text));
    Key.Form form = setting.key().orElseThrow().form();
    if (form == Key.Form.TREE) {
      return request(value);
    }
    ObjectNode one = form == Key.Form.LIST || form == Key.Form.LINES ? JSON.objectNode() : value;
    if (setting.isSecret()) {
      one.put("type", "string").put("pattern", REFERENCE);
    } else if (setting.kind() == Setting.Kind.TEXT) {
      addText(one, setting.label());
    } else {
      addTyped(one, setting);
    }
    if (one != value) {
      ObjectNode several = JSON.objectNode();
      if (form == Key.Form.LIST) {
        several.put("type", "array").set("items", one);
      } else {
        several.put("type", "object").set("additionalProperties", one);
      }
      value.putArray("anyOf").add(one.deepCopy()).add(several);
    }
    return value;
  }

  private static ObjectNode request(ObjectNode value) {
    value.putArray("type").add("object").add("null");
    ObjectNode parts = value.putObject("properties");
    parts.putObject("method").putArray("enum").add("POST").add("PUT").add("PATCH");
    ObjectNode headers = parts.putObject("headers").put("type", "object");
    Stream.of("string", "number", "boolean")
        .forEach(headers.putObject("additionalProperties").putArray("type")::add);
    parts.putObject("body");
    parts.putObject("assistant-role").put("type", "string");
    return value.put("additionalProperties", false);
  }

  /** Words with bars between them are the only ones. */
  private static void addText(ObjectNode value, String label) {
    if (label.contains("|") && label.equals(label.toLowerCase(Locale.ROOT))) {
      Arrays.stream(label.split("\\|")).forEach(value.putArray("enum")::add);
    } else {
      Stream.of("string", "number", "boolean").forEach(value.putArray("type")::add);
    }
  }

  private static void addTyped(ObjectNode value, Setting setting) {
    ObjectNode here = JSON.objectNode();
    if (setting.kind() == Setting.Kind.NUMBER) {
      here.put("type", "integer");
      here.put("minimum", setting.least()).put("maximum", setting.most());
    } else {
      here.put("type", "boolean");
    }
    value.putArray("anyOf").add(here).add(reference());
  }

  private static ObjectNode reference() {
    return JSON.objectNode().put("type", "string").put("pattern", REFERENCE);
  }

  private static ObjectNode field(String field) {
    ObjectNode here = JSON.objectNode();
    Metric metric =
        Metrics.ALL.stream().filter(one -> one.limitField().equals(field)).findFirst().orElse(null);
    if (metric == null) {
      here.put("type", "integer").put("minimum", field.equals("rampMs") ? 0 : 1);
    } else if (metric.unit() == Unit.SHARE) {
      here.put("type", "number").put("minimum", 0).put("maximum", 1);
    } else {
      here.put("type", "number").put("exclusiveMinimum", 0);
    }
    ObjectNode value = JSON.objectNode();
    value.put("description", metric == null ? "Of the scenario." : "Limit, inclusive.");
    value.putArray("anyOf").add(here).add(reference());
    return value;
  }
}
