package chatload.preflight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events (WHATWG HTML, section 9.2.6), each handed out as soon as its last line has
 * arrived. An event that the end cuts off is none.
 */
final class EventStream {

  /** More than any chat says; a stream that goes on is not worth the memory. */
  private static final int MAX_CHARACTERS = 1 << 20;

  /**
   * @param name {@code message} if the stream gave none
   * @param data its data lines, joined by {@code \n}
   */
  record Event(String name, String data) {}

  private final BufferedReader reader;
  private int characters;
  private boolean afterCarriageReturn;

  EventStream(InputStream body) {
    this.reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /**
   * Waits for the next event; null at the end of the stream.
   *
   * @throws IOException if the connection is lost or the stream is longer than any chat
   */
  Event next() throws IOException {
    String name = "";
    StringBuilder data = null;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        if (data != null) {
          return new Event(name.isEmpty() ? "message" : name, data.toString());
        }
        name = "";
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      if (value.startsWith(" ")) {
        value = value.substring(1);
      }
      if (field.equals("event")) {
        name = value;
      } else if (field.equals("data")) {
        data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
      }
    }
    return null;
  }

  /** A line without its end, which is CR LF, LF or CR; null at the end of the stream. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (++characters > MAX_CHARACTERS) {
        throw new IOException("more than " + MAX_CHARACTERS + " characters without an end");
      }
      boolean secondHalf = afterCarriageReturn && c == '\n';
      boolean byteOrderMark = characters == 1 && c == '\ufeff';
      afterCarriageReturn = c == '\r';
      if (secondHalf || byteOrderMark) {
        continue;
      }
      if (c == '\r' || c == '\n') {
        return line.toString();
      }
      line.append((char) c);
    }
    return null;
  }
}
