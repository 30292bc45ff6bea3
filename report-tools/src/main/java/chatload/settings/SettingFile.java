package chatload.settings;

import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small text file that a setting names: UTF-8 whatever the locale, also from a pipe. Messages
 * repeat neither what it holds nor its path, which is a credential when somebody mistook the option
 * for the one that takes it directly.
 */
final class SettingFile {

  /** Bytes. */
  static final int MOST = 256 * 1024;

  /** For a pipe whose other end does not write, milliseconds. */
  private static final long PATIENCE = 10_000;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private SettingFile() {}

  /**
   * The text of the file, without a byte order mark.
   *
   * @param what it should hold, for messages: "the secret"
   * @throws UserError with exit code 2 if it can't be read or is not plain UTF-8 text
   */
  static String read(Given given, String what) {
    return read(given.value(), "the file that " + given.origin() + " names", what);
  }

  /**
   * The same.
   *
   * @param file what to call it in messages
   */
  static String read(String path, String file, String what) {
    byte[] bytes = bytes(path, file, PATIENCE);
    if (bytes.length > MOST) {
      throw UserError.usage(
          file + " is longer than " + MOST / 1024 + " KiB", "Give the file with " + what + ".");
    }
    String text = text(bytes, file, what);
    if (text.isBlank()) {
      throw UserError.usage(file + " is empty", "Write " + what + " into it.");
    }
    return text;
  }

  /**
   * @param file as messages call it
   * @param patience for a pipe, milliseconds
   */
  static byte[] bytes(String path, String file, long patience) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = Files.newInputStream(Path.of(path))) {
                read.complete(in.readNBytes(MOST + 1));
              } catch (IOException | InvalidPathException | SecurityException e) {
                read.completeExceptionally(e);
              }
            },
            "setting-file");
    reader.setDaemon(true);
    reader.start();
    try {
      return read.get(patience, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw UserError.usage(
          file + " did not end within " + patience / 1000 + " s",
          "If it is a pipe, something must write into it and close it.");
    } catch (ExecutionException e) {
      throw UserError.usage(
          file + " can't be read", "Give the path of a file that exists and that you may read.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UserError.usage(file + " was not read: interrupted", "Start the command again.");
    }
  }

  private static String text(byte[] bytes, String file, String what) {
    if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
      throw UserError.usage(file + " is UTF-16 text, not UTF-8", "Save it as UTF-8.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw UserError.usage(
          file + " is not UTF-8 text", "Write " + what + " into it as text, and save it as UTF-8.");
    }
    if (text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0)) {
      throw UserError.usage(
          file + " contains a NUL or another control character, so it is no text",
          "Save it as UTF-8 text; UTF-16 looks like this without its byte order mark.");
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }
}
