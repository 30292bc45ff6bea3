package chatload.protocol;

import chatload.files.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The checklist's service: {@code meta}, {@code token} with {@code {"text":…}}, {@code done} with
 * an object, {@code error}. Whatever else an event is called, an error in its data is an error.
 */
final class Eywa implements ChatProtocol {

  /** As JSON; a service that says anything else of it is degraded. The first is for "nothing". */
  private static final Set<String> NOT_DEGRADED =
      Set.of("", "null", "false", "0", "\"\"", "\"false\"");

  @Override
  public String name() {
    return "eywa";
  }

  @Override
  public String body(String threadId, String message) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("threadId", threadId);
    body.put("message", message);
    try {
      return Json.MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ChatEvent read(String name, String data) {
    if (ServiceErrors.isErrorName(name)) {
      return new ChatEvent.ServiceError(ServiceErrors.words(data, parse(data)));
    }
    if (data == null) {
      return ChatEvent.Other.UNKNOWN;
    }
    return switch (name) {
      case "token" -> token(data, parse(data));
      case "done" -> terminal(data, parse(data));
      case "meta" -> other(true, data);
      default -> other(false, data);
    };
  }

  /** Of the many events of a reply: one that holds nothing but text is not searched for errors. */
  static ChatEvent token(String data, JsonNode token) {
    JsonNode text = token.path("text");
    if (text.isTextual() && token.size() == 1) {
      return new ChatEvent.Token(text.textValue());
    }
    String error = ServiceErrors.in(token);
    if (error != null) {
      return new ChatEvent.ServiceError(error);
    }
    return text.isTextual()
        ? new ChatEvent.Token(text.textValue())
        : brokenOr(data, token, new ChatEvent.Malformed("token event without a text: " + data));
  }

  private static ChatEvent terminal(String data, JsonNode done) {
    String error = ServiceErrors.in(done);
    if (error == null) {
      error = ServiceErrors.saysItFailed(done);
    }
    if (error != null) {
      return new ChatEvent.ServiceError(error);
    }
    if (!done.isObject()) {
      return brokenOr(
          data, done, new ChatEvent.Malformed("terminal event is not an object: " + data));
    }
    JsonNode persisted = done.path("persistedCount");
    return new ChatEvent.Terminal(
        !NOT_DEGRADED.contains(done.path("degraded").toString()),
        ServiceErrors.cutShort(done),
        persisted.canConvertToInt() ? persisted.intValue() : null);
  }

  private static ChatEvent other(boolean known, String data) {
    JsonNode json = data.startsWith("{") ? parse(data) : MissingNode.getInstance();
    String error = ServiceErrors.in(json);
    if (error != null) {
      return new ChatEvent.ServiceError(error);
    }
    return brokenOr(data, json, known ? ChatEvent.Other.KNOWN : ChatEvent.Other.UNKNOWN);
  }

  /** An error object that is broken, or says so twice, is still an error. */
  private static ChatEvent brokenOr(String data, JsonNode json, ChatEvent otherwise) {
    return json.isMissingNode() && ServiceErrors.isBrokenError(data)
        ? new ChatEvent.ServiceError(data)
        : otherwise;
  }

  private static JsonNode parse(String data) {
    if (data == null) {
      return MissingNode.getInstance();
    }
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
