package chatload.tool;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A path as somebody typed it. */
public final class PathName {

  private PathName() {}

  /**
   * The path.
   *
   * @throws IllegalArgumentException with words for the user, without the text, when it is none: it
   *     holds a NUL, or characters that Java was told the terminal does not have
   */
  public static Path parse(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          text.indexOf(0) >= 0
              ? "it holds a NUL"
              : "it has characters beyond the terminal's locale; with export LC_ALL=C.UTF-8 it can"
                  + " have any",
          e);
    }
  }
}
