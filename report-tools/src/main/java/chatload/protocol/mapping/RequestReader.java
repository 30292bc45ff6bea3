package chatload.protocol.mapping;

import chatload.auth.HeaderNames;
import chatload.yaml.Section;
import chatload.yaml.Yaml.Items;
import chatload.yaml.Yaml.Members;
import chatload.yaml.Yaml.Scalar;
import chatload.yaml.Yaml.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads how a protocol file says that a chat is asked for. */
final class RequestReader {

  /** What these hold is a secret, which would stand in the evidence, unless it is filled in. */
  private static final Pattern SECRET_HEADER =
      Pattern.compile(".*(key|token|secret|passw|auth|cookie|credential|session|signature).*");

  private enum Method {
    POST,
    PUT,
    PATCH
  }

  /** What can be said of a request. */
  static final List<String> KEYS = List.of("method", "headers", "body", "assistant-role");

  private final Section request;
  private RequestTemplate.History history;
  private String replyRole;

  /**
   * @param request with some of {@link #KEYS}
   */
  RequestReader(Section request) {
    this.request = request;
  }

  /** What is sent; its defaults are those of the framing. */
  RequestTemplate read(FramingKind framing) {
    if (request.value("body").isEmpty()) {
      throw request.error("body", "it is missing", "Give what is sent, with ${message} in it.");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("accept", framing.contentTypes().get(0));
    headers.put("content-type", "application/json");
    request
        .map("headers")
        .forEach(
            (header, value) -> {
              String name = header(request, header, value);
              headers.remove(name); // it stands where it is written
              headers.put(name, value);
            });
    headers.values().forEach(value -> requireGaps(request, "headers", value));
    replyRole = request.text("assistant-role").orElse("assistant");
    JsonNode body = json(request.value("body").orElseThrow(), request);
    if (!body.toString().contains("${message}")) {
      throw request.error("body", "it has no ${message}", "Put ${message} where the text goes.");
    }
    String method = request.text("method").orElse("POST");
    if (List.of(Method.values()).stream().noneMatch(one -> one.name().equals(method))) {
      throw request.error(
          "method", "it can't be \"" + method + "\"", "Accepted: POST, PUT, PATCH.");
    }
    return RequestTemplate.of(method, headers, body, history);
  }

  private static String header(Section request, String header, String value) {
    String name = header.toLowerCase(Locale.ROOT);
    if (!HeaderNames.isOne(name)
        || HeaderNames.isOwn(name)
        || SECRET_HEADER.matcher(name).matches() && !value.contains("${")) {
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
          "Accepted: ${" + String.join("}, ${", RequestTemplate.GAPS) + "}, ${env:NAME}.");
    }
  }

  private void readHistory(Value next, Section request) {
    JsonNode item = next instanceof Members ? json(next, request) : null;
    if (history != null
        || item == null
        || !item.path("role").isTextual()
        || !item.toString().contains("${message}")) {
      throw request.error(
          "body",
          "${history} has no shape to take",
          "Put it once, before the item of the message, which has a role:"
              + " [\"${history}\", { role: user, content: \"${message}\" }].");
    }
    history = RequestTemplate.History.of((ObjectNode) item, replyRole);
  }

  private JsonNode json(Value value, Section request) {
    if (value instanceof Scalar scalar) {
      requireGaps(request, "body", scalar.text());
      return scalar.json();
    }
    if (value instanceof Items items) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < items.values().size(); i++) {
        Value item = items.values().get(i);
        if (item instanceof Scalar scalar && scalar.text().equals(RequestTemplate.HISTORY)) {
          Value next = i + 1 < items.values().size() ? items.values().get(i + 1) : null;
          readHistory(next, request);
          array.add(RequestTemplate.HISTORY);
        } else {
          array.add(json(item, request));
        }
      }
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
}
