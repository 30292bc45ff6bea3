package chatload.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a protocol is that says nothing else. */
class ChatProtocolTest {

  /** Of which a test changes what it needs. */
  static class Plain implements ChatProtocol {
    @Override
    public String name() {
      return "plain";
    }

    @Override
    public ChatRequest request(Asked asked) {
      throw new AssertionError();
    }

    @Override
    public EventReader reader() {
      throw new AssertionError();
    }
  }

  private final ChatProtocol plain = new Plain();

  @Test
  void itIsAStreamOfServerSentEventsThatNothingIsTakenOutOf() {
    assertThat(plain.contentTypes()).containsExactly("text/event-stream");
    List<String> events = new ArrayList<>();
    LongTexts keep = new LongTexts(plain, 1, 1, 1);
    Framing framing = plain.framing((name, data) -> events.add(name + " " + data), keep);
    framing.feed(ByteBuffer.wrap("data: {\"text\":\"x\"}\n\n".getBytes(UTF_8)));
    assertThat(events).containsExactly("message {\"text\":\"x\"}");
    assertThat(plain.textIn("message", "{\"text\":\"x")).isNegative();
  }

  @Test
  void itsRequestNeedsNothing() {
    assertThat(plain.variables()).isEmpty();
    assertThat(plain.with(Map.of())).isSameAs(plain);
    assertThat(plain.needsModel()).isFalse();
  }

  @Test
  void itDoesNotGoOnUnlessItSendsWhatWasSaid() {
    assertThat(plain.sendsHistory()).isFalse();
    assertThat(plain.goesOn()).isFalse();
    assertThat(plain.namesConversations()).isFalse();
    ChatProtocol sending =
        new Plain() {
          @Override
          public boolean sendsHistory() {
            return true;
          }
        };
    assertThat(sending.goesOn()).isTrue();
  }

  @Test
  void itSeesCutsUnlessTheResponseIsItsEnd() {
    assertThat(plain.endsWithResponse()).isFalse();
    assertThat(plain.seesCuts()).isTrue();
    ChatProtocol ending =
        new Plain() {
          @Override
          public boolean endsWithResponse() {
            return true;
          }
        };
    assertThat(ending.seesCuts()).isFalse();
  }

  @Test
  void aReaderThatSaysNothingElseKnowsNoEndAndNoConversation() {
    EventReader reader = (name, data) -> ChatEvent.Other.KNOWN;
    assertThat(reader.atEnd(null)).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(reader.conversation()).isNull();
  }
}
