package chatload.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What can happen to one file by accident, by a tool that means well, or on purpose. */
enum Damage {
  DELETED {
    @Override
    void on(Path file, Path outside) throws IOException {
      Files.delete(file);
    }
  },
  ONE_BIT {
    @Override
    void on(Path file, Path outside) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        Files.write(file, new byte[] {'x'});
      } else {
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
  },
  TRUNCATED {
    @Override
    void on(Path file, Path outside) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
  },
  EMPTIED {
    @Override
    void on(Path file, Path outside) throws IOException {
      Files.write(file, new byte[0]);
    }
  },
  CRLF {
    @Override
    void on(Path file, Path outside) throws IOException {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Files.writeString(file, text.replace("\n", "\r\n") + "\r\n", StandardCharsets.ISO_8859_1);
    }
  },
  /** To a file outside that says the very same. */
  LINK {
    @Override
    void on(Path file, Path outside) throws IOException {
      Path moved = outside.resolve("moved");
      Files.move(file, moved);
      Files.createSymbolicLink(file, moved);
    }
  },
  /** To a file outside that is not there. */
  DEAD_LINK {
    @Override
    void on(Path file, Path outside) throws IOException {
      Files.delete(file);
      Files.createSymbolicLink(file, outside.resolve("not-there"));
    }
  },
  DIRECTORY {
    @Override
    void on(Path file, Path outside) throws IOException {
      Files.delete(file);
      Files.createDirectory(file);
    }
  },
  FIFO {
    @Override
    void on(Path file, Path outside) throws IOException {
      Files.delete(file);
      Ended made = Ended.of(new ProcessBuilder("mkfifo", file.toString()), 10);
      if (made.code() != 0) {
        throw new IOException(made.output());
      }
    }
  };

  /**
   * Does it.
   *
   * @param outside an empty directory that is not the report directory
   */
  abstract void on(Path file, Path outside) throws IOException;

  /** Whether nothing at all would change. */
  boolean isNothing(Directory directory, String name) {
    try {
      return List.of(TRUNCATED, EMPTIED).contains(this) && Files.size(directory.file(name)) == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
