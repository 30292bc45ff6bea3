package chatload.settings;

import chatload.gate.Key;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is to be said of a setting beside its name, see the methods of {@link Setting}. */
final class Declaration {

  final Setting.Kind kind;
  final String label;
  final boolean isSecret;
  final long least;
  final long most;
  boolean isRepeatable;
  String byDefault;
  String without;
  String variable;
  List<Setting.Taker> takers;
  Key key;
  Predicate<String> word = value -> false;

  private Declaration(Setting.Kind kind, String label, boolean isSecret, long least, long most) {
    this.kind = kind;
    this.label = label;
    this.isSecret = isSecret;
    this.least = least;
    this.most = most;
  }

  static Declaration text(String label) {
    return new Declaration(Setting.Kind.TEXT, label, false, 0, 0);
  }

  /** A text that nobody else may see. */
  static Declaration secret(String label) {
    return new Declaration(Setting.Kind.TEXT, label, true, 0, 0);
  }

  /** A whole number in that range, both ends included. */
  static Declaration number(String label, long least, long most) {
    return new Declaration(Setting.Kind.NUMBER, label, false, least, most);
  }

  static Declaration onOff() {
    return new Declaration(Setting.Kind.FLAG, "", false, 0, 0);
  }

  Declaration repeatable() {
    isRepeatable = true;
    return this;
  }

  /** The value that counts when none is given. */
  Declaration byDefault(String value) {
    byDefault = value;
    return this;
  }

  /** What happens when none is given, in words. */
  Declaration without(String words) {
    without = words;
    return this;
  }

  /** Another variable than the one that follows from the name. */
  Declaration variable(String name) {
    variable = name;
    return this;
  }

  /** Its key in the gate file, after those of the parts that it stands in: target.url. */
  Declaration inFile(String path) {
    return inFile(path, Key.Form.VALUE);
  }

  /** The same, where the value is written in another way. */
  Declaration inFile(String path, Key.Form form) {
    key = new Key(path, form, isSecret);
    return this;
  }

  /**
   * The same for a path, which is seen from where the gate file is.
   *
   * @param isWord whether a value is not a path
   */
  Declaration pathInFile(String path, Predicate<String> isWord) {
    word = isWord;
    return inFile(path, Key.Form.PATH);
  }

  /** The commands that take it as an option; the last call. */
  Declaration of(Setting.Taker... commands) {
    takers = List.of(commands);
    return this;
  }

  /** The same of what every command that sends chats takes, beside other ones. */
  Declaration ofChats(Setting.Taker... others) {
    return of(
        Stream.concat(
                Stream.of(Setting.Taker.SCENARIOS, Setting.Taker.PREFLIGHT, Setting.Taker.PROBE),
                Stream.of(others))
            .toArray(Setting.Taker[]::new));
  }

  /** Of every command that writes documents. */
  Declaration ofDocuments() {
    return of(
        Setting.Taker.SCENARIOS,
        Setting.Taker.REPORT,
        Setting.Taker.PREPARE,
        Setting.Taker.FINALIZE,
        Setting.Taker.COMPARE,
        Setting.Taker.MERGE,
        Setting.Taker.HISTORY);
  }
}
