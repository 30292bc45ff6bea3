package chatload.yaml;

import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML text as a tree that knows its lines. Keys are different; there are no aliases. */
public final class Yaml {

  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final YAMLParser parser;

  /** One value. */
  public sealed interface Value {
    /** Where it begins, from 1. */
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
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw UserError.usage(
          file + ":" + line + ": this is no YAML: " + why,
          "Put text with special characters into quotes.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Value value() throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
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
      parser.nextToken();
      values.put(key, value());
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
    return UserError.usage(
        file + ":" + parser.currentTokenLocation().getLineNr() + ": " + what, hint);
  }
}
