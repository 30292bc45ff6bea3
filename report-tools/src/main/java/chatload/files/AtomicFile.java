package chatload.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes whole files, so that nobody ever sees half of one. */
final class AtomicFile {

  private AtomicFile() {}

  /** Replaces {@code file} by {@code content}, or leaves it as it was. */
  static void write(Path file, Folder.Content content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    // Left by a process that was killed, or put there: a link goes, not what it points at.
    Files.deleteIfExists(temporary);
    try {
      try (FileChannel bytes =
              FileChannel.open(
                  temporary,
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.WRITE,
                  LinkOption.NOFOLLOW_LINKS);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(bytes))) {
        content.writeTo(out);
        out.flush();
        bytes.force(true); // or a power cut could leave the name without the content
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
