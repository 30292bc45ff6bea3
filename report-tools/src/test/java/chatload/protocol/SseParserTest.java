package chatload.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {

  private static final String REPLY =
      ": a comment\n\nevent: meta\ndata: {\"traceId\":\"t\"}\n\n"
          + "event: token\ndata: {\"text\":\"已记录\"}\n\n"
          + "id: 7\nretry: abc\nevent: token\ndata: {\"text\":\ndata: \"好\"}\n\n"
          + "data: nameless\n\nevent: done\ndata:{}\n\n";

  private static final List<String> EVENTS =
      List.of(
          "meta|{\"traceId\":\"t\"}",
          "token|{\"text\":\"已记录\"}",
          "token|{\"text\":\n\"好\"}",
          "message|nameless",
          "done|{}");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsTheSameEventsWithEveryLineEndAndEverySizeOfPiece(String lineEnd) {
    byte[] bytes = REPLY.replace("\n", lineEnd).getBytes(UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(parse(bytes, size)).as("pieces of %d bytes", size).isEqualTo(EVENTS);
    }
  }

  @Test
  void skipsAByteOrderMarkEvenWhenItComesByteByByte() {
    assertThat(parse("\uFEFFdata: x\n\n".getBytes(UTF_8), 1)).containsExactly("message|x");
  }

  @Test
  void aByteOrderMarkOnALaterLineIsAPartOfItsName() {
    assertThat(parse("data: x\n\uFEFFdata: y\n\n".getBytes(UTF_8), 100))
        .containsExactly("message|x");
  }

  @Test
  void dropsWhatTheEndOfTheStreamLeavesIncomplete() {
    assertThat(parse("data: x\n".getBytes(UTF_8), 100)).isEmpty();
  }

  @Test
  void tellsOfAnEventWithANameAndNoDataThatItHasNone() {
    assertThat(parse("event: error\n\nretry: 3\n\n: c\n\ndata: x\n\n".getBytes(UTF_8), 100))
        .containsExactly("error|null", "message|x");
  }

  @Test
  void keepsEmptyDataAndAllButOneLeadingSpace() {
    assertThat(parse("data\n\ndata:\n\ndata:  x\n\n".getBytes(UTF_8), 100))
        .containsExactly("message|", "message|", "message| x");
  }

  @Test
  void ignoresFieldsThatOnlyBeginLikeKnownOnes() {
    assertThat(parse("database: x\neventual: y\ndata: z\n\n".getBytes(UTF_8), 100))
        .containsExactly("message|z");
  }

  @Test
  void isNotMisledByWhatLongerLinesLeftBehind() {
    assertThat(parse("data:x\ndat\n\n".getBytes(UTF_8), 100)).containsExactly("message|x");
    assertThat(parse("data: x\ndata:\n\n".getBytes(UTF_8), 100)).containsExactly("message|x\n");
    assertThat(parse("eventual\ndata: x\nevent\n\n".getBytes(UTF_8), 100))
        .containsExactly("message|x");
  }

  @Test
  void takesTheRestOfABufferThatIsAPartOfAnother() {
    List<String> events = new ArrayList<>();
    ByteBuffer whole = ByteBuffer.wrap("123456data: x\n\ndata: y\n\n".getBytes(UTF_8));
    ByteBuffer part = whole.position(2).slice().position(4).limit(13);
    new SseParser((name, data) -> events.add(data)).feed(part);
    assertThat(events).containsExactly("x");
    assertThat(part.remaining()).isZero();
  }

  @Test
  void readsLineEndsOfAllKindsInOneStream() {
    assertThat(parse("data: w\rdata: x\ndata: y\r\ndata: z\n\r".getBytes(UTF_8), 100))
        .containsExactly("message|w\nx\ny\nz");
  }

  @Test
  void refusesAnEventOfManyLinesThatIsLongerThanALineMayBe() {
    byte[] quarter =
        ("data:" + "x".repeat(SseParser.MAX_EVENT_BYTES / 4 - 1) + "\n").getBytes(UTF_8);
    List<Integer> lengths = new ArrayList<>();
    SseParser parser = new SseParser((name, data) -> lengths.add(data.length()));
    for (int i = 0; i < 4; i++) {
      parser.feed(ByteBuffer.wrap(quarter));
    }
    parser.feed(ByteBuffer.wrap("data\n\n".getBytes(UTF_8)));
    assertThat(lengths).containsExactly(SseParser.MAX_EVENT_BYTES);
    for (int i = 0; i < 4; i++) {
      parser.feed(ByteBuffer.wrap(quarter));
    }
    ByteBuffer more = ByteBuffer.wrap("data:x\n".getBytes(UTF_8));
    assertThatThrownBy(() -> parser.feed(more)).isInstanceOf(SseParser.EventTooLong.class);
  }

  @Test
  void refusesALineThatNeverEnds() {
    SseParser parser = new SseParser((name, data) -> {});
    byte[] megabyte = new byte[1024 * 1024];
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= 16; i++) {
                parser.feed(ByteBuffer.wrap(megabyte));
              }
            })
        .isInstanceOf(SseParser.EventTooLong.class);
  }

  @Test
  void whatTheEndOfTheStreamLeavesIncompleteCanBeAskedFor() {
    assertThat(restOf("event: e\ndata: x\n\nevent: e\n")).isNull();
    assertThat(restOf("event: e\ndata: x\n")).isEqualTo(new Framing.Rest("e", "x"));
    assertThat(restOf("data: x\ndata: y")).isEqualTo(new Framing.Rest("message", "x\ny"));
    assertThat(restOf("data: x\n\ndat")).as("not the longer line before").isNull();
    assertThat(restOf(": abc d\ndata:")).isEqualTo(new Framing.Rest("message", ""));
  }

  private static Framing.Rest restOf(String stream) {
    List<String> events = new ArrayList<>();
    SseParser parser = new SseParser((name, data) -> events.add(name));
    parser.feed(ByteBuffer.wrap(stream.getBytes(UTF_8)));
    int before = events.size();
    Framing.Rest rest = parser.end();
    assertThat(events).hasSize(before);
    return rest;
  }

  @RepeatedTest(200)
  void readsAnyBytesAlikeInPiecesOfAnySize(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String alphabet = "dataevent: \n\r\n\r\n\uFEFF{}\"é录\u0000";
    StringBuilder text = new StringBuilder();
    random.ints(300, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
    byte[] bytes = text.toString().getBytes(UTF_8);
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();

    List<String> whole = parse(bytes, bytes.length);
    assertThat(parse(bytes, 1)).isEqualTo(whole);
    assertThat(parse(bytes, 1 + random.nextInt(20))).isEqualTo(whole);
  }

  private static List<String> parse(byte[] bytes, int pieceSize) {
    List<String> inHeap = parse(bytes, pieceSize, ByteBuffer::allocate);
    assertThat(parse(bytes, pieceSize, ByteBuffer::allocateDirect)).isEqualTo(inHeap);
    return inHeap;
  }

  private static List<String> parse(byte[] bytes, int pieceSize, IntFunction<ByteBuffer> allocate) {
    List<String> events = new ArrayList<>();
    SseParser parser = new SseParser((name, data) -> events.add(name + "|" + data));
    for (int from = 0; from < bytes.length; from += pieceSize) {
      int length = Math.min(pieceSize, bytes.length - from);
      parser.feed(allocate.apply(length).put(bytes, from, length).flip());
    }
    return events;
  }
}
