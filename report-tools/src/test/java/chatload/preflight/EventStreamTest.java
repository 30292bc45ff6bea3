package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.preflight.EventStream.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

  private static List<Event> events(InputStream in) throws IOException {
    EventStream stream = new EventStream(in);
    List<Event> events = new ArrayList<>();
    for (Event event = stream.next(); event != null; event = stream.next()) {
      events.add(event);
    }
    return events;
  }

  private static List<Event> events(String text) throws IOException {
    return events(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyKindOfLineEndIsOne(String lineEnd) throws Exception {
    String text = "event: a\ndata: 1\ndata: 2\n\nevent: b\ndata: 3\n\n";

    assertThat(events(text.replace("\n", lineEnd)))
        .containsExactly(new Event("a", "1\n2"), new Event("b", "3"));
  }

  @Test
  void bytesThatArriveOneByOneMakeTheSameEvents() throws Exception {
    String text = "event: token\r\ndata: 已记录\r\n\r\n";
    InputStream oneByOne =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 1));
          }
        };

    assertThat(events(oneByOne)).containsExactly(new Event("token", "已记录"));
  }

  @Test
  void oneSpaceAfterTheColonIsNotPartOfTheValue() throws Exception {
    assertThat(events("data:a\n\ndata: b\n\ndata:  c\n\ndata\n\n"))
        .containsExactly(
            new Event("message", "a"),
            new Event("message", "b"),
            new Event("message", " c"),
            new Event("message", ""));
  }

  @Test
  void commentsOtherFieldsAndNamesWithoutDataMakeNoEvent() throws Exception {
    assertThat(events(": hello\nid: 7\nretry: 1\n\nevent: lost\n\ndata: x\n\n"))
        .containsExactly(new Event("message", "x"));
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    assertThat(events("\ufeffdata: x\n\n")).containsExactly(new Event("message", "x"));
  }

  @Test
  void anEventThatTheEndCutsOffIsNone() throws Exception {
    assertThat(events("data: x\n\nevent: done\ndata: {}\n"))
        .containsExactly(new Event("message", "x"));
  }
}
