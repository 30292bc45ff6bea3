package chatload.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines of a stream a protocol is asked about, and what then comes of their events. */
class SseLongTextTest {

  /** What is called token is text from its beginning on, what is called later from its third. */
  private static final class Texts extends ChatProtocolTest.Plain {
    private final List<String> asked = new ArrayList<>();

    @Override
    public int textIn(String name, String beginning) {
      asked.add(name + "|" + beginning);
      return name.equals("token") ? 0 : name.equals("later") ? 2 : -1;
    }
  }

  private final Texts protocol = new Texts();
  private final List<String> events = new ArrayList<>();

  private SseParser keeping(int characters) {
    LongTexts keep = new LongTexts(protocol, characters, 8, 16);
    return new SseParser((name, data) -> events.add(name + "|" + data), keep);
  }

  @Test
  void onceALineIsLongTheProtocolIsAskedOfItsBeginning() {
    SseParser parser = keeping(20);
    feed(parser, ": a comment\n\nevent: e\ndata:0123456789");
    assertThat(protocol.asked).isEmpty();
    feed(parser, "abcde");
    assertThat(protocol.asked).containsExactly("e|0123456789abcde");
    feed(parser, "fghij");
    feed(parser, "\n\n");
    assertThat(protocol.asked).hasSize(1);
    assertThat(events).containsExactly("e|0123456789abcdefghij");
    feed(parser, "data:" + "x".repeat(700));
    assertThat(protocol.asked).element(1).isEqualTo("message|" + "x".repeat(512));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id:", "data: x\ndata:", "database", "event:"})
  void ofNoOtherLineItIs(String before) {
    feed(keeping(20), before + "0123456789".repeat(4));
    assertThat(protocol.asked).isEmpty();
  }

  @Test
  void whatNeedNotStayOfALongTextGoesFromEachEvent() {
    SseParser parser = keeping(176);
    String text = "abcdefghijklmnopqrstuvwxyz".repeat(12).substring(0, 300);
    String less = text.substring(0, 176) + text.substring(272);
    for (String name : List.of("token", "token", "other", "token")) {
      feed(parser, "event: " + name + "\ndata:" + text);
      feed(parser, "\n\n");
    }
    assertThat(events)
        .containsExactly("token|" + less, "token|" + less, "other|" + text, "token|" + less);
  }

  @Test
  void aTextCanBeginLater() {
    SseParser parser = keeping(176);
    String text = "abcdefghijklmnopqrstuvwxyz".repeat(12).substring(0, 300);
    feed(parser, "event: later\ndata:" + text);
    feed(parser, "\n\n");
    assertThat(events).containsExactly("later|" + text.substring(0, 178) + text.substring(274));
  }

  @Test
  void whatIsGoneCountsForTheLengthOfItsEvent() {
    int half = SseParser.MAX_EVENT_BYTES / 2;
    SseParser parser = keeping(10_000);
    for (int more = -1; more <= 0; more++) {
      feed(parser, "event: token\ndata:");
      for (int i = 0; i < 64; i++) {
        feed(parser, "x".repeat(half / 64));
      }
      String line = "\ndata:" + "y".repeat(half + more);
      feed(parser, line);
      if (more < 0) {
        feed(parser, "\n\n");
        assertThat(events.get(0)).hasSizeBetween(half + 10_000, half + 200_000);
      } else {
        assertThatThrownBy(() -> feed(parser, "\n")).isInstanceOf(SseParser.EventTooLong.class);
      }
    }
  }

  private static void feed(SseParser parser, String more) {
    parser.feed(ByteBuffer.wrap(more.getBytes(UTF_8)));
  }
}
