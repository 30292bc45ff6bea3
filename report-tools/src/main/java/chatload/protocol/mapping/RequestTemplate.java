package chatload.protocol.mapping;

import chatload.files.Json;
import chatload.protocol.Asked;
import chatload.protocol.ChatRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request of a chat with gaps such as <code>${message}</code> in its texts. What fills a gap in
 * the body can't be more than text.
 *
 * @param headers by their names in small letters, in order
 * @param body as JSON
 * @param history how messages of before are sent; null if they are not
 */
record RequestTemplate(String method, Map<String, String> headers, String body, History history) {

  /** The place of messages of before: an item of a list, with the message's own behind it. */
  static final String HISTORY = "${history}";

  private static final String HISTORY_ITEM = "\"" + HISTORY + "\",";

  /**
   * The shapes of messages of before, each with the gaps of the message's own.
   *
   * @param said by the user, as JSON
   * @param replied by the service, as JSON
   */
  record History(String said, String replied) {

    /** As the item that has the message, whose role becomes another for replies. */
    static History of(ObjectNode item, String replyRole) {
      return new History(json(item), json(item.deepCopy().put("role", replyRole)));
    }
  }

  /** The gap for the service's own name for the conversation. */
  static final String CONVERSATION = "conversation";

  static final List<String> GAPS = List.of("message", "thread", "model", "unique", CONVERSATION);

  private static final Pattern GAP = Pattern.compile("\\$\\{([^}]*)}");

  /** An environment variable, as far as it can have a usual name. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  static RequestTemplate of(
      String method, Map<String, String> headers, JsonNode body, History history) {
    return new RequestTemplate(method, new LinkedHashMap<>(headers), json(body), history);
  }

  /** The first gap in a text that nothing fills; null if there is none. */
  static String unknownGap(String text) {
    return GAP.matcher(text)
        .results()
        .map(gap -> gap.group(1))
        .filter(gap -> !GAPS.contains(gap))
        .filter(gap -> !VARIABLE.matcher("${" + gap + "}").matches())
        .findFirst()
        .orElse(null);
  }

  /** Names of the environment variables in it. */
  Set<String> variables() {
    Set<String> names = new TreeSet<>(variables(body));
    headers.values().forEach(value -> names.addAll(variables(value)));
    return names;
  }

  private static List<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /**
   * The same with these values for good.
   *
   * @param values of all {@link #variables()}, each without a gap in it
   */
  RequestTemplate with(Map<String, String> values) {
    Map<String, String> filled = new LinkedHashMap<>();
    headers.forEach((name, value) -> filled.put(name, with(value, values, text -> text)));
    return new RequestTemplate(
        method,
        filled,
        with(body, values, RequestTemplate::withinQuotes),
        history == null
            ? null
            : new History(
                with(history.said(), values, RequestTemplate::withinQuotes),
                with(history.replied(), values, RequestTemplate::withinQuotes)));
  }

  private static String with(
      String template, Map<String, String> values, UnaryOperator<String> escape) {
    return VARIABLE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.get(found.group(1)))));
  }

  boolean needsModel() {
    return names("model");
  }

  /** Whether it has that gap. */
  boolean names(String gap) {
    String written = "${" + gap + "}";
    return body.contains(written)
        || headers.values().stream().anyMatch(value -> value.contains(written));
  }

  ChatRequest fill(Asked asked) {
    Map<String, String> filled = new LinkedHashMap<>();
    headers.forEach((name, value) -> filled.put(name, fill(value, asked, text -> text)));
    return new ChatRequest(method, filled, body(asked));
  }

  /** What was said before is filled in beside the rest: it can hold what looks like a gap. */
  private String body(Asked asked) {
    if (history == null) {
      return fill(body, asked, RequestTemplate::withinQuotes);
    }
    int at = body.indexOf(HISTORY_ITEM);
    StringBuilder filled = new StringBuilder();
    filled.append(fill(body.substring(0, at), asked, RequestTemplate::withinQuotes));
    int number = 0;
    for (Asked.Said said : asked.history()) {
      Asked before =
          new Asked(asked.threadId(), said.text(), asked.model(), asked.unique() + "-" + ++number);
      String shape = said.isReply() ? history.replied() : history.said();
      filled.append(fill(shape, before, RequestTemplate::withinQuotes)).append(',');
    }
    return filled
        .append(
            fill(body.substring(at + HISTORY_ITEM.length()), asked, RequestTemplate::withinQuotes))
        .toString();
  }

  private static String fill(String template, Asked asked, UnaryOperator<String> escape) {
    Matcher gap = GAP.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (gap.find()) {
      String text =
          switch (gap.group(1)) {
            case "message" -> asked.message();
            case "thread" -> asked.threadId();
            case "unique" -> asked.unique();
            case CONVERSATION -> asked.conversation();
            default -> asked.model() == null ? "" : asked.model();
          };
      gap.appendReplacement(filled, Matcher.quoteReplacement(escape.apply(text)));
    }
    return gap.appendTail(filled).toString();
  }

  private static String withinQuotes(String text) {
    String json = json(text);
    return json.substring(1, json.length() - 1);
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
