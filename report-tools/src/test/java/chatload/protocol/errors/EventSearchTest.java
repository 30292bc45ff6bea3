package chatload.protocol.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in an event it is looked for errors, beside what {@code ErrorFormsTest} says. */
class EventSearchTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update | {"degraded":true,"data":{"error":"down"}} | down
          update | {"data":{"error":"first"},"payload":{"error":"second"}} | first
          update | {"tool":null,"status":"failed"} | status failed
          update | {"title":"search","status":"failed"} | status failed
          update | {"type":7,"status":"failed"} | status failed
          update | {"data":{"type":"error"}} | {"type":"error"}
          step | {"type":"error"} | {"type":"error"}
          """)
  void whatIsFound(String name, String data, String words) {
    assertThat(in(name, data, false)).isEqualTo(new Flaw(Flaw.Kind.ERROR, words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update | {"title":"error"}
          update | {"title":"Forbidden"}
          update | {"trace":{"type":"error"}}
          update | {"trace":{"data":{"status":"failed"}}}
          update | {"tool":"x","type":"failed"}
          update | {"tool":"x","type":"incomplete"}
          step | {"status":"failed"}
          step | {"data":{"error":"x"}}
          """)
  void whatIsNot(String name, String data) {
    assertThat(in(name, data, false)).isNull();
  }

  @Test
  void theEndIsNeverAboutAStep() {
    assertThat(in("tool_result", "{\"status\":\"failed\"}", true)).isNotNull();
  }

  @Test
  void whatAProtocolExplainsIsPassedOver() {
    Explained explained = Explained.of(List.of(List.of("error"), List.of("list", "*", "error")));
    String json = "{\"error\":\"a\",\"list\":[{\"error\":\"b\"}]%s}";
    assertThat(in("update", json.formatted(""), false, explained)).isNull();
    assertThat(in("update", json.formatted(",\"data\":{\"error\":\"c\"}"), false, explained))
        .isEqualTo(new Flaw(Flaw.Kind.ERROR, "c"));
  }

  @ParameterizedTest
  @CsvSource({"8, true", "9, false"})
  void listsInListsAreLookedThroughEightLevelsDeep(int depth, boolean found) {
    String json = "[".repeat(depth) + "{\"error\":\"x\"}" + "]".repeat(depth);
    assertThat(in("update", json, false) != null).isEqualTo(found);
  }

  @Test
  void numbersBeforeItAreNotCounted() {
    assertThat(in("update", "[" + "1,".repeat(5000) + "{\"error\":\"x\"}]", false)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false"})
  void theNameOfAStepHasAThousandCharacters(int length, boolean step) {
    assertThat(EventSearch.isStep("x".repeat(length - 5) + ".tool")).isEqualTo(step);
    assertThat(EventSearch.isStep("x".repeat(length - 6) + "-tooth")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error",
        "a error b",
        "tool",
        "tool a",
        "status",
        "status a",
        "message",
        "type",
        "a type",
        "data status"
      })
  void whatASearchLooksAt(String place) {
    assertThat(EventSearch.looksAt(List.of(place.split(" ")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "message title", "type a", "data a b"})
  void whatItDoesNot(String place) {
    assertThat(EventSearch.looksAt(List.of(place.split(" ")))).isFalse();
  }

  private static Flaw in(String name, String data, boolean end) {
    return in(name, data, end, Explained.NOTHING);
  }

  private static Flaw in(String name, String data, boolean end, Explained explained) {
    try {
      return ServiceErrors.in(name, data, MAPPER.readTree(data), end, explained);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
