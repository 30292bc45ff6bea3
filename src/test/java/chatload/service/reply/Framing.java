package chatload.service.reply;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** How the events of a reply become writes. */
public enum Framing {
  /** One chunk per event. */
  CHUNKED {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      return events.stream().map(timed -> Write.of(timed, timed.event().chunk())).toList();
    }
  },
  /** One write for all, when the first token is due. */
  ONE_WRITE {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      events.forEach(timed -> all.writeBytes(Chunks.chunk(timed.event().bytes())));
      Write bytes = Write.of(firstTokenNanos(events), all.toByteArray());
      return List.of(new Write(bytes.dueNanos(), bytes.bytes(), true, true));
    }
  },
  /** One chunk and one write per byte; an event's last byte counts as the event. */
  BYTE_BY_BYTE {
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
  /** Every event in two packets, cut inside its first character that has several bytes. */
  SPLIT_CHARACTERS {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      return split(events, Framing::insideFirstLongCharacter);
    }
  },
  /** Every event in two packets, cut between the last CR and its LF. */
  SPLIT_CRLF {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      return split(events, bytes -> bytes.length - 1);
    }
  },
  /** One chunk per event, each with an extension, and a trailer. */
  CHUNK_EXTRAS {
    @Override
    List<Write> writes(List<TimedEvent> events) {
      return events.stream()
          .map(timed -> Write.of(timed, Chunks.chunk(";part=\"a;b\"", timed.event().bytes())))
          .toList();
    }

    @Override
    byte[] end() {
      return "0;last\r\nx-checksum: 1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }
  },
  /** One chunk per event, compressed so far that it can be read at once. */
  GZIP {
    @Override
    public List<String> headers(List<TimedEvent> events) {
      return List.of(CHUNKS, "content-encoding: gzip");
    }

    @Override
    List<Write> writes(List<TimedEvent> events) {
      return compressed(events, out -> new GZIPOutputStream(out, 512, true));
    }
  },
  /** The same with another algorithm. */
  DEFLATE {
    @Override
    public List<String> headers(List<TimedEvent> events) {
      return List.of(CHUNKS, "content-encoding: deflate");
    }

    @Override
    List<Write> writes(List<TimedEvent> events) {
      return compressed(events, out -> new DeflaterOutputStream(out, true));
    }
  },
  /** The same with another algorithm. */
  BROTLI {
    @Override
    public List<String> headers(List<TimedEvent> events) {
      return List.of(CHUNKS, "content-encoding: br");
    }

    @Override
    List<Write> writes(List<TimedEvent> events) {
      Brotli4jLoader.ensureAvailability();
      return compressed(events, BrotliOutputStream::new);
    }
  },
  /** No chunks, but a length that ends the body ten bytes too early. */
  LENGTH_TOO_SHORT {
    @Override
    public List<String> headers(List<TimedEvent> events) {
      return contentLength(events, -10);
    }

    @Override
    List<Write> writes(List<TimedEvent> events) {
      return plain(events);
    }

    @Override
    byte[] end() {
      return NOTHING;
    }
  },
  /** No chunks, but a length that promises ten bytes more than there are. */
  LENGTH_TOO_LONG {
    @Override
    public List<String> headers(List<TimedEvent> events) {
      return contentLength(events, 10);
    }

    @Override
    List<Write> writes(List<TimedEvent> events) {
      return plain(events);
    }

    @Override
    byte[] end() {
      return NOTHING;
    }
  },
  /** No chunks: the body ends with the connection. */
  UNTIL_CLOSE {
    @Override
    String httpVersion() {
      return "HTTP/1.0";
    }

    @Override
    public List<String> headers(List<TimedEvent> events) {
      return List.of("connection: close");
    }

    @Override
    List<Write> writes(List<TimedEvent> events) {
      return plain(events);
    }

    @Override
    byte[] end() {
      return NOTHING;
    }
  };

  private static final String CHUNKS = "transfer-encoding: chunked";
  private static final byte[] NOTHING = {};
  private static final long SPLIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  String httpVersion() {
    return "HTTP/1.1";
  }

  /** How an algorithm is put in front of what it compresses for. */
  private interface Compression {
    OutputStream over(OutputStream out) throws IOException;
  }

  private static List<Write> compressed(List<TimedEvent> events, Compression compression) {
    List<Write> writes = new ArrayList<>();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try {
      OutputStream out = compression.over(compressed);
      for (int i = 0; i < events.size(); i++) {
        out.write(events.get(i).event().bytes());
        out.flush();
        if (i == events.size() - 1) {
          out.close();
        }
        writes.add(Write.of(events.get(i), Chunks.chunk(compressed.toByteArray())));
        compressed.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writes;
  }

  /** The header lines that it needs. */
  public List<String> headers(List<TimedEvent> events) {
    return List.of(CHUNKS);
  }

  /** The body without its end; there is at least one event. */
  abstract List<Write> writes(List<TimedEvent> events);

  /** What says that the body is complete. */
  byte[] end() {
    return Chunks.LAST;
  }

  private static List<Write> plain(List<TimedEvent> events) {
    return events.stream().map(timed -> Write.of(timed, timed.event().bytes())).toList();
  }

  /**
   * The second part comes a few milliseconds after the first, so that it is a packet of its own.
   */
  private static List<Write> split(List<TimedEvent> events, ToIntFunction<byte[]> cut) {
    return events.stream()
        .flatMap(
            timed -> {
              byte[] bytes = timed.event().bytes();
              int at = cut.applyAsInt(bytes);
              byte[] second = Chunks.chunk(Arrays.copyOfRange(bytes, at, bytes.length));
              if (at == 0) {
                return Stream.of(Write.of(timed, second));
              }
              byte[] first = Chunks.chunk(Arrays.copyOf(bytes, at));
              TimedEvent later = new TimedEvent(timed.dueNanos() + SPLIT_NANOS, timed.event());
              return Stream.of(Write.of(timed.dueNanos(), first), Write.of(later, second));
            })
        .toList();
  }

  /** Behind the first byte of the first character that has several; 0 if there is none. */
  private static int insideFirstLongCharacter(byte[] bytes) {
    return 1 + IntStream.range(0, bytes.length).filter(i -> bytes[i] < 0).findFirst().orElse(-1);
  }

  private static List<String> contentLength(List<TimedEvent> events, int more) {
    int length = events.stream().mapToInt(timed -> timed.event().bytes().length).sum();
    return List.of("content-length: " + (length + more));
  }

  private static long firstTokenNanos(List<TimedEvent> events) {
    return events.stream()
        .filter(timed -> timed.event().token())
        .mapToLong(TimedEvent::dueNanos)
        .findFirst()
        .orElse(0);
  }
}
