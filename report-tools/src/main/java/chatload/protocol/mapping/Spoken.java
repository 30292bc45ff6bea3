package chatload.protocol.mapping;

import chatload.auth.Secret;
import chatload.files.Sha256;
import chatload.protocol.ChatProtocol;
import chatload.run.ProtocolUsed;
import chatload.tool.UserError;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The protocol that a target is spoken to in.
 *
 * @param text of the file that describes it; null for the checklist's service's, which has none
 * @param model asked for; null for none
 * @param variables of the environment that its requests hold, by name; nobody may see their values
 */
public record Spoken(
    ChatProtocol protocol, String text, String model, Map<String, Secret> variables) {

  public Spoken {
    variables = Map.copyOf(variables);
  }

  /** Before its variables are known, if it has any. */
  public Spoken(ChatProtocol protocol, String text, String model) {
    this(protocol, text, model, Map.of());
  }

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

  /** The same with the values of all its variables. */
  public Spoken with(Map<String, Secret> values) {
    Map<String, String> revealed = new HashMap<>();
    values.forEach((name, value) -> revealed.put(name, value.reveal()));
    return new Spoken(protocol.with(revealed), text, model, values);
  }

  /** In what evidence contradicts the text of the file that it holds; empty if in nothing. */
  public static Optional<String> contradiction(ProtocolUsed used) {
    if (used.text() == null) {
      return Optional.of("target.protocol has no text");
    }
    try {
      Spoken spoken = of(used.name(), used.text(), used.model());
      boolean isSame =
          spoken.sha256().equals(used.sha256())
              && spoken.protocol().name().equals(used.name())
              && spoken.protocol().seesCuts() == used.seesCuts();
      return isSame ? Optional.empty() : Optional.of("target.protocol is not what its text says");
    } catch (UserError e) {
      return Optional.of("target.protocol.text: " + e.getMessage());
    }
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
