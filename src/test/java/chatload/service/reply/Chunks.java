package chatload.service.reply;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** HTTP/1.1 chunks (RFC 9112, section 7.1). */
public final class Chunks {

  public static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] CRLF = {'\r', '\n'};

  private Chunks() {}

  /** The body as one chunk. */
  public static byte[] chunk(byte[] body) {
    return chunk("", body);
  }

  /** The same with an extension behind the length. */
  public static byte[] chunk(String extension, byte[] body) {
    if (body.length == 0) {
      return body; // an empty chunk would be the last one
    }
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(body.length + 24);
    String length = HexFormat.of().toHexDigits(body.length).replaceFirst("^0+", "");
    chunk.writeBytes((length + extension).getBytes(StandardCharsets.US_ASCII));
    chunk.writeBytes(CRLF);
    chunk.writeBytes(body);
    chunk.writeBytes(CRLF);
    return chunk.toByteArray();
  }
}
