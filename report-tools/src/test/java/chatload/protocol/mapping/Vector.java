package chatload.protocol.mapping;

import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.Framing;
import chatload.run.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A body that a service could send, and what it is. The files of a protocol have one after the
 * other: {@code == NAME | OUTCOME | TEXT}, then the body; {@code §} stands behind the last byte
 * that a whole reply needs, and {@code | no-blank-line} for a body that ends with its last letter.
 *
 * @param text that the user sees at the end
 * @param enough bytes after which the reply is whole, whatever follows; negative if it never is
 */
public record Vector(
    String protocol, String name, Outcome outcome, String text, byte[] body, int enough) {

  private static final String END = "§";

  /** Bodies are read some ten thousand times, and each file but once. */
  private static final Map<String, ChatProtocol> NAMED = new ConcurrentHashMap<>();

  public static List<Vector> of(String protocol) {
    String file = "/chatload/protocol/vectors/" + protocol + ".txt";
    try (InputStream in = Vector.class.getResourceAsStream(file)) {
      String all = "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Vector> vectors = new ArrayList<>();
      for (String one : all.split("\n== ")) {
        if (!one.isBlank()) {
          vectors.add(parse(protocol, one));
        }
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Vector> all() {
    return Protocols.described().stream().flatMap(protocol -> of(protocol).stream()).toList();
  }

  private static Vector parse(String protocol, String text) {
    String[] head = text.lines().findFirst().orElseThrow().split("\\|", -1);
    boolean hasEnd = head.length < 4;
    String body = text.substring(text.indexOf('\n') + 1) + "\n";
    body = hasEnd ? body : body.stripTrailing();
    int enough = body.indexOf(END);
    return new Vector(
        protocol,
        head[0].strip(),
        Outcome.valueOf(head[1].strip()),
        head[2].strip(),
        bytes(body.replace(END, "")),
        enough < 0 ? -1 : bytes(body.substring(0, enough)).length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Vector with(byte[] other) {
    return new Vector(protocol, name, outcome, text, other, -1);
  }

  /**
   * What a response is that ends well after so many bytes.
   *
   * @param pieces how many bytes arrive at once, in turn
   */
  ChatReading read(int bytes, int... pieces) {
    return read(named(protocol), body, bytes, pieces);
  }

  private static ChatProtocol named(String protocol) {
    return NAMED.computeIfAbsent(protocol, Protocols::named);
  }

  static ChatReading read(ChatProtocol protocol, byte[] body, int bytes, int... pieces) {
    ChatReading reading =
        new ChatReading(
            protocol, List.of("canned reply"), text -> text.replace("s3cret", "(secret)"));
    long[] now = {0};
    Framing framing =
        protocol.framing((name, data) -> reading.event(name, data, ++now[0]), reading.longTexts());
    int turn = 0;
    for (int from = 0; from < bytes; ) {
      int length = Math.min(bytes - from, pieces[turn++ % pieces.length]);
      framing.feed(ByteBuffer.wrap(body, from, length));
      from += length;
    }
    if (!reading.hasFailed()) {
      reading.ended(framing.end(), ++now[0]);
    }
    return reading;
  }

  @Override
  public String toString() {
    return protocol + ": " + name;
  }
}
