package chatload.verification;

import chatload.files.Folder;
import chatload.files.OutputFile;
import chatload.files.OutputFile.Content;
import chatload.files.SameBytes;
import chatload.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds a file against what it should say. */
public final class Comparison {

  /** Longest piece of a line that a finding shows, characters. */
  private static final int LONGEST_SHOWN = 120;

  /** What it shows of a line before the place where it differs, characters. */
  private static final int SHOWN_BEFORE = 40;

  private static final String CR_LF =
      "its lines end in CR LF, and in LF alone when it was written; git or an editor does that, so"
          + " take the original, for example in a zip file";

  private static final String BEYOND = "beyond the end";

  private Comparison() {}

  /** What is wrong with {@code name} in {@code folder}; empty if it says {@code expected}. */
  public static Optional<Finding> of(Folder folder, String name, String expected) {
    return of(folder, name, (Content) out -> out.write(expected));
  }

  /** As the other; {@code expected} may be of any size. */
  public static Optional<Finding> of(Folder folder, String name, Content expected) {
    Path file = folder.root().resolve(name);
    if (!folder.has(file)) {
      return Optional.of(new Finding(name, "is missing"));
    }
    SameBytes.Result result;
    try {
      result = SameBytes.compare(folder, file, OutputFile.utf8(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (result.same()) {
      return Optional.empty();
    }
    if (result.size() > Folder.DOCUMENT) {
      return Optional.of(new Finding(name, "is not what the records give"));
    }
    byte[] found = folder.read(file).orElseThrow();
    return Optional.of(new Finding(name, difference(found, OutputFile.text(expected))));
  }

  private static String difference(byte[] found, String expected) {
    String text = new String(found, StandardCharsets.UTF_8);
    String unix = text.contains("\r\n") ? text.replace("\r\n", "\n") : text;
    String words = unix.equals(text) ? "" : CR_LF;
    if (!unix.equals(expected)) {
      words += (words.isEmpty() ? "" : "; and ") + difference(expected, unix);
    }
    return words;
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
    String wanted = at(expectedLines, line);
    String is = at(foundLines, line);
    if (!wanted.strip().equals(is.strip())) {
      wanted = wanted.strip();
      is = is.strip();
    }
    int from = shownFrom(wanted, is);
    return "line "
        + (line + 1)
        + " is "
        + (isBeyond(foundLines, line) ? BEYOND : shown(is, from))
        + ", but the records give "
        + (isBeyond(expectedLines, line) ? BEYOND : shown(wanted, from));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "";
  }

  private static boolean isBeyond(List<String> lines, int line) {
    return line >= lines.size() || (line == lines.size() - 1 && lines.get(line).isEmpty());
  }

  /** 0 unless two long lines differ so late that they would look the same. */
  private static int shownFrom(String one, String other) {
    int same = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return same < LONGEST_SHOWN - SHOWN_BEFORE ? 0 : same - SHOWN_BEFORE;
  }

  private static String shown(String line, int from) {
    String cut = line.substring(Math.min(from, line.length()));
    return "\"" + (from > 0 ? "…" : "") + VisibleText.of(cut, LONGEST_SHOWN) + "\"";
  }
}
