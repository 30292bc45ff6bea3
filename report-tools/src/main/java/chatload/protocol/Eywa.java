package chatload.protocol;

import chatload.files.Json;
import chatload.protocol.errors.Flaw;
import chatload.protocol.errors.ServiceErrors;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checklist's service: {@code meta}, {@code token} with {@code {"text":…}}, {@code done} with
 * an object, {@code error}. Whatever else an event is called, what it says went wrong counts.
 */
final class Eywa implements ChatProtocol, EventReader {

  /** The beginning of an object up to the text, with simple members before it. */
  private static final Pattern BEFORE_TEXT =
      Pattern.compile(
          "\\s*\\{(?:\\s*\"[^\"\\\\]*+\"\\s*:\\s*(?:\"[^\"\\\\]*+\"|[\\w.+-]++)\\s*,)*?\\s*\"text\"\\s*:\\s*\"");

  @Override
  public String name() {
    return "eywa";
  }

  @Override
  public ChatRequest request(Asked asked) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("threadId", asked.threadId());
    body.put("message", asked.message());
    try {
      return ChatRequest.json("text/event-stream", Json.MAPPER.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean goesOn() {
    return true; // by the threadId
  }

  @Override
  public EventReader reader() {
    return this; // no event depends on another
  }

  @Override
  public ChatEvent read(String name, String data) {
    return switch (name) {
      case "token" -> data == null ? ChatEvent.Other.UNKNOWN : token(data, parse(data));
      case "done" -> data == null ? ChatEvent.Other.UNKNOWN : terminal(data, parse(data));
      default -> other(name, data);
    };
  }

  /** No rule for errors asks for a member called {@code text}, under whatever name of an event. */
  @Override
  public int textIn(String name, String beginning) {
    Matcher before = BEFORE_TEXT.matcher(beginning);
    return name.equals("token") && before.lookingAt() ? before.end() : -1;
  }

  /** Of the many events of a reply: one that holds nothing but text is not searched for errors. */
  static ChatEvent token(String data, JsonNode token) {
    JsonNode text = token.path("text");
    if (text.isTextual() && token.size() == 1) {
      return new ChatEvent.Token(text.textValue());
    }
    Flaw flaw = ServiceErrors.in("token", data, token, false);
    return errorOr(
        flaw,
        text.isTextual()
            ? new ChatEvent.Token(text.textValue(), flaw)
            : new ChatEvent.Malformed("token event without a text: " + data));
  }

  private static ChatEvent terminal(String data, JsonNode done) {
    Flaw flaw = ServiceErrors.in("done", data, done, true);
    JsonNode persisted = done.path("persistedCount");
    return errorOr(
        flaw,
        done.isObject()
            ? new ChatEvent.Terminal(
                flaw, persisted.canConvertToInt() ? persisted.intValue() : null)
            : new ChatEvent.Malformed("terminal event is not an object: " + data));
  }

  private static ChatEvent other(String name, String data) {
    JsonNode json = mayBeJson(data) ? parse(data) : MissingNode.getInstance();
    if (ServiceErrors.isErrorName(name)) {
      return new ChatEvent.ServiceError(ServiceErrors.words(data, json));
    }
    Flaw flaw = ServiceErrors.in(name, data, json, false);
    return errorOr(flaw, new ChatEvent.Other(data != null && name.equals("meta"), flaw));
  }

  private static ChatEvent errorOr(Flaw flaw, ChatEvent otherwise) {
    return flaw != null && flaw.kind() == Flaw.Kind.ERROR
        ? new ChatEvent.ServiceError(flaw.words())
        : otherwise;
  }

  /** Most other events are heartbeats and no JSON: to fail to read one takes long. */
  static boolean mayBeJson(String data) {
    String text = data == null ? "" : data.stripLeading();
    return !text.isEmpty() && "{[\"".indexOf(text.charAt(0)) >= 0;
  }

  private static JsonNode parse(String data) {
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
