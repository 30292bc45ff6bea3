package chatload.protocol.mapping;

import chatload.yaml.Section;
import chatload.yaml.Yaml.Value;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where in an event something stands: JSON Pointer (RFC 6901) and two things more. {@code *} stands
 * for each element of an array; behind the root or a step, {@code [member=value]} and {@code
 * [member!=value]} keep only objects whose member has, or has not, that text. {@code ""} is the
 * whole event. What is null counts as absent.
 */
final class JsonPath {

  private static final String EACH = "*";
  private static final Pattern STEP =
      Pattern.compile("([^\\[\\]/]*)(?:\\[([^\\[\\]/=!]+)(!?=)([^\\[\\]/]*)])?");

  private final String text;
  private final Filter root;
  private final List<Step> steps;

  /** Keeps objects whose member has that text, or has not. */
  private record Filter(String member, boolean wanted, String value) {
    boolean keeps(JsonNode node) {
      return node.path(member).asText().equals(value) == wanted;
    }
  }

  /**
   * @param name of a member, or {@code *}
   * @param index the same as a place in an array; negative if it is none
   * @param filter null for none
   */
  private record Step(String name, int index, Filter filter) {}

  /** Is given what stands at a path. */
  @FunctionalInterface
  interface Visitor {
    void visit(JsonNode found);
  }

  private JsonPath(String text, Filter root, List<Step> steps) {
    this.text = text;
    this.root = root;
    this.steps = List.copyOf(steps);
  }

  /**
   * @throws IllegalArgumentException if it is no such path, and says why
   */
  static JsonPath parse(String text) {
    String[] parts = text.split("/", -1);
    List<Step> steps = new ArrayList<>();
    Filter root = null;
    for (int i = 0; i < parts.length; i++) {
      Matcher step = STEP.matcher(parts[i]);
      if (!step.matches() || i == 0 && !step.group(1).isEmpty()) {
        throw new IllegalArgumentException("\"" + text + "\" is no path");
      }
      Filter filter =
          step.group(2) == null
              ? null
              : new Filter(step.group(2), step.group(3).equals("="), step.group(4));
      if (i == 0) {
        root = filter;
      } else {
        String name = step.group(1).replace("~1", "/").replace("~0", "~");
        int index = name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
        steps.add(new Step(name, index, filter));
      }
    }
    return new JsonPath(text, root, steps);
  }

  /** The path that a key of a protocol file holds. */
  static Optional<JsonPath> in(Section section, String key) {
    return section.value(key).map(value -> in(section, key, value));
  }

  /** One path or several. */
  static List<JsonPath> allIn(Section section, String key) {
    return section.list(key).stream().map(value -> in(section, key, value)).toList();
  }

  static JsonPath in(Section section, String key, Value value) {
    return section.parsed(
        key, value, JsonPath::parse, "Accepted: paths such as /choices/*/delta/content.");
  }

  /** Hands on everything that stands there, in its order. */
  void each(JsonNode event, Visitor visitor) {
    if (root == null || root.keeps(event)) {
      walk(event, 0, visitor);
    }
  }

  private void walk(JsonNode node, int at, Visitor visitor) {
    if (at == steps.size()) {
      if (!node.isNull()) {
        visitor.visit(node);
      }
      return;
    }
    Step step = steps.get(at);
    if (!node.isArray()) {
      next(node.get(step.name), step, at, visitor);
    } else if (step.name.equals(EACH)) {
      for (JsonNode one : node) {
        next(one, step, at, visitor);
      }
    } else {
      next(node.get(step.index), step, at, visitor);
    }
  }

  private void next(JsonNode node, Step step, int at, Visitor visitor) {
    if (node != null && (step.filter == null || step.filter.keeps(node))) {
      walk(node, at + 1, visitor);
    }
  }

  /** The first that stands there; null if there is nothing. */
  JsonNode first(JsonNode event) {
    JsonNode[] first = new JsonNode[1];
    each(
        event,
        found -> {
          if (first[0] == null) {
            first[0] = found;
          }
        });
    return first[0];
  }

  /** Whether the other leads into what stands here. */
  boolean isAbove(JsonPath other) {
    if (other.steps.size() <= steps.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).name.equals(other.steps.get(i).name)) {
        return false;
      }
    }
    return true;
  }

  /** Members by which it chooses among objects. */
  Stream<String> choosing() {
    return Stream.concat(Stream.of(root), steps.stream().map(Step::filter))
        .filter(Objects::nonNull)
        .map(Filter::member);
  }

  /** Whether it leads to one place and no other. */
  boolean isPlain() {
    return choosing().findAny().isEmpty() && !names().contains(EACH);
  }

  /** Names of its steps, in order; {@code *} for a place in an array. */
  List<String> names() {
    return steps.stream().map(step -> step.index < 0 ? step.name : EACH).toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
