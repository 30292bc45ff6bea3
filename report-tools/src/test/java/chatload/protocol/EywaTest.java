package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EywaTest {

  @Test
  void aChatIsAskedForWithItsThreadAndItsMessage() {
    assertThat(ChatProtocol.EYWA.request(new Asked("t-1", "say \"hi\"", null, "u")).body())
        .isEqualTo("{\"threadId\":\"t-1\",\"message\":\"say \\\"hi\\\"\"}");
  }

  @Test
  void aTokenOfTextAloneIsNotSearchedForErrors() {
    Map<String, JsonNode> members =
        new LinkedHashMap<>() {
          @Override
          public JsonNode get(Object name) {
            assertThat(name).isEqualTo("text");
            return super.get(name);
          }

          @Override
          public Set<Map.Entry<String, JsonNode>> entrySet() {
            throw new AssertionError();
          }
        };
    ObjectNode token = new ObjectNode(JsonNodeFactory.instance, members);
    token.put("text", "hi");
    assertThat(Eywa.token("", token)).isEqualTo(new ChatEvent.Token("hi"));
  }

  @Test
  void anEventWithoutDataIsUnknown() {
    for (String name : List.of("token", "done", "meta")) {
      assertThat(ChatProtocol.EYWA.reader().read(name, null))
          .as(name)
          .isEqualTo(ChatEvent.Other.UNKNOWN);
    }
  }

  /** To find out by reading it that it is none takes long. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | true",
        "' [' | true",
        "'\"x\"' | true",
        "ping | false",
        "'' | false",
        "500 | false"
      })
  void whatCanNotBeJsonIsToldByItsFirstCharacter(String data, boolean mayBe) {
    assertThat(Eywa.mayBeJson(data)).isEqualTo(mayBe);
  }

  @Test
  void itsThreadGoesOn() {
    assertThat(ChatProtocol.EYWA.goesOn()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          token | {"text":"好 | 9
          token | {"id":"a","n":1,"text":"hi | 24
          token | {"words":"hi | -1
          message | {"text":"hi | -1
          """)
  void theTextOfATokenBeginsBehindItsQuote(String name, String beginning, int at) {
    assertThat(ChatProtocol.EYWA.textIn(name, beginning)).isEqualTo(at);
  }

  @Test
  void aTokenWithMoreThanItsTextIsStillOne() {
    assertThat(ChatProtocol.EYWA.reader().read("token", "{\"text\":\"hi\",\"index\":3}"))
        .isEqualTo(new ChatEvent.Token("hi"));
  }
}
