package chatload.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a chat is asked for, beside what every request has.
 *
 * @param headers by their names, in order
 */
public record ChatRequest(String method, Map<String, String> headers, String body) {

  /** JSON, for an answer of that content type. */
  public static ChatRequest json(String accept, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("accept", accept);
    headers.put("content-type", "application/json");
    return new ChatRequest("POST", headers, body);
  }
}
