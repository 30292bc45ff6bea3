package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stream as it is read by a parser that keeps everything, and by one that lets go. */
final class TwoReadings {

  static final List<String> CANNED = List.of("当前模型服务暂时不可用");

  /** As in force, but for less, so that many streams can be tried. */
  static final LongTexts LESS = new LongTexts(ChatProtocol.EYWA, 9000, 44, 200);

  static final String TRACE = "0f8fad5b-d9cb-469f-a165-70867728950e";
  static final String THREAD = "scenario-stress-20261130-173114-f4bf39-";
  private static final Pattern IDS =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|" + THREAD + "\\d{1,9}");

  /** What came out of a stream. */
  record Read(List<String> chat, String reply, List<String> ids, int longest) {}

  private TwoReadings() {}

  static void requireTheSame(byte[] stream, int size) {
    Read whole = read(stream, size, null);
    Read less = read(stream, size, LESS);
    assertThat(less.chat).isEqualTo(whole.chat);
    assertThat(less.ids).isEqualTo(whole.ids);
    int begin = Math.min(LESS.characters(), whole.reply.length());
    assertThat(less.reply).startsWith(whole.reply.substring(0, begin));
  }

  /**
   * @param keep null for everything
   */
  static Read read(byte[] stream, int size, LongTexts keep) {
    ChatReading reading = new ChatReading(ChatProtocol.EYWA, CANNED, text -> text);
    List<String> chat = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int[] longest = {0};
    BiConsumer<String, String> events =
        (name, data) -> {
          chat.add(name + " " + reading.event(name, data, chat.size()));
          longest[0] = Math.max(longest[0], data == null ? 0 : data.length());
          for (Matcher id = IDS.matcher(data == null ? "" : data); id.find(); ) {
            ids.add(id.group());
          }
        };
    SseParser parser = keep == null ? new SseParser(events) : new SseParser(events, keep);
    try {
      for (int from = 0; from < stream.length; from += size) {
        parser.feed(ByteBuffer.wrap(stream, from, Math.min(size, stream.length - from)));
      }
      reading.ended(null, 1);
    } catch (SseParser.EventTooLong e) {
      chat.add(e.getMessage());
    }
    chat.add(reading.outcome().name());
    chat.add(reading.cause() + ": " + reading.error());
    chat.add(reading.chunks() + " chunks, last " + reading.lastEvent());
    chat.add(reading.firstTokenNanos() + ", " + reading.pace().longestGapNanos());
    return new Read(chat, reading.reply().toString(), ids, longest[0]);
  }
}
