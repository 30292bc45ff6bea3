package chatload.target;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** How the events of a reply become writes. */
enum Framing {
  /** One chunk per event. */
  CHUNKED("HTTP/1.1", List.of("transfer-encoding: chunked")) {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      return events.stream().map(timed -> Write.of(timed, timed.event().chunk())).toList();
    }
  },
  /** One write for all, when the first token is due. */
  ONE_WRITE("HTTP/1.1", List.of("transfer-encoding: chunked")) {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      events.forEach(timed -> all.writeBytes(Chunks.chunk(timed.event().bytes())));
      Write bytes = Write.of(firstTokenNanos(events), all.toByteArray());
      return List.of(new Write(bytes.dueNanos(), bytes.bytes(), true, true));
    }
  },
  /** One chunk and one write per byte; an event's last byte counts as the event. */
  BYTE_BY_BYTE("HTTP/1.1", List.of("transfer-encoding: chunked")) {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      List<Write> writes = new ArrayList<>();
      for (TimedEvent timed : events) {
        byte[] bytes = timed.event().bytes();
        for (int i = 0; i < bytes.length; i++) {
          byte[] chunk = Chunks.chunk(new byte[] {bytes[i]});
          boolean last = i == bytes.length - 1;
          writes.add(last ? Write.of(timed, chunk) : Write.of(timed.dueNanos(), chunk));
        }
      }
      return writes;
    }
  },
  /** One chunk per event, compressed so far that it can be read at once. */
  GZIP("HTTP/1.1", List.of("transfer-encoding: chunked", "content-encoding: gzip")) {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      List<Write> writes = new ArrayList<>();
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, 512, true)) {
        for (int i = 0; i < events.size(); i++) {
          gzip.write(events.get(i).event().bytes());
          gzip.flush();
          if (i == events.size() - 1) {
            gzip.finish();
          }
          writes.add(Write.of(events.get(i), Chunks.chunk(compressed.toByteArray())));
          compressed.reset();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return writes;
    }
  },
  /** No chunks: the body ends with the connection. */
  UNTIL_CLOSE("HTTP/1.0", List.of("connection: close")) {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      return events.stream().map(timed -> Write.of(timed, timed.event().bytes())).toList();
    }
  };

  private final String httpVersion;
  private final List<String> headers;

  Framing(String httpVersion, List<String> headers) {
    this.httpVersion = httpVersion;
    this.headers = headers;
  }

  String httpVersion() {
    return httpVersion;
  }

  /** The header lines that it needs. */
  List<String> headers() {
    return headers;
  }

  /** The body without its end; there is at least one event. */
  abstract List<Write> writes(List<TimedEvent> events);

  private static long firstTokenNanos(List<TimedEvent> events) {
    return events.stream()
        .filter(timed -> timed.event().token())
        .mapToLong(TimedEvent::dueNanos)
        .findFirst()
        .orElse(0);
  }
}
