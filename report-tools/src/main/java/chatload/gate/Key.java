package chatload.gate;

/**
 * A key that can stand in a gate file, and how its value is written.
 *
 * @param path the key, after those of the parts that it stands in, with dots between: target.url
 * @param form how the value is written
 * @param isSecret whether the value may not stand in the file
 */
public record Key(String path, Form form, boolean isSecret) {

  /** How a value is written. */
  public enum Form {
    /** One value. */
    VALUE,
    /** The path of a file or directory, seen from where the gate file is. */
    PATH,
    /** One value or several. */
    LIST,
    /** {@code NAME: VALUE}, as often as wanted. */
    LINES,
    /** Keys and values of any depth, in which nothing is replaced. */
    TREE
  }

  /** The part of the path after that prefix, up to the next dot. */
  String next(String prefix) {
    String rest = path.substring(prefix.length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }
}
