package chatload.protocol.mapping;

import chatload.files.Json;
import chatload.protocol.Asked;
import chatload.protocol.ChatRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
 */
record RequestTemplate(String method, Map<String, String> headers, String body) {

  static final List<String> GAPS = List.of("message", "thread", "model", "unique");

  private static final Pattern GAP = Pattern.compile("\\$\\{([^}]*)}");

  /** An environment variable, as far as it can have a usual name. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  static RequestTemplate of(String method, Map<String, String> headers, JsonNode body) {
    return new RequestTemplate(method, new LinkedHashMap<>(headers), json(body));
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
    return new RequestTemplate(method, filled, with(body, values, RequestTemplate::withinQuotes));
  }

  private static String with(
      String template, Map<String, String> values, UnaryOperator<String> escape) {
    return VARIABLE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.get(found.group(1)))));
  }

  boolean needsModel() {
    return body.contains("${model}")
        || headers.values().stream().anyMatch(value -> value.contains("${model}"));
  }

  ChatRequest fill(Asked asked) {
    Map<String, String> filled = new LinkedHashMap<>();
    headers.forEach((name, value) -> filled.put(name, fill(value, asked, text -> text)));
    return new ChatRequest(method, filled, fill(body, asked, RequestTemplate::withinQuotes));
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
