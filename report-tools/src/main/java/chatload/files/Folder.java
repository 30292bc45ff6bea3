package chatload.files;

import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory whose content somebody else may have made. Whatever stands in it, only plain files
 * that lie in it are read or written through here: no link is followed, no FIFO or device opened,
 * nothing larger than expected taken into memory. The directory itself is what the user named, so
 * it may be a link.
 *
 * <p>Every file of a report directory is opened here and nowhere else.
 *
 * @param root the directory; all paths that are handed in lie in it
 */
public record Folder(Path root) {

  /** Most bytes of a file that people or this project write as a whole, 64 MiB. */
  public static final int DOCUMENT = 64 << 20;

  /** Writes what a file shall hold, piece by piece. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Whether anything has that name, be it a link to nowhere. */
  public boolean has(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Whether there is a directory of that name.
   *
   * @throws UserError when it, or one on the way to it, is a link
   */
  public boolean hasDirectory(Path directory) {
    return attributes(directory).filter(BasicFileAttributes::isDirectory).isPresent();
  }

  /**
   * Whether there is a plain file of that name.
   *
   * @throws UserError when it, or a directory on the way to it, is a link
   */
  public boolean hasFile(Path file) {
    return attributes(file).filter(BasicFileAttributes::isRegularFile).isPresent();
  }

  /** All of a file of at most {@link #DOCUMENT} bytes; empty if nothing has that name. */
  public Optional<byte[]> read(Path file) {
    return read(file, DOCUMENT);
  }

  /**
   * All of a file; empty if nothing has that name.
   *
   * @throws UserError when it has more than {@code most} bytes, or as {@link #open}
   */
  public Optional<byte[]> read(Path file, int most) {
    if (!has(file)) {
      return Optional.empty();
    }
    try (InputStream in = stream(file)) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw UserError.input(
            file + " is larger than any such file is (" + most + " bytes)",
            "Take the original, or run again into a new directory.");
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Opens a file that is there, for reading.
   *
   * @throws UserError when it is no plain file in this directory, or can't be read
   */
  public FileChannel open(Path file) {
    try {
      if (!attributes(file)
          .orElseThrow(() -> new NoSuchFileException(file.toString()))
          .isRegularFile()) {
        throw UserError.input(
            file + " can't be read: it is no plain file",
            "Put the file itself there, or take it away.");
      }
      return FileChannel.open(
          root.resolve(inside(file)), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** {@link #open} as a stream. */
  public InputStream stream(Path file) {
    return Channels.newInputStream(open(file));
  }

  /** What stands directly in a directory, sorted; nothing if it is not there. */
  public List<Path> list(Path directory) {
    if (!hasDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /**
   * Every file below a directory, sorted; none if it is not there.
   *
   * @throws UserError when anything in it is neither a plain file nor a directory
   */
  public List<Path> filesBelow(Path directory) {
    List<Path> files = new ArrayList<>();
    for (Path entry : list(directory)) {
      BasicFileAttributes attributes = attributes(entry).orElse(null);
      if (attributes == null || attributes.isRegularFile()) {
        files.add(entry); // one that went away meanwhile is missed when it is read
      } else if (attributes.isDirectory()) {
        files.addAll(filesBelow(entry));
      } else {
        throw UserError.input(
            entry + " is neither a file nor a directory, so it can't be kept here",
            "Take it away.");
      }
    }
    return files;
  }

  /**
   * Refuses a directory that holds anything but plain files and directories, wherever in it.
   *
   * @throws UserError when it does
   */
  public void requirePlain() {
    filesBelow(root);
  }

  /**
   * Replaces a file by {@code content}, or leaves it as it was. Its directory must be there: one
   * that was deleted meanwhile is not made again.
   *
   * @throws UserError when a link or something else than a file stands in the way
   */
  public void write(Path file, Content content) throws IOException {
    if (attributes(file).filter(found -> !found.isRegularFile()).isPresent()) {
      throw UserError.input(
          file + " can't be written: what has that name is no file",
          "Move it away, then try again.");
    }
    AtomicFile.write(root.resolve(inside(file)), content);
  }

  /** As {@link #write(Path, Content)}. */
  public void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  /**
   * Writes a file that must not be there yet.
   *
   * @throws java.nio.file.FileAlreadyExistsException when it is
   */
  public void create(Path file, String content) throws IOException {
    attributes(file);
    Files.writeString(
        root.resolve(inside(file)),
        content,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
  }

  /** Takes away a file, or a directory in which nothing is; does nothing if it is not there. */
  public void delete(Path path) throws IOException {
    attributes(path);
    Files.deleteIfExists(root.resolve(inside(path)));
  }

  /** Gives a plain file another name; what has that name already is left alone. */
  public void rename(Path from, Path to) throws IOException {
    if (hasFile(from)) {
      Files.move(root.resolve(inside(from)), root.resolve(inside(to)));
    }
  }

  /**
   * Makes a directory and those around it, if they are not there.
   *
   * @throws UserError when one of them is a link
   */
  public void makeDirectory(Path directory) throws IOException {
    if (!hasDirectory(directory)) {
      Files.createDirectories(root.resolve(inside(directory)));
    }
  }

  /** Of what has that name, if anything has; a link is refused, and so is one on the way to it. */
  private Optional<BasicFileAttributes> attributes(Path path) {
    Path at = root;
    try {
      BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
      for (Path name : inside(path)) {
        if (!attributes.isDirectory()) {
          return Optional.empty();
        }
        at = at.resolve(name);
        if (!at.equals(root)) {
          attributes =
              Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
        if (attributes.isSymbolicLink()) {
          throw UserError.input(
              at + " is a symbolic link, and none is followed: what it points at is not kept here",
              "Put the file or directory itself in its place, or take it away.");
        }
      }
      return Optional.of(attributes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(at, e);
    }
  }

  private Path inside(Path path) {
    Path inside = root.relativize(path).normalize();
    if (inside.startsWith("..")) {
      throw UserError.input(
          path + " is not in " + root + ", so it is neither read nor written",
          "Name the directory that it is in.");
    }
    return inside;
  }

  private static UserError unreadable(Path file, IOException e) {
    UserError error =
        UserError.input(
            file + " can't be read: " + e.getClass().getSimpleName(),
            "Check that it is a file or directory as expected, and that you may read it.");
    error.initCause(e);
    return error;
  }
}
