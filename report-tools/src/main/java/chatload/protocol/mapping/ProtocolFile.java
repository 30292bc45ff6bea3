package chatload.protocol.mapping;

import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Mapping.EndBy;
import chatload.protocol.mapping.Yaml.Items;
import chatload.protocol.mapping.Yaml.Members;
import chatload.protocol.mapping.Yaml.Scalar;
import chatload.protocol.mapping.Yaml.Value;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a file that describes a protocol; docs/protocols.md says what can stand in it. What is
 * wrong with it is said with file, line, key and what is accepted.
 */
final class ProtocolFile {

  private static final List<String> KEYS =
      List.of(
          "protocol",
          "request",
          "framing",
          "content-type",
          "kind",
          "data",
          "text",
          "visible",
          "generated",
          "tool-call",
          "step",
          "retract",
          "reason",
          "end",
          "marker",
          "error",
          "other-model",
          "ignore",
          "known",
          "unknown",
          "foreign",
          "sequence",
          "usage",
          "min-chars",
          "error-pattern");

  /** What only makes sense where events can be told apart. */
  private static final List<String> OF_EVENTS =
      List.of(
          "kind",
          "data",
          "text",
          "visible",
          "generated",
          "tool-call",
          "step",
          "retract",
          "reason",
          "error",
          "other-model",
          "ignore",
          "known",
          "unknown",
          "foreign",
          "sequence",
          "usage");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> NOT_HEADERS =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "cookie",
          "host",
          "proxy-authorization",
          "transfer-encoding",
          "upgrade",
          "x-api-key",
          "x-trace-id");

  private final Section file;

  private ProtocolFile(Section file) {
    this.file = file;
  }

  /** What the data of events is. */
  private enum Data {
    JSON,
    TEXT
  }

  private enum Text {
    DELTA,
    CUMULATIVE
  }

  private enum Unknown {
    IGNORE,
    MALFORMED
  }

  private enum Must {
    REQUIRED,
    OPTIONAL
  }

  private enum Method {
    POST,
    PUT,
    PATCH
  }

  /**
   * @param name of the file, for messages
   * @throws UserError with exit code 2 if it describes none
   */
  static ChatProtocol read(String name, String text) {
    return new ProtocolFile(Section.of(name, "", Yaml.parse(name, text), KEYS)).protocol();
  }

  private ChatProtocol protocol() {
    String name = file.required("protocol", "Give it a name: protocol: NAME.");
    if (!NAME.matcher(name).matches()) {
      throw file.error(
          "protocol", "it can't be \"" + name + "\"", "Accepted: small letters, digits, hyphens.");
    }
    file.required("framing", "Accepted: sse, ndjson, prefixed-lines, text.");
    FramingKind framing = file.choice("framing", FramingKind.class).orElseThrow();
    if (framing == FramingKind.TEXT) {
      onlyText();
    }
    RequestTemplate request = request(framing);
    List<String> contentTypes =
        file.texts("content-type").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
    return new MappedProtocol(
        name,
        request,
        contentTypes.isEmpty() ? framing.contentTypes() : contentTypes,
        mapping(framing));
  }

  private void onlyText() {
    for (String key : OF_EVENTS) {
      if (file.has(key)) {
        throw file.error(
            key,
            "it means nothing where framing is text",
            "Accepted there: marker, min-chars, error-pattern.");
      }
    }
  }

  private RequestTemplate request(FramingKind framing) {
    Section request =
        file.section("request", List.of("method", "headers", "body"))
            .orElseThrow(
                () -> file.error("request", "it is missing", "Give request: { body: … }."));
    if (request.value("body").isEmpty()) {
      throw request.error("body", "it is missing", "Give what is sent, with ${message} in it.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("accept", framing.contentTypes().get(0));
    headers.put("content-type", "application/json");
    request.map("headers").forEach((header, value) -> headers.put(header(request, header), value));
    headers.values().forEach(value -> requireGaps(request, "headers", value));
    JsonNode body = json(request.value("body").orElseThrow(), request);
    if (!body.toString().contains("${message}")) {
      throw request.error("body", "it has no ${message}", "Put ${message} where the text goes.");
    }
    String method =
        request.text("method").isPresent() ? request.text("method").orElseThrow() : "POST";
    if (List.of(Method.values()).stream().noneMatch(one -> one.name().equals(method))) {
      throw request.error(
          "method", "it can't be \"" + method + "\"", "Accepted: POST, PUT, PATCH.");
    }
    return RequestTemplate.of(method, headers, body);
  }

  private static String header(Section request, String header) {
    String name = header.toLowerCase(Locale.ROOT);
    if (!HEADER.matcher(header).matches() || NOT_HEADERS.contains(name)) {
      throw request.error(
          "headers",
          "\"" + header + "\" can't be set here",
          "Put secret headers into the file of --header-file; the tool sets those of the connection.");
    }
    return name;
  }

  private static void requireGaps(Section request, String key, String text) {
    String unknown = RequestTemplate.unknownGap(text);
    if (unknown != null) {
      throw request.error(
          key,
          "nothing fills ${" + unknown + "}",
          "Accepted: ${" + String.join("}, ${", RequestTemplate.GAPS) + "}.");
    }
  }

  private static JsonNode json(Value value, Section request) {
    if (value instanceof Scalar scalar) {
      requireGaps(request, "body", scalar.text());
      return scalar.json();
    }
    if (value instanceof Items items) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      items.values().forEach(item -> array.add(json(item, request)));
      return array;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ((Members) value)
        .values()
        .forEach(
            (key, member) -> {
              requireGaps(request, "body", key.contains("${") ? "${" + key + "}" : "");
              object.set(key, json(member, request));
            });
    return object;
  }

  private Mapping mapping(FramingKind framing) {
    RuleReader rules = new RuleReader(file);
    String kind = file.text("kind").orElse("none");
    boolean byName = kind.equals("event");
    JsonPath kindPath = byName || kind.equals("none") ? null : file.path("kind").orElseThrow();
    Mapping.Meanings meanings = rules.meanings();
    if (framing != FramingKind.TEXT && meanings.texts().stream().noneMatch(RuleReader::isVisible)) {
      throw file.error("visible", "it is missing", "Say where the text is: visible: [/path].");
    }
    if (!byName && kindPath == null) {
      rules.requireNoKinds(meanings);
    }
    Rules.Marker marker = marker();
    EndBy endBy = endBy(framing, meanings, marker);
    return new Mapping(
        framing,
        new Mapping.Reading(
            byName,
            kindPath,
            file.choice("data", Data.class).orElse(Data.JSON) == Data.JSON,
            file.choice("text", Text.class).orElse(Text.DELTA) == Text.CUMULATIVE,
            file.choice("unknown", Unknown.class).orElse(Unknown.IGNORE) == Unknown.MALFORMED),
        meanings,
        endBy,
        marker,
        rules.used(),
        file.path("sequence").orElse(null),
        rules.explained(kindPath, meanings),
        new Mapping.Plain(
            file.number("min-chars", 1, 1_000_000).orElse(0),
            file.pattern("error-pattern").orElse(null)));
  }

  private Rules.Marker marker() {
    return file.section("marker", List.of("text", "is"))
        .map(
            marker ->
                new Rules.Marker(
                    marker.required("text", "Give the text, such as \"[DONE]\".").strip(),
                    marker.choice("is", Must.class).orElse(Must.REQUIRED) == Must.REQUIRED))
        .orElse(null);
  }

  private EndBy endBy(FramingKind framing, Mapping.Meanings meanings, Rules.Marker marker) {
    String accepted =
        framing == FramingKind.TEXT
            ? "Accepted: response."
            : "Accepted: rules such as { when: done }, or reason, marker, response.";
    Value end = file.value("end").orElseThrow(() -> file.error("end", "it is missing", accepted));
    if (!(end instanceof Scalar scalar)) {
      if (framing == FramingKind.TEXT || meanings.ends().isEmpty()) {
        throw file.error("end", "it can't be a rule here", accepted);
      }
      return EndBy.RULE;
    }
    boolean isUsable =
        switch (scalar.text()) {
          case "reason" -> !meanings.reasons().isEmpty();
          case "marker" -> marker != null && marker.isRequired() && framing != FramingKind.TEXT;
          case "response" -> true;
          default -> false;
        };
    if (!isUsable) {
      throw file.error("end", "it can't be \"" + scalar.text() + "\" here", accepted);
    }
    return EndBy.valueOf(scalar.text().toUpperCase(Locale.ROOT));
  }
}
