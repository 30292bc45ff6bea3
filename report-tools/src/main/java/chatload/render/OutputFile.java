package chatload.render;

import chatload.UserError;
import chatload.run.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes what people and scripts read. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Replaces {@code file} by {@code text} in UTF-8, all at once. Half a surrogate pair, which has
   * no UTF-8, becomes a question mark.
   *
   * @throws UserError when it can't be written; then the file is as it was
   */
  public static void write(Path file, String text) {
    try {
      AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
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
