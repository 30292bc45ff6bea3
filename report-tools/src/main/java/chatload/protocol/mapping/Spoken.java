package chatload.protocol.mapping;

import chatload.files.Sha256;
import chatload.protocol.ChatProtocol;
import java.nio.charset.StandardCharsets;

/**
 * The protocol that a target is spoken to in.
 *
 * @param text of the file that describes it; null for the checklist's service's, which has none
 * @param model asked for; null for none
 */
public record Spoken(ChatProtocol protocol, String text, String model) {

  /** That of the checklist's service. */
  public static final Spoken EYWA = new Spoken(ChatProtocol.EYWA, null, null);

  /**
   * What a file describes.
   *
   * @param file its name, for messages
   * @throws chatload.tool.UserError with exit code 2 if it describes none
   */
  public static Spoken of(String file, String text, String model) {
    return new Spoken(Protocols.read(file, text), text, model);
  }

  /** Whether it is that of the checklist's service. */
  public boolean isEywa() {
    return text == null;
  }

  /** The SHA-256 of the file, in hexadecimal digits. */
  public String sha256() {
    return Sha256.of(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
