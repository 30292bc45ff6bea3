package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.errors.Flaw;
import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndReadingTest {

  private static final String REASON =
      "reason: [{ at: /why, means: { stop: ok, broke: error, length: cut-short } }]\n";
  private static final String MARKER = "marker: { text: \"[DONE]\", is: required }\n";

  private static final ChatEvent WHOLE = new ChatEvent.Terminal(null, null);

  /** The end of one chat's reply. */
  private static final class Chat {
    private final Mapping mapping;
    private final EndReading end;

    Chat(String rules) {
      String file =
          "protocol: own\nrequest: { body: { q: \"${message}\" } }\n"
              + "framing: sse\nkind: event\nvisible: [/x]\n";
      mapping = ((MappedProtocol) Protocols.read("own.yaml", file + rules)).mapping();
      end = new EndReading(mapping, () -> null);
    }

    List<ChatEvent> read(String kind, String data) {
      try {
        JsonNode json = Json.MAPPER.readTree(data);
        Mapping.Meanings rules = mapping.of(kind).meanings();
        List<ChatEvent> events = new ArrayList<>();
        end.read(rules, kind, json, end.isBy(rules, json), events);
        return events;
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    List<ChatEvent> read(String data) {
      return read("message", data);
    }
  }

  private static ChatEvent truncated(String why) {
    return new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, why);
  }

  @Test
  void theEndOfTheResponseIsOneWhereTheFileSaysSo() {
    Chat chat = new Chat("end: response\n");
    assertThat(chat.end.atEnd(true)).as("within an event").isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(chat.end.atEnd(false)).isEqualTo(WHOLE);
    assertThat(chat.end.atEnd(false)).isEqualTo(ChatEvent.Other.KNOWN);
  }

  @Test
  void aReasonIsOneIfNoMoreTextComes() {
    Chat chat = new Chat(REASON + "end: reason\n");
    assertThat(chat.end.atEnd(false)).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(chat.end.goesOn()).isTrue();
    assertThat(chat.read("{\"why\":\"stop\"}")).containsExactly(ChatEvent.Other.KNOWN);
    assertThat(chat.end.hasReason()).isTrue();
    assertThat(chat.read("{\"why\":null}")).isEmpty();
    assertThat(chat.end.hasReason()).isFalse();
    assertThat(chat.end.goesOn()).isTrue();
    assertThat(chat.end.atEnd(false)).as("text came since").isEqualTo(ChatEvent.Other.UNKNOWN);
    chat.read("{\"why\":\"length\"}");
    assertThat(chat.end.atEnd(true)).isEqualTo(truncated("the stream ended within an event"));
    assertThat(chat.end.atEnd(false))
        .isEqualTo(new ChatEvent.Terminal(new Flaw(Flaw.Kind.TOKEN_LIMIT, "length"), null));
  }

  @Test
  void aReasonCanBeAnError() {
    assertThat(new Chat(REASON + "end: reason\n").read("{\"why\":\"broke\"}"))
        .contains(new ChatEvent.ServiceError("the reply ended with finish reason broke"));
    assertThat(new Chat("reason: [{ when: died, means: error }]\nend: reason\n").read("died", "{}"))
        .as("the event itself")
        .contains(new ChatEvent.ServiceError("the reply ended with finish reason died"));
    Chat absent =
        new Chat("reason: [{ at: /why, means: { stop: ok }, absent: error }]\nend: reason\n");
    assertThat(absent.read("{}"))
        .contains(new ChatEvent.ServiceError("the reply ended with finish reason message"));
  }

  @Test
  void aMarkerThatIsRequiredIsDueBehindIt() {
    Chat chat = new Chat(REASON + "end: reason\n" + MARKER);
    assertThat(chat.end.isMarker(null)).isFalse();
    assertThat(chat.end.isMarker("x")).isFalse();
    assertThat(chat.end.isMarker(" [DONE]\n")).isTrue();
    assertThat(chat.end.marker()).isEqualTo(truncated("[DONE] came before the end of the reply"));
    assertThat(chat.read("{\"why\":\"stop\"}")).containsExactly(ChatEvent.Other.KNOWN);
    assertThat(chat.end.goesOn()).isFalse();
    assertThat(chat.end.atEnd(false)).isEqualTo(truncated("the stream ended without [DONE]"));
    assertThat(chat.end.marker()).isEqualTo(WHOLE);
    assertThat(chat.end.marker()).isEqualTo(ChatEvent.Other.KNOWN);
    assertThat(chat.end.goesOn()).as("who reads it says that it is late").isTrue();
    assertThat(new Chat("end: response\n").end.isMarker("[DONE]")).isFalse();
  }

  @Test
  void aMarkerAloneCanBeTheEnd() {
    Chat chat = new Chat("end: marker\n" + MARKER);
    assertThat(chat.end.atEnd(false)).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(chat.end.marker()).isEqualTo(WHOLE);
    assertThat(chat.end.marker()).isEqualTo(ChatEvent.Other.KNOWN);
  }

  @Test
  void whereARuleNamesTheEndAReasonIsNone() {
    Chat chat = new Chat(REASON + "end: [{ at: /end }]\n");
    assertThat(chat.read("{\"end\":1}"))
        .containsExactly(truncated("the end came without a reason for it"));
    assertThat(chat.read("{\"why\":\"stop\"}")).isEmpty();
    assertThat(chat.read("{\"end\":1}")).containsExactly(WHOLE);
    assertThat(chat.read("{\"end\":1}"))
        .as("who reads it says that it is one more")
        .containsExactly(WHOLE);
  }

  @Test
  void aSecondEndBeforeTheMarkerIsMalformed() {
    Chat chat = new Chat("end: [{ at: /end }]\n" + MARKER);
    assertThat(chat.read("{\"end\":1}")).containsExactly(ChatEvent.Other.KNOWN);
    assertThat(chat.read("{\"end\":1}")).containsExactly(new ChatEvent.Malformed("a second end"));
    assertThat(chat.end.marker()).isEqualTo(WHOLE);
  }

  @Test
  void anErrorThatOnlyTheWholeReplyShowsIsOneAtItsEnd() {
    Mapping mapping = new Chat("end: response\n").mapping;
    EndReading end = new EndReading(mapping, () -> new Flaw(Flaw.Kind.ERROR, "down"));
    assertThat(end.atEnd(false)).isEqualTo(new ChatEvent.ServiceError("down"));
  }
}
