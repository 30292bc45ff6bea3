package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
        };
    ObjectNode token = new ObjectNode(JsonNodeFactory.instance, members);
    token.put("text", "hi");
    assertThat(Eywa.token("", token)).isEqualTo(new ChatEvent.Token("hi"));
  }

  @Test
  void aTokenWithMoreThanItsTextIsStillOne() {
    assertThat(ChatProtocol.EYWA.reader().read("token", "{\"text\":\"hi\",\"index\":3}"))
        .isEqualTo(new ChatEvent.Token("hi"));
  }
}
