package chatload.settings;

import chatload.gate.Key;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a declaration says of a setting, and what follows from its name. */
public interface Declared {

  /** Commands that take settings as options. */
  enum Taker {
    SCENARIOS,
    PREFLIGHT,
    PROBE,
    REPORT,
    PREPARE,
    FINALIZE,
    COMPARE,
    MERGE,
    HISTORY,
    TOKEN,
    INIT;

    /** As it is typed. */
    public String command() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a value looks like. */
  enum Kind {
    TEXT,
    /** A whole number. */
    NUMBER,
    /** {@code true} or {@code false}; as an option without a value. */
    FLAG
  }

  /** Commands that do, or look at, what scenarios does. */
  List<String> LIKE_SCENARIOS = List.of("check", "plan", "capacity");

  /** Those that the command of that name takes. */
  static List<Setting> takenBy(String name) {
    String command = LIKE_SCENARIOS.contains(name) ? Taker.SCENARIOS.command() : name;
    return Stream.of(Setting.values())
        .filter(one -> one.takers().stream().anyMatch(taker -> taker.command().equals(command)))
        .toList();
  }

  /** Sentences from {@code help.properties}. */
  final class Help {

    private static final Properties ALL = new Properties();

    static {
      try (Reader sentences =
          new InputStreamReader(
              Declared.class.getResourceAsStream("help.properties"), StandardCharsets.UTF_8)) {
        ALL.load(sentences);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Help() {}

    private static String of(String setting) {
      return ALL.getProperty(setting).replace("{0}", ScenarioSelection.FIELDS_HELP);
    }
  }

  /** Of the constant. */
  String name();

  Declaration declared();

  /** The command-line option, or null. */
  default String flag() {
    return takers().isEmpty() ? null : "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The system property, or null. */
  default String property() {
    if (isSecret()) {
      return null;
    }
    return Pattern.compile("_(.)")
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  /** The environment variable. */
  default String variable() {
    return declared().variable != null ? declared().variable : "LOADTEST_" + name();
  }

  /** What stands for the value in help, such as FILE. */
  default String label() {
    return declared().label;
  }

  /** What it is for, in sentences. */
  default String description() {
    return Help.of(name());
  }

  default Kind kind() {
    return declared().kind;
  }

  /** The value that counts when none is given; empty if there is no such text. */
  default Optional<String> byDefault() {
    return Optional.ofNullable(declared().byDefault);
  }

  /** What happens when none is given, in words, where there is no default value. */
  default Optional<String> without() {
    return Optional.ofNullable(declared().without);
  }

  /** Where it stands in a gate file, if it can. */
  default Optional<Key> key() {
    return Optional.ofNullable(declared().key);
  }

  /** Whether a value that could be a path is a word. */
  default boolean isWord(String value) {
    return declared().word.test(value);
  }

  /** Whether the value itself is a secret. */
  default boolean isSecret() {
    return declared().isSecret;
  }

  /** Whether the option can be given several times; a comma joins the values. */
  default boolean isRepeatable() {
    return declared().isRepeatable;
  }

  /** Least of a number, inclusive. */
  default long least() {
    return declared().least;
  }

  /** Most of a number, inclusive. */
  default long most() {
    return declared().most;
  }

  /** The commands that take it as an option. */
  default List<Taker> takers() {
    return declared().takers;
  }
}
