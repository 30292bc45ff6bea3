package chatload.console;

import chatload.text.VisibleText;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What is printed. Any of it can quote a file or a name that somebody else chose, so all of it is
 * made harmless here: an escape sequence is shown, not obeyed, and a text stays on its line.
 */
final class Console extends PrintWriter {

  private final PrintWriter out;

  private Console(PrintWriter out) {
    super(out, true);
    this.out = out;
  }

  static Console of(PrintWriter out, Map<String, String> environment) {
    return out instanceof Console console
        ? console
        : new Console(GithubOutput.of(out, environment));
  }

  /** For texts in which our own escape sequences and line ends stand, and all else is harmless. */
  PrintWriter unfiltered() {
    return out;
  }

  @Override
  public void write(int character) {
    write(Character.toString(character));
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length));
  }

  @Override
  public void write(String text, int from, int length) {
    out.write(VisibleText.of(text.substring(from, from + length).replace("\t", "    ")));
  }

  @Override
  public void write(String text) {
    write(text, 0, text.length());
  }
}
