package chatload.yaml;

import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** YAML text as a tree that knows its lines. Keys are different; there are no aliases. */
public final class Yaml {

  private static final Pattern LINE = Pattern.compile("line (\\d+), column");

  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final YAMLParser parser;

  /** One value. */
  public sealed interface Value {
    /** Where its key stands, or where it begins if it has none, from 1. */
    int line();
  }

  /**
   * Text, a number, a flag or nothing.
   *
   * @param text as it is written, without quotes
   * @param json the same with its type
   */
  public record Scalar(int line, String text, JsonNode json) implements Value {}

  /** A list. */
  public record Items(int line, List<Value> values) implements Value {}

  /** Keys and their values, in order. */
  public record Members(int line, Map<String, Value> values) implements Value {}

  private Yaml(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @param file its name, for messages
   * @param beginning what could stand in its first line, for messages
   * @throws UserError with exit code 2 if it is no YAML document with keys and values
   */
  public static Members parse(String file, String text, String beginning) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      Yaml yaml = new Yaml(file, parser);
      parser.nextToken();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw yaml.error("there are no keys and values", "Begin with: " + beginning);
      }
      Members members = (Members) yaml.value();
      if (parser.nextToken() != null) {
        throw yaml.error("there is a second document", "Give one document.");
      }
      return members;
    } catch (JsonProcessingException e) {
      throw unreadable(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was found comes last in the words of the parser, after what it was about to read. */
  private static UserError unreadable(String file, JsonProcessingException e) {
    String words = e.getOriginalMessage();
    String why =
        words
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith(" "))
            .reduce((first, last) -> last)
            .orElse("");
    String line =
        LINE.matcher(words)
            .results()
            .reduce((first, last) -> last)
            .map(found -> found.group(1))
            .orElse(e.getLocation() == null ? "1" : "" + e.getLocation().getLineNr());
    return UserError.usage(
        file + ":" + line + ": this is no YAML: " + why,
        "Put text with special characters into quotes; indent with blanks.");
  }

  /** The same without its lines. */
  public static JsonNode json(Value value) {
    if (value instanceof Scalar scalar) {
      return scalar.json();
    }
    if (value instanceof Items items) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      items.values().forEach(item -> array.add(json(item)));
      return array;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ((Members) value).values().forEach((key, member) -> object.set(key, json(member)));
    return object;
  }

  private Value value() throws IOException {
    return value(line());
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private Value value(int line) throws IOException {
    if (parser.isCurrentAlias()) {
      throw error("an alias, which is not supported", "Write its value.");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(line);
      case START_ARRAY -> items(line);
      case VALUE_NULL -> new Scalar(line, "", NullNode.getInstance());
      case VALUE_TRUE, VALUE_FALSE ->
          new Scalar(line, parser.getText(), BooleanNode.valueOf(parser.getBooleanValue()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Scalar(line, parser.getText(), number(parser));
      default -> new Scalar(line, parser.getText(), TextNode.valueOf(parser.getText()));
    };
  }

  private static JsonNode number(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue())
        : JsonNodeFactory.instance.numberNode(parser.getDecimalValue());
  }

  private Members members(int line) throws IOException {
    Map<String, Value> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (values.containsKey(key)) {
        throw error("the key \"" + key + "\" stands here twice", "Remove one.");
      }
      int at = line();
      parser.nextToken();
      values.put(key, value(at));
    }
    return new Members(line, values);
  }

  private Items items(int line) throws IOException {
    List<Value> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Items(line, values);
  }

  private UserError error(String what, String hint) {
    return UserError.usage(file + ":" + line() + ": " + what, hint);
  }
}
