package chatload.yaml;

import chatload.text.Spelling;
import chatload.tool.UserError;
import chatload.yaml.Yaml.Items;
import chatload.yaml.Yaml.Members;
import chatload.yaml.Yaml.Scalar;
import chatload.yaml.Yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Keys and values of a part of a file. Whatever is not as it should be is said with file, line,
 * key, and what is accepted.
 */
public final class Section {

  private final String file;
  private final String name;
  private final int line;
  private final Map<String, Value> values;

  private Section(String file, String name, int line, Map<String, Value> values) {
    this.file = file;
    this.name = name;
    this.line = line;
    this.values = values;
  }

  /**
   * @param name for messages; empty for the whole file
   * @param keys that there can be
   */
  public static Section of(String file, String name, Members members, List<String> keys) {
    Section section = new Section(file, name, members.line(), members.values());
    members
        .values()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                List<String> near = Spelling.near(key, keys);
                String meant =
                    near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ";
                throw section.error(
                    value.line(),
                    key,
                    "there is no such key",
                    meant + "Accepted: " + String.join(", ", keys) + ".");
              }
            });
    return section;
  }

  public UserError error(int at, String key, String what, String hint) {
    String where = name.isEmpty() ? key : key.isEmpty() ? name : name + "." + key;
    return UserError.usage(file + ":" + at + ": " + where + ": " + what, hint);
  }

  /** An error about a key, or about the section if there is no such key. */
  public UserError error(String key, String what, String hint) {
    Value value = values.get(key);
    return error(value == null ? line : value.line(), key, what, hint);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Optional<Value> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public Optional<String> text(String key) {
    return value(key).map(value -> text(key, value));
  }

  public String required(String key, String accepted) {
    return text(key).orElseThrow(() -> error(line, key, "it is missing", accepted));
  }

  public String text(String key, Value value) {
    if (value instanceof Scalar scalar && !scalar.json().isNull()) {
      return scalar.text();
    }
    String what =
        value instanceof Items
            ? "it is a list"
            : value instanceof Members ? "it has keys of its own" : "it has no text";
    throw error(value.line(), key, what, "Give one value, in quotes if need be.");
  }

  /** One text or a list of them; empty without the key. */
  public List<String> texts(String key) {
    return list(key).stream().map(value -> text(key, value)).toList();
  }

  /** One value or a list of them; empty without the key. */
  public List<Value> list(String key) {
    Value value = values.get(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof Items items ? items.values() : List.of(value);
  }

  /** The constant whose name in small letters, with hyphens, stands there. */
  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return value(key).map(value -> choice(key, value, type));
  }

  public <E extends Enum<E>> E choice(String key, Value value, Class<E> type) {
    String given = text(key, value);
    List<String> accepted = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = word(constant);
      if (word.equals(given)) {
        return constant;
      }
      accepted.add(word);
    }
    throw error(
        value.line(),
        key,
        "it can't be \"" + given + "\"",
        "Accepted: " + String.join(", ", accepted) + ".");
  }

  /** As it is written in a file. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * What the text there says.
   *
   * @param parser throws {@link IllegalArgumentException} with words that say what is wrong
   * @param accepted hint for that case
   */
  public <T> T parsed(String key, Value value, Function<String, T> parser, String accepted) {
    try {
      return parser.apply(text(key, value));
    } catch (IllegalArgumentException e) {
      throw error(value.line(), key, e.getMessage(), accepted);
    }
  }

  public Optional<Pattern> pattern(String key) {
    return value(key)
        .map(
            value -> {
              try {
                return Pattern.compile(text(key, value));
              } catch (PatternSyntaxException e) {
                throw error(
                    value.line(),
                    key,
                    "this is no regular expression: " + e.getDescription(),
                    "See java.util.regex.Pattern.");
              }
            });
  }

  public Optional<Integer> number(String key, int least, int most) {
    return text(key)
        .map(
            text -> {
              if (!text.matches("\\d{1,9}")
                  || Integer.parseInt(text) < least
                  || Integer.parseInt(text) > most) {
                throw error(
                    key,
                    "it can't be \"" + text + "\"",
                    "Accepted: " + least + " to " + most + ".");
              }
              return Integer.parseInt(text);
            });
  }

  /** A part with keys of its own. */
  public Optional<Section> section(String key, List<String> keys) {
    return value(key).map(value -> section(key, value, keys));
  }

  /**
   * @param value of this key, or an element of its list
   */
  public Section section(String key, Value value, List<String> keys) {
    String inner = name.isEmpty() ? key : name + "." + key;
    if (value instanceof Members members) {
      return of(file, inner, members, keys);
    }
    throw error(value.line(), key, "it has no keys", "Accepted: " + String.join(", ", keys) + ".");
  }

  /** Its keys with their texts; empty without the key. */
  public Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    value(key)
        .ifPresent(
            value -> {
              if (!(value instanceof Members members)) {
                throw error(value.line(), key, "it has no keys", "Give NAME: VALUE.");
              }
              members.values().forEach((name, one) -> map.put(name, text(key + "." + name, one)));
            });
    return map;
  }
}
