package chatload.protocol.mapping;

import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Mapping.EndBy;
import chatload.text.Masked;
import chatload.tool.UserError;
import chatload.yaml.Section;
import chatload.yaml.Yaml;
import chatload.yaml.Yaml.Scalar;
import chatload.yaml.Yaml.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
          "conversation",
          "usage",
          "min-chars",
          "error-pattern");

  /** Those that make sense where there are no events to tell apart. */
  private static final Set<String> OF_BARE_TEXT =
      Set.of(
          "protocol",
          "request",
          "framing",
          "content-type",
          "end",
          "marker",
          "min-chars",
          "error-pattern");

  private static final List<String> ONLY_OF_BARE_TEXT = List.of("min-chars", "error-pattern");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

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

  /**
   * @param name of the file, for messages
   * @throws UserError with exit code 2 if it describes none
   */
  static ChatProtocol read(String name, String text) {
    requireNoSecret(name, text);
    return new ProtocolFile(Section.of(name, "", Yaml.parse(name, text, "protocol: NAME"), KEYS))
        .protocol();
  }

  /** All of the file, remarks too, will stand in the evidence. */
  private static void requireNoSecret(String name, String text) {
    String masked = Masked.of(text);
    if (masked.equals(text)) {
      return;
    }
    int at = Arrays.mismatch(masked.toCharArray(), text.toCharArray());
    long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    throw UserError.usage(
        name + ":" + line + ": this looks like a credential, and would stand in the evidence",
        "Put secret headers into the file of --header-file; a body can't hold a secret.");
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
    } else {
      notText();
    }
    RequestTemplate request =
        new RequestReader(
                file.section("request", RequestReader.KEYS)
                    .orElseThrow(
                        () -> file.error("request", "it is missing", "Give request: { body: … }.")))
            .read(framing);
    List<String> contentTypes =
        file.texts("content-type").stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
    JsonPath conversation = JsonPath.in(file, "conversation").orElse(null);
    if (conversation == null && request.names(RequestTemplate.CONVERSATION)) {
      throw file.error(
          "request",
          "nothing fills ${conversation}",
          "Say where events have it: conversation: /path.");
    }
    return new MappedProtocol(
        name,
        request,
        contentTypes.isEmpty() ? framing.contentTypes() : contentTypes,
        mapping(framing),
        conversation);
  }

  private void notText() {
    for (String key : ONLY_OF_BARE_TEXT) {
      if (file.has(key)) {
        throw file.error(key, "it is only for framing: text", "Leave it out.");
      }
    }
  }

  private void onlyText() {
    for (String key : KEYS) {
      if (file.has(key) && !OF_BARE_TEXT.contains(key)) {
        throw file.error(
            key,
            "it means nothing where framing is text",
            "Accepted there: marker, min-chars, error-pattern.");
      }
    }
  }

  private Mapping mapping(FramingKind framing) {
    RuleReader rules = new RuleReader(file);
    String kind = file.text("kind").orElse("none");
    boolean byName = kind.equals("event");
    JsonPath kindPath =
        byName || kind.equals("none") ? null : JsonPath.in(file, "kind").orElseThrow();
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
        JsonPath.in(file, "sequence").orElse(null),
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
