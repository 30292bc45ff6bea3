package chatload.console;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;

/**
 * What is printed in a step of GitHub Actions, where a line that begins with {@code ::} or holds
 * {@code ##[} is a command. Whatever is printed here loses that form, so that no words of a service
 * or a file command anything; only {@link #command} gives commands.
 *
 * <p>What a command looks like: actions/runner, src/Runner.Common/ActionCommand.cs.
 */
public final class GithubOutput extends PrintWriter {

  private final PrintWriter raw;

  private GithubOutput(PrintWriter raw) {
    super(new Harmless(raw), true);
    this.raw = raw;
  }

  /** {@code out} as it is, unless this is a step of GitHub Actions. */
  public static PrintWriter of(PrintWriter out, Map<String, String> environment) {
    return isHere(environment) ? new GithubOutput(out) : out;
  }

  static boolean isHere(Map<String, String> environment) {
    return "true".equals(environment.get("GITHUB_ACTIONS"))
        || !environment.getOrDefault("GITHUB_STEP_SUMMARY", "").isEmpty();
  }

  /**
   * Gives a command with a title and a text of any content.
   *
   * @param name error or warning
   */
  public void command(String name, String title, String text) {
    flush();
    String property = escaped(title).replace(":", "%3A").replace(",", "%2C");
    raw.println("::" + name + " title=" + property + "::" + escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Puts a blank where two or three characters together would make a command. */
  private static final class Harmless extends Writer {

    private final PrintWriter raw;

    /** Whether the line holds nothing yet but blanks. */
    private boolean blank = true;

    /** Whether it holds nothing yet but blanks and a colon. */
    private boolean colon;

    /** How many {@code #} the line ends in so far. */
    private int hashes;

    Harmless(PrintWriter raw) {
      this.raw = raw;
    }

    @Override
    public void write(char[] text, int from, int length) {
      StringBuilder harmless = new StringBuilder(length + 1);
      for (int at = from; at < from + length; at++) {
        if (colon && text[at] == ':' || hashes > 1 && text[at] == '[') {
          harmless.append(' ');
        }
        harmless.append(text[at]);
        look(text[at]);
      }
      raw.write(harmless.toString());
    }

    private void look(char c) {
      if (c == '\n' || c == '\r') {
        blank = true;
        colon = false;
        hashes = 0;
      } else if (!isIgnorable(c)) {
        colon = blank && c == ':';
        hashes = c == '#' ? hashes + 1 : 0;
        blank = blank && (Character.isWhitespace(c) || Character.isSpaceChar(c));
      }
    }

    /** A comparison of texts may not see these. */
    private static boolean isIgnorable(char c) {
      return Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && c != '\t';
    }

    @Override
    public void flush() {
      raw.flush();
    }

    @Override
    public void close() {
      raw.close();
    }
  }
}
