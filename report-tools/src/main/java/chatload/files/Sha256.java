package chatload.files;

import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits, of what is never held as a whole. */
public final class Sha256 {

  private Sha256() {}

  /** Of what is written. */
  public static String of(Folder.Content content) {
    MessageDigest digest = digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Of a file that is there.
   *
   * @throws UserError when it is no plain file in that folder, or can't be read
   */
  public static String of(Folder folder, Path file) {
    return of(
        out -> {
          try (InputStream in = folder.stream(file)) {
            in.transferTo(out);
          }
        });
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
