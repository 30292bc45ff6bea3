package chatload.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.run.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reading and the reference say the same of events that are made of the words of both. */
class ReferenceErrorsTest {

  private static final int EVENTS = 40_000;

  private static final List<String> NAMES =
      List.of(
          ("message meta done update status app.state exception run.failed runFailed not_failed"
                  + " message meta done update tool_result tool_failed search.error incomplete"
                  + " no_error RUN_ERROR timed_out")
              .split(" "));

  private static final List<String> MEMBERS =
      List.of(
          ("error errors error_code errorMessage model_error exception error_count code statusCode"
                  + " status state outcome result success ok failed cancelled timeout truncated"
                  + " degraded incomplete partial complete reason finishReason stop_reason type"
                  + " event message detail data payload choices delta steps toolCalls tool step"
                  + " config messages msg usage a b text traceId")
              .split(" "));

  private static final List<String> TEXTS =
      List.of(
          "",
          "none",
          "ok",
          "0",
          "failed",
          "error",
          "timeout",
          "length",
          "incomplete",
          "partial",
          "no_error",
          "not failed",
          "500",
          "200",
          "internal_error",
          "RunFailed",
          "tool_result",
          "safety",
          "true",
          "false",
          "yes",
          "Bad Gateway",
          "Internal Server Error",
          "Error: x",
          "an error",
          "stop");

  private final Random random = new Random(8);

  @Test
  void bothSayTheSameOfWhateverIsMadeOfTheirWords() {
    int wrong = 0;
    for (int i = 0; i < EVENTS; i++) {
      String name = pick(NAMES);
      JsonNode json = random.nextInt(9) == 0 ? text() : object(0);
      boolean isText = json.isTextual() && random.nextBoolean();
      String data = isText ? json.textValue() : json.toString();
      boolean isEnd = name.equals("done");
      if (isEnd && !json.isObject()) {
        continue;
      }
      boolean expected =
          ReferenceErrors.inName(name, isEnd)
              || (json.isContainerNode()
                  ? ReferenceErrors.inJson(name, json, isEnd)
                  : ReferenceErrorText.inText(name, data, isJson(data) ? json : missing()));
      assertThat(isWrong(name, data)).as("%s %s", name, data).isEqualTo(expected);
      wrong += expected ? 1 : 0;
    }
    assertThat(wrong).isBetween(EVENTS / 5, EVENTS * 4 / 5);
  }

  private static boolean isWrong(String name, String data) {
    ChatReading reading = new ChatReading(ChatProtocol.EYWA, List.of(), text -> text);
    reading.event("token", "{\"text\":\"a\"}", 1);
    reading.event(name, data, 2);
    if (!reading.hasTerminal()) {
      reading.event("done", "{}", 3);
    }
    return reading.outcome() != Outcome.OK;
  }

  private JsonNode object(int depth) {
    if (random.nextInt(6) == 0) {
      ArrayNode array = Json.MAPPER.createArrayNode();
      for (int i = random.nextInt(3); i > 0; i--) {
        array.add(value(depth + 1));
      }
      return array;
    }
    ObjectNode object = Json.MAPPER.createObjectNode();
    for (int i = random.nextInt(3); i >= 0; i--) {
      object.set(pick(MEMBERS), value(depth + 1));
    }
    return object;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 10 ? 5 : 8)) {
      case 0 -> Json.MAPPER.getNodeFactory().nullNode();
      case 1 -> Json.MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> Json.MAPPER.getNodeFactory().numberNode(pick(List.of(0, 1, 200, 404, 500, 600)));
      case 3, 4 -> text();
      default -> object(depth);
    };
  }

  private JsonNode text() {
    return Json.MAPPER.getNodeFactory().textNode(pick(TEXTS));
  }

  private static boolean isJson(String data) {
    return data.startsWith("\"");
  }

  private static JsonNode missing() {
    return Json.MAPPER.missingNode();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
