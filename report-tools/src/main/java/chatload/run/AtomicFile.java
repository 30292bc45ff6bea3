package chatload.run;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes whole files, so that nobody ever sees half of one. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes what a file shall hold, piece by piece. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Replaces {@code file} by {@code content}, or leaves it as it was. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /** As {@link #write(Path, byte[])}, without ever holding all of it. */
  public static void write(Path file, Content content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (FileOutputStream bytes = new FileOutputStream(temporary.toFile());
          OutputStream out = new BufferedOutputStream(bytes)) {
        content.writeTo(out);
        out.flush();
        bytes.getFD().sync(); // or a power cut could leave the name without the content
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
