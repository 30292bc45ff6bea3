package chatload.verification;

import chatload.UserError;
import chatload.render.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds a file against what it should say. */
public final class Comparison {

  /** Longest piece of a line that a finding shows, characters. */
  private static final int LONGEST_SHOWN = 120;

  private Comparison() {}

  /** What is wrong with {@code name} in {@code directory}; empty if it says {@code expected}. */
  public static Optional<Finding> of(Path directory, String name, String expected) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      return Optional.of(new Finding(name, "is missing"));
    }
    byte[] found = bytes(file);
    if (Arrays.equals(found, expected.getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(name, difference(expected, new String(found, StandardCharsets.UTF_8))));
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserError.input(
          file + " can't be read: " + e.getClass().getSimpleName(),
          "Check that it is a file and that you may read it.");
    }
  }

  private static String difference(String expected, String found) {
    List<String> expectedLines = List.of(expected.split("\n", -1));
    List<String> foundLines = List.of(found.split("\n", -1));
    int line = 0;
    while (line < expectedLines.size()
        && line < foundLines.size()
        && expectedLines.get(line).equals(foundLines.get(line))) {
      line++;
    }
    return "line "
        + (line + 1)
        + " is "
        + shown(foundLines, line)
        + ", but the records give "
        + shown(expectedLines, line);
  }

  private static String shown(List<String> lines, int at) {
    boolean beyond = at >= lines.size() || (at == lines.size() - 1 && lines.get(at).isEmpty());
    return beyond
        ? "beyond the end"
        : "\"" + VisibleText.of(lines.get(at).strip(), LONGEST_SHOWN) + "\"";
  }
}
