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

  static RequestTemplate of(String method, Map<String, String> headers, JsonNode body) {
    return new RequestTemplate(method, new LinkedHashMap<>(headers), json(body));
  }

  /** The first gap in a text that nothing fills; null if there is none. */
  static String unknownGap(String text) {
    return GAP.matcher(text)
        .results()
        .map(gap -> gap.group(1))
        .filter(gap -> !GAPS.contains(gap))
        .findFirst()
        .orElse(null);
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
