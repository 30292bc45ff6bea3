package chatload.attack;

import chatload.files.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A chat that a service was asked for.
 *
 * @param number of all that the service was asked for, from 1
 * @param headers by name in lower case
 * @param body as it was sent
 */
record Chat(int number, Map<String, String> headers, String body) {

  String traceId() {
    return headers.getOrDefault("x-trace-id", "none");
  }

  String threadId() {
    return json().path("threadId").asText();
  }

  String message() {
    return json().path("message").asText();
  }

  /** The token; empty if there was none. */
  String token() {
    String authorization = headers.getOrDefault("authorization", "");
    return authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
  }

  /** Whether it belongs to a scenario, and not to the preflight. */
  boolean isLoad() {
    return !threadId().contains("-preflight-");
  }

  boolean isOf(String scenario) {
    return threadId().contains("-" + scenario + "-");
  }

  private JsonNode json() {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a chat whose body is no JSON: " + body, e);
    }
  }
}
