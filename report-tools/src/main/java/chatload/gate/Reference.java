package chatload.gate;

import chatload.tool.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value as it stands in a gate file: the value itself, or where it is to be had.
 *
 * @param source where it is to be had
 * @param text the value, the name of a variable, or the path of a file
 * @param origin where it stands: {@code chatload.yaml:3: target.url}
 */
public record Reference(Source source, String text, String origin) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_][A-Z0-9_]*)}");

  /** Before the path of a file. */
  public static final String FILE = "file:";

  /** Where a value is to be had. */
  public enum Source {
    HERE,
    VARIABLE,
    FILE
  }

  /** Whether that stands for the value of a variable. */
  public static boolean isVariable(String text) {
    return VARIABLE.matcher(text).matches();
  }

  /** Whether a gate file would take that for no value, but for where to have one. */
  public static boolean looksLikeOne(String text) {
    return text.startsWith(FILE) || VARIABLE.matcher(text).find();
  }

  /**
   * @throws UserError with exit code 2 if it can't stand there
   */
  static Reference of(Key key, String text, String origin) {
    Matcher variable = VARIABLE.matcher(text);
    if (variable.matches()) {
      return new Reference(Source.VARIABLE, variable.group(1), origin);
    }
    if (text.startsWith(FILE)) {
      return file(key, text.substring(FILE.length()).strip(), origin);
    }
    if (key.isSecret()) {
      throw UserError.usage(
          origin + ": a secret can't stand here, because the file becomes part of the evidence",
          "Accepted: ${NAME} for a variable with a name in capitals, file:PATH for a file's text.");
    }
    if (variable.reset().find()) {
      throw UserError.usage(
          origin + ": a variable stands for a whole value",
          "Put the whole value into the variable.");
    }
    return new Reference(Source.HERE, text, origin);
  }

  private static Reference file(Key key, String path, String origin) {
    if (key.form() == Key.Form.PATH) {
      throw UserError.usage(origin + ": this is a path already", "Leave file: out.");
    }
    if (path.isEmpty()) {
      throw UserError.usage(origin + ": it names no file", "Write file:PATH.");
    }
    return new Reference(Source.FILE, path, origin);
  }
}
