package chatload.protocol.mapping;

import chatload.protocol.ChatProtocol;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The protocols that this program knows by name. */
public final class Protocols {

  /** Those that are described in files, in the order in which they are shown. */
  private static final List<String> DESCRIBED =
      List.of(
          "openai-chat",
          "openai-responses",
          "anthropic",
          "ai-sdk-ui",
          "ai-sdk-data",
          "gemini",
          "ollama",
          "dify",
          "ag-ui",
          "text");

  private Protocols() {}

  /** Names of the files. */
  public static List<String> described() {
    return DESCRIBED;
  }

  /**
   * The text of the file that describes a protocol.
   *
   * @param name one of {@link #described()}
   */
  public static String text(String name) {
    try (InputStream file =
        Protocols.class.getResourceAsStream("/chatload/protocols/" + name + ".yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The protocol that a file describes.
   *
   * @param name of the file, for messages
   * @throws UserError with exit code 2 if it describes none
   */
  public static ChatProtocol read(String name, String text) {
    return ProtocolFile.read(name, text);
  }

  /** The protocol of that name, one of {@link #described()}. */
  public static ChatProtocol named(String name) {
    return read(name + ".yaml", text(name));
  }
}
