package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.Usage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageReadingTest {

  private static final Rules.Used USED =
      new Rules.Used(
          List.of(JsonPath.parse("/i"), JsonPath.parse("/in")),
          List.of(JsonPath.parse("/o")),
          List.of(JsonPath.parse("/r")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{\"i\":1} | 1 | - | -",
        "{\"o\":2} | - | 2 | -",
        "{\"r\":3} | - | - | 3",
        "{\"in\":4,\"o\":0} | 4 | 0 | -",
        "{\"i\":\"1\",\"in\":5} | 5 | - | -",
        "{\"i\":1.5,\"r\":6} | - | - | 6",
        "{\"i\":99999999999999999999,\"r\":6} | - | - | 6",
        "{\"i\":-1,\"in\":5,\"r\":6} | - | - | 6"
      })
  void whatIsSaidIsFound(String json, Long input, Long output, Long reasoning) throws Exception {
    List<ChatEvent> events = new ArrayList<>();
    assertThat(UsageReading.read(USED, Json.MAPPER.readTree(json), events)).isTrue();
    assertThat(events).containsExactly(new ChatEvent.Used(new Usage(input, output, reasoning)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{\"i\":null}", "{\"o\":-1}"})
  void whereNothingIsSaidThereIsNone(String json) throws Exception {
    List<ChatEvent> events = new ArrayList<>();
    assertThat(UsageReading.read(USED, Json.MAPPER.readTree(json), events)).isFalse();
    assertThat(events).isEmpty();
  }
}
