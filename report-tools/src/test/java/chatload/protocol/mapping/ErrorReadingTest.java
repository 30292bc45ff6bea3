package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReadingTest {

  private static final Rules.Error RULE =
      new Rules.Error(
          Kinds.ALL,
          JsonPath.parse("/err"),
          List.of(JsonPath.parse("/err/message"), JsonPath.parse("/msg")),
          List.of(JsonPath.parse("/type"), JsonPath.parse("/err/code")),
          Set.of("429", "busy"));

  private static ChatEvent read(String data, Rules.Error... rules) throws Exception {
    return ErrorReading.read(List.of(rules), data, Json.MAPPER.readTree(data));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"err":{"message":"down"},"msg":"x"} | down
          {"err":1,"msg":"x"} | x
          {"err":1,"msg":{"a":1}} | {"a":1}
          {"err":1} | {"err":1}
          {"err":1,"type":"other"} | {"err":1,"type":"other"}
          """)
  void itsWordsAreTheFirstThatAreThere(String data, String words) throws Exception {
    assertThat(read(data, RULE)).isEqualTo(new ChatEvent.ServiceError(words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"err\":null,\"msg\":\"x\"}",
        "{\"err\":\"none\"}",
        "{\"err\":{\"code\":0}}"
      })
  void whatSaysNothingIsNone(String data) throws Exception {
    assertThat(read(data, RULE)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"err\":{\"code\":429,\"message\":\"wait\"}}",
        "{\"err\":1,\"type\":\"busy\",\"msg\":\"wait\"}"
      })
  void aServiceCanBeBusy(String data) throws Exception {
    assertThat(read(data, RULE))
        .isEqualTo(
            new ChatEvent.Failed(
                Outcome.ERROR_EVENT, Cause.RATE_LIMIT, "error event: the service is busy: wait"));
  }

  @Test
  void anEventCanBeOneWhateverIsInIt() throws Exception {
    Rules.Error any = new Rules.Error(Kinds.ALL, null, List.of(), List.of(), Set.of());
    assertThat(read("{}", RULE, any)).isEqualTo(new ChatEvent.ServiceError("{}"));
    assertThat(read("{}")).isNull();
  }
}
