package chatload.protocol;

import static chatload.protocol.TwoReadings.CANNED;
import static chatload.protocol.TwoReadings.LESS;
import static chatload.protocol.TwoReadings.THREAD;
import static chatload.protocol.TwoReadings.TRACE;
import static chatload.protocol.TwoReadings.read;
import static chatload.protocol.TwoReadings.requireTheSame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream means the same whether the middle of its long texts is let go or not. */
class LongTextTest {

  private static final List<String> ORDINARY =
      List.of(
          "The quick brown fox is well-known - to most. ",
          "已记录：你偏好高铁出行。",
          "Быстрая лиса, ",
          "😀",
          "\\u5df2\\u8bb0 \\ud83d\\ude00",
          "\\n\\t\\\\ \\\"quoted\\\" \\/ ",
          " \u3000\u200b",
          "x");

  private static final List<String> SPECIAL =
      List.of(
          TRACE,
          THREAD + "17",
          "COVID-19",
          "-7",
          "\uFFFD",
          "\\uFFFD",
          "\u0001",
          "\\x",
          "\\u00",
          "\\ud83d",
          "\"",
          "\"}",
          "\",\"error\":\"down\",\"more\":\"",
          "\",\"status\":\"failed\"}",
          "\",\"text\":\"",
          "\n",
          "\r\ndata: ",
          "\nevent: status\n",
          "\n\ndata: {\"text\":\"",
          "当前模型服务暂时不可用");

  private static final List<byte[]> BROKEN =
      List.of(
          bytes(0xC3),
          bytes(0xE4, 0xB8),
          bytes(0xF0, 0x9F, 0x98),
          bytes(0x80),
          bytes(0xC0, 0xAF),
          bytes(0xC1, 0x81),
          bytes(0xE0, 0x80, 0x80),
          bytes(0xED, 0xA0, 0x80),
          bytes(0xEF, 0xBF),
          bytes(0xF4, 0x90, 0x80, 0x80),
          bytes(0xF5, 0x80, 0x80, 0x80),
          bytes(0xFF));

  private static final List<String> BEGINNINGS =
      List.of(
          "{\"text\":\"",
          "{\"text\":\"",
          "{\"text\":\"",
          " { \"text\" : \"",
          "{\"id\":\"a-1\",\"n\":-1.5e3,\"ok\":true,\"text\":\"",
          "{\"status\":\"failed\",\"text\":\"",
          "{\"error\":{\"text\":\"",
          "{\"words\":\"",
          "[\"text\",\"",
          "\"",
          "");

  private static final List<String> ENDS =
      List.of(
          "\"}\n\n",
          "\"}\n\n",
          "\"}\n\n",
          "\"}\r\r",
          "\"}\ndata\n\n",
          "\"}\ndata: x\n\n",
          "\",\"index\":3}\n\n",
          "\",\"error\":\"down\"}\n\n",
          "\",\"text\":\"b\"}\n\n",
          "\"\n\n",
          ".failed\n\n",
          "\"}}\n\n",
          "\"}\nevent: done\n\n",
          "\"}\nevent: error\n\n",
          "\"}\nevent: run-status\n\n",
          "\"}\n");

  private static final String DONE = "event: done\ndata: {\"persistedCount\":2}\n\n";

  @RepeatedTest(100)
  void anyStreamMeansTheSame(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int event = random.nextInt(2); event >= 0; event--) {
      stream.writeBytes("event: token\ndata: ".getBytes(UTF_8));
      stream.writeBytes(any(BEGINNINGS, random).getBytes(UTF_8));
      text(stream, random);
      stream.writeBytes(any(ENDS, random).getBytes(UTF_8));
    }
    stream.writeBytes(DONE.getBytes(UTF_8));
    requireTheSame(stream.toByteArray(), 1 + random.nextInt(9000));
    requireTheSame(stream.toByteArray(), 1 + random.nextInt(40));
  }

  /** Of stretches of ordinary text, some as long as what stays around, with something between. */
  private static void text(ByteArrayOutputStream stream, Random random) {
    String piece = any(ORDINARY, random);
    int specials = random.nextInt(4);
    for (int stretch = 0; stretch <= specials; stretch++) {
      int length = random.nextBoolean() ? 30_000 : random.nextInt(1200);
      for (int from = stream.size(); stream.size() - from < length; ) {
        stream.writeBytes(piece.getBytes(UTF_8));
        piece = random.nextInt(50) == 0 ? any(ORDINARY, random) : piece;
      }
      if (stretch < specials) {
        boolean isBroken = random.nextInt(4) == 0;
        stream.writeBytes(isBroken ? any(BROKEN, random) : any(SPECIAL, random).getBytes(UTF_8));
      }
    }
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void anyPlaceOfAnythingSpecialMeansTheSame() {
    String before = "event: token\ndata: {\"text\":\"" + "高铁".repeat(4600);
    for (String special : SPECIAL) {
      boolean isId = special.equals(TRACE) || special.startsWith(THREAD);
      for (int at = 0; at < LESS.around(); at += isId ? 1 : 9) {
        String text = before + "a".repeat(at) + special + "b".repeat(2000) + "\"}\n\n" + DONE;
        requireTheSame(text.getBytes(UTF_8), 512);
      }
    }
  }

  @Test
  void anyTextAroundTheLengthThatStaysMeansTheSame() {
    for (int length = 8900; length < 9700; length += 7) {
      String text = "é".repeat(length / 2) + "x".repeat(length - length / 2);
      byte[] stream =
          ("event: token\ndata: {\"text\":\"" + text + "\"}\n\n" + DONE).getBytes(UTF_8);
      requireTheSame(stream, 700);
    }
  }

  @Test
  void aStreamThatIsCutAtAnyByteMeansTheSame() {
    LongTexts little = new LongTexts(ChatProtocol.EYWA, 60, 5, 12);
    String text = "高铁 well-known 2026-11 \\u5df2\\n😀é".repeat(4) + "a".repeat(60);
    byte[] stream =
        ("event: token\ndata: {\"text\":\"" + text + "\",\"n\":1}\n\n" + DONE).getBytes(UTF_8);
    for (int size = 1; size <= stream.length; size++) {
      TwoReadings.Read read = read(stream, size, little);
      assertThat(read.chat()).isEqualTo(read(stream, size, null).chat());
    }
    assertThat(read(stream, 40, little).longest()).isLessThan(read(stream, 40, null).longest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The quick brown fox is well-known. ",
        "已记录：你偏好高铁出行。",
        "Быстрая лиса, ",
        "😀",
        "\\u5df2\\u8bb0\\ud83d\\ude00",
        "a\\n\\t\\\\\\\"",
      })
  void theMiddleOfALongTextIsLetGo(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    for (String before : List.of("{\"text\":\"", "{ \"index\": 3, \"text\": \"")) {
      byte[] stream = ("event: token\ndata: " + before + text + "\"}\n\n" + DONE).getBytes(UTF_8);
      requireTheSame(stream, 1000);
      TwoReadings.Read read = read(stream, 1000, LESS);
      assertThat(read.chat()).contains("OK");
      assertThat(read.longest()).isBetween(9000, 60_000);
    }
  }

  @Test
  void aTextThatBeginsWithNothingToSeeStaysWhole() {
    String blanks = " ".repeat(100_000);
    for (String seen : List.of("", "x", "当前模型服务暂时不可用")) {
      byte[] stream =
          ("event: token\ndata: {\"text\":\"" + blanks + seen + blanks + "\"}\n\n" + DONE)
              .getBytes(UTF_8);
      requireTheSame(stream, 3000);
      assertThat(read(stream, 3000, LESS).longest()).isGreaterThan(200_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"message", "meta", "done", "''"})
  void onlyTheTextOfTokensIsLetGo(String event) {
    String text = "{\"text\":\"" + "x".repeat(20_000) + "\"}";
    byte[] stream = ("event: " + event + "\ndata: " + text + "\n\n").getBytes(UTF_8);
    assertThat(read(stream, 1000, LESS).longest()).isEqualTo(text.length());
  }

  @Test
  void aTextOfMegabytesTakesLittleRoomWhileItArrives() {
    LongTexts keep = new ChatReading(ChatProtocol.EYWA, CANNED, text -> text).longTexts();
    Line line = new Line();
    line.add(ByteBuffer.wrap("data:{\"text\":\"".getBytes(UTF_8)));
    LongText text = new LongText(keep, line, line.end());
    byte[] chunk = "高铁".repeat(1365).getBytes(UTF_8);
    for (int sent = 0; sent + chunk.length < SseParser.MAX_EVENT_BYTES; sent += chunk.length) {
      line.add(ByteBuffer.wrap(chunk));
      text.arrived();
      assertThat(line.hasEnd()).isFalse();
    }
    assertThat(line.bytes()).hasSizeLessThan(512 * 1024);
  }

  @Test
  void aLineAndAnEventMayBeAsLongAsEver() {
    for (int more = -1; more <= 1; more++) {
      int length = SseParser.MAX_EVENT_BYTES - "data:{\"text\":\"\"}".length() + more;
      byte[] line =
          ("event:token\ndata:{\"text\":\"" + "x".repeat(length) + "\"}\n\n").getBytes(UTF_8);
      requireTheSame(line, 65_536);
      int half = SseParser.MAX_EVENT_BYTES / 2 - "{\"text\":\"\"}".length();
      String lines = "event:token\ndata:{\"text\":\"" + "x".repeat(half) + "\"}\ndata:";
      String rest = " ".repeat(SseParser.MAX_EVENT_BYTES / 2 + more);
      requireTheSame((lines + rest + "\n\n").getBytes(UTF_8), 65_536);
    }
    SseParser parser = new SseParser((name, data) -> {}, LESS);
    parser.feed(ByteBuffer.wrap("event: token\ndata: {\"text\":\"".getBytes(UTF_8)));
    byte[] chunk = "x".repeat(65_536).getBytes(UTF_8);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i <= SseParser.MAX_EVENT_BYTES / chunk.length; i++) {
                parser.feed(ByteBuffer.wrap(chunk));
              }
            })
        .isInstanceOf(SseParser.EventTooLong.class);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
