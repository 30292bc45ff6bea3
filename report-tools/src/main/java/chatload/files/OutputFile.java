package chatload.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.tool.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/** Writes what people and scripts read. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Replaces {@code file} by {@code text} in UTF-8, all at once. Half a surrogate pair, which has
   * no UTF-8, becomes a question mark.
   *
   * @param folder where the file is
   * @throws UserError when it can't be written; then the file is as it was
   */
  public static void write(Folder folder, Path file, String text) {
    write(folder, file, out -> out.write(text));
  }

  /** Writes what a file shall hold, piece by piece. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** The bytes that {@link #write(Folder, Path, Content)} writes. */
  public static Folder.Content utf8(Content content) {
    return bytes -> {
      Writer out = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8), 1 << 16);
      content.writeTo(out);
      out.flush();
    };
  }

  /** All that is written, as one text; only for what is known to be short. */
  public static String text(Content content) {
    StringWriter out = new StringWriter();
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** As {@link #write(Folder, Path, String)}, without ever holding all of it. */
  public static void write(Folder folder, Path file, Content content) {
    try {
      folder.write(file, utf8(content));
    } catch (IOException e) {
      UserError error =
          UserError.input(
              file + " can't be written: " + e.getClass().getSimpleName(),
              "Check that the directory is writable and the disk not full.");
      error.initCause(e);
      throw error;
    }
  }
}
