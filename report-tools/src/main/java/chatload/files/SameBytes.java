package chatload.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Holds a file against what is written here, piece by piece. */
public final class SameBytes extends OutputStream {

  private final InputStream file;
  private long written;
  private boolean same = true;

  /**
   * How it came out.
   *
   * @param same whether the file holds exactly these bytes
   * @param size how many bytes were wanted
   */
  public record Result(boolean same, long size) {}

  private SameBytes(InputStream file) {
    this.file = file;
  }

  /**
   * Whether a file that is there holds exactly {@code content}.
   *
   * @throws chatload.tool.UserError when it is no plain file in that folder, or can't be opened
   */
  public static Result compare(Folder folder, Path file, Folder.Content content)
      throws IOException {
    try (InputStream in = new BufferedInputStream(folder.stream(file), 1 << 16)) {
      SameBytes comparison = new SameBytes(in);
      content.writeTo(comparison);
      return new Result(comparison.same && in.read() < 0, comparison.written);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    written += length;
    if (same) {
      byte[] found = file.readNBytes(length);
      same = Arrays.equals(found, 0, found.length, bytes, from, from + length);
    }
  }
}
