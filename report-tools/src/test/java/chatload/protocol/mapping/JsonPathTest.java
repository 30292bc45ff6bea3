package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {

  private static final String EVENT =
      "{\"a\":[{\"t\":\"x\",\"v\":1},{\"t\":\"y\",\"v\":2},null],\"b\":{\"c\":null,\"0\":5},\"d/e\":6}";

  @ParameterizedTest
  @CsvSource({
    "/a/*/v, '1 2'",
    "/a/0/v, 1",
    "/a/1/v, 2",
    "/a/2, ''",
    "/a/3, ''",
    "/a/v, ''",
    "/a/*[t=y]/v, 2",
    "/a/*[t!=y]/v, 1",
    "/b/c, ''",
    "/b/0, 5",
    "/d~1e, 6",
    "/b/*, ''",
    "[x=]/b/0, 5",
    "[x=1]/b/0, ''"
  })
  void whatStandsThereIsFoundInItsOrder(String path, String found) throws Exception {
    List<String> values = new ArrayList<>();
    JsonPath.parse(path).each(Json.MAPPER.readTree(EVENT), node -> values.add(node.asText()));
    assertThat(String.join(" ", values)).isEqualTo(found);
    JsonNode first = JsonPath.parse(path).first(Json.MAPPER.readTree(EVENT));
    assertThat(first == null ? "" : first.asText()).isEqualTo(found.split(" ")[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "/a, /a/b, true",
    "'', /a, true",
    "/a, /a/*/b, true",
    "/a, /a, false",
    "/a/b, /a, false",
    "/a, /b/c, false",
    "/a/b, /a/c/d, false"
  })
  void onePathCanLeadIntoWhatStandsAtAnother(String path, String other, boolean above) {
    assertThat(JsonPath.parse(path).isAbove(JsonPath.parse(other))).isEqualTo(above);
  }

  @ParameterizedTest
  @CsvSource({"/a/b, true", "/a/*, false", "/a/0, false", "/a[x=y]/b, false", "[x=y]/a, false"})
  void oneThatChoosesNothingLeadsToOnePlace(String path, boolean plain) {
    assertThat(JsonPath.parse(path).isPlain()).isEqualTo(plain);
  }

  @Test
  void placesInArraysHaveNoNames() {
    assertThat(JsonPath.parse("/a/0/b/1/*").names()).containsExactly("a", "*", "b", "*", "*");
    assertThat(JsonPath.parse("/a/0")).hasToString("/a/0");
  }
}
