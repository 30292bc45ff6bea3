package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatEvent;
import chatload.protocol.EventReader;
import chatload.protocol.Framing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedConversationTest {

  private final EventReader inner =
      new EventReader() {
        @Override
        public ChatEvent read(String name, String data) {
          return new ChatEvent.Malformed(name + " " + data);
        }

        @Override
        public ChatEvent atEnd(Framing.Rest rest) {
          return new ChatEvent.Malformed("end " + rest.data());
        }
      };

  private final NamedConversation reader = new NamedConversation(inner, JsonPath.parse("/c"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{\"c\":\"x\"} | x",
        "{\"c\":7} | 7",
        "{\"c\":\"\"} | -",
        "{\"c\":{}} | -",
        "{\"d\":1} | -",
        "no JSON | -",
        "- | -"
      })
  void itsNameIsAnyValueThatIsNotEmpty(String data, String conversation) {
    assertThat(reader.read("a", data)).isEqualTo(new ChatEvent.Malformed("a " + data));
    assertThat(reader.conversation()).isEqualTo(conversation);
  }

  @Test
  void theFirstNameStands() {
    reader.read("a", "{}");
    reader.read("a", "{\"c\":\"x\"}");
    reader.read("a", "{\"c\":\"y\"}");
    assertThat(reader.conversation()).isEqualTo("x");
  }

  @Test
  void theEndIsThatOfTheOtherReader() {
    assertThat(reader.atEnd(new Framing.Rest("a", "b")))
        .isEqualTo(new ChatEvent.Malformed("end b"));
  }
}
