package chatload.protocol.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.protocol.Framing;
import chatload.protocol.Framing.Rest;
import chatload.protocol.SseParser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class FramingTest {

  private final List<Rest> events = new ArrayList<>();
  private final BiConsumer<String, String> onEvent =
      (name, data) -> events.add(new Rest(name, data));

  @Test
  void aLineIsAnEventHoweverItArrives() {
    byte[] body = "\uFEFF\n{\"a\":1}\r\n \n\r\n\uFEFF你: b\r\rc\nd".getBytes(UTF_8);
    for (int first = 0; first <= body.length; first++) {
      for (int second = first; second <= body.length; second++) {
        events.clear();
        Framing lines = LineFraming.plain(onEvent);
        lines.feed(ByteBuffer.wrap(body, 0, first));
        lines.feed(ByteBuffer.wrap(body, first, second - first));
        lines.feed(ByteBuffer.wrap(body, second, body.length - second));
        assertThat(events).containsExactly(message("{\"a\":1}"), message("\uFEFF你: b\r\rc"));
        assertThat(lines.end()).isEqualTo(message("d"));
        assertThat(lines.end()).isNull();
      }
    }
  }

  @Test
  void theMarkOfTheFirstLineIsNoPartOfIt() {
    feed(LineFraming.plain(onEvent), "\uFEFF[]\n");
    assertThat(events).containsExactly(message("[]"));
  }

  @Test
  void whatStandsBeforeTheFirstColonIsTheName() {
    Framing lines = LineFraming.prefixed(onEvent);
    feed(lines, "0:\"a:b\"\r\n:x\ny\n");
    assertThat(events).containsExactly(new Rest("0", "\"a:b\""), new Rest("", "x"), message("y"));
    feed(lines, "e:");
    assertThat(lines.end()).isEqualTo(new Rest("e", ""));
  }

  @Test
  void aLineMayBeAsLongAsAnEventAndNoLonger() {
    Framing lines = LineFraming.plain(onEvent);
    feed(lines, "x".repeat(SseParser.MAX_EVENT_BYTES - 1));
    feed(lines, "x");
    feed(lines, "\n");
    assertThat(events)
        .singleElement()
        .extracting(event -> event.data().length())
        .isEqualTo(SseParser.MAX_EVENT_BYTES);
    feed(lines, "x".repeat(SseParser.MAX_EVENT_BYTES));
    assertThatThrownBy(() -> feed(lines, "x")).isInstanceOf(SseParser.EventTooLong.class);
  }

  @Test
  void eachPieceOfTextIsAnEventAndNoCharacterIsCut() {
    Framing text = new TextFraming(onEvent);
    byte[] smile = "😀".getBytes(UTF_8);
    feed(text, "Hi ");
    feed(text, "");
    text.feed(ByteBuffer.wrap(smile, 0, 1));
    text.feed(ByteBuffer.wrap(smile, 1, 2));
    assertThat(events).containsExactly(message("Hi "));
    text.feed(ByteBuffer.wrap(smile, 3, 1));
    assertThat(events).containsExactly(message("Hi "), message("😀"));
    assertThat(text.end()).isNull();
  }

  @Test
  void textMayBeAsLongAsAnEventAndNoLonger() {
    Framing text = new TextFraming((name, data) -> {});
    feed(text, "x");
    feed(text, "x".repeat(SseParser.MAX_EVENT_BYTES - 1));
    assertThatThrownBy(() -> feed(text, "x")).isInstanceOf(SseParser.EventTooLong.class);
  }

  @Test
  void bytesThatAreNoTextAreShownAsSuch() {
    Framing text = new TextFraming(onEvent);
    text.feed(ByteBuffer.wrap(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xE4}));
    assertThat(events).containsExactly(message("a\uFFFDb"));
    assertThat(text.end()).isEqualTo(message("\uFFFD"));
  }

  @Test
  void onlyPiecesOfTextAreEventsByTheirArrival() {
    assertThat(new TextFraming(onEvent).isByArrival()).isTrue();
    assertThat(LineFraming.plain(onEvent).isByArrival()).isFalse();
    assertThat(new SseParser(onEvent).isByArrival()).isFalse();
  }

  private static Rest message(String data) {
    return new Rest("message", data);
  }

  private static void feed(Framing framing, String piece) {
    framing.feed(ByteBuffer.wrap(piece.getBytes(UTF_8)));
  }
}
