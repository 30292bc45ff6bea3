package chatload.protocol.mapping;

import chatload.files.Json;
import chatload.protocol.errors.ServiceErrors;
import chatload.protocol.mapping.Shape.Hole;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out what may differ in an event that was a piece of text and nothing else, so that it still
 * means the same: its text, numbers that are read as such, and what neither a rule nor the search
 * for errors asks for. In doubt nothing may.
 */
final class ShapeMaker {

  private static final String EACH = "*";

  private final Mapping mapping;
  private final Mapping.Meanings rules;
  private final String data;

  /** Where rules look at more than whether something is there. */
  private final List<List<String>> deciding = new ArrayList<>();

  private final List<String> before = new ArrayList<>();
  private final List<Hole> holes = new ArrayList<>();
  private final Set<Hole> read = EnumSet.noneOf(Hole.class);
  private int behind;
  private boolean isInDoubt;

  private ShapeMaker(Mapping mapping, Mapping.Meanings rules, String data) {
    this.mapping = mapping;
    this.rules = rules;
    this.data = data;
    if (mapping.reading.kind() != null) {
      deciding.add(mapping.reading.kind().names());
    }
    rules.errors().forEach(rule -> deciding.add(rule.at().names()));
    for (Rules.Reason rule : rules.reasons()) {
      List<String> in = rule.in() == null ? List.of() : rule.in().names();
      Stream.of(rule.of(), rule.at())
          .filter(Objects::nonNull)
          .forEach(at -> deciding.add(Stream.concat(in.stream(), at.names().stream()).toList()));
    }
  }

  /**
   * The shape of an event that was a piece of text, and perhaps said what was used; null if it has
   * none.
   *
   * @param rules for events of its kind
   * @param kind of it; its name if it has none
   */
  static Shape of(
      Mapping mapping,
      Mapping.Meanings rules,
      String kind,
      String name,
      String data,
      JsonNode json) {
    boolean isErrorNear =
        rules.errors().stream()
            .map(rule -> rule.at().first(json))
            .anyMatch(at -> at != null && at.isContainerNode());
    boolean isBareText = !json.isContainerNode();
    return isErrorNear || isBareText && ServiceErrors.mayDecide(kind)
        ? null
        : new ShapeMaker(mapping, rules, data).shape(name);
  }

  private Shape shape(String name) {
    try (JsonParser json = Json.MAPPER.createParser(data)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        boolean isString = token.id() == JsonTokenId.ID_STRING;
        if (isString || token.id() == JsonTokenId.ID_NUMBER_INT) {
          take(isString, place(json.getParsingContext()), offset(json));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return isInDoubt || !read.contains(Hole.TEXT)
        ? null
        : new Shape(name, before, holes, data.substring(behind));
  }

  private static int offset(JsonParser json) {
    return (int) json.currentTokenLocation().getCharOffset();
  }

  /** Names of members from the outermost inwards. */
  private static List<String> place(JsonStreamContext within) {
    List<String> place = new LinkedList<>();
    for (JsonStreamContext at = within; !at.inRoot(); at = at.getParent()) {
      place.add(0, at.inArray() ? EACH : at.getCurrentName());
    }
    return place;
  }

  private void take(boolean isString, List<String> place, int offset) {
    int start = isString ? offset + 1 : offset;
    List<Rules.Text> texts =
        rules.texts().stream().filter(rule -> leadsTo(rule.at().names(), place)).toList();
    boolean isFixed =
        deciding.stream().anyMatch(path -> leadsTo(path, place))
            || mapping.choosing.stream().anyMatch(member -> isLast(member, place))
            || ServiceErrors.mayDecide(place);
    boolean isText = isString && data.charAt(start) != '"' && isVisible(texts);
    Hole asked = isText ? Hole.TEXT : isString ? null : number(place);
    if (asked == null && (isFixed || !texts.isEmpty())) {
      return;
    }
    Hole hole = asked != null ? asked : isString ? Hole.STRING : Hole.NUMBER;
    int end = hole.end(data, start);
    boolean isHole = end >= start;
    if (asked != null) {
      isInDoubt |= isFixed || !isHole || !read.add(hole);
    }
    if (isHole) {
      before.add(data.substring(behind, start));
      holes.add(hole);
      behind = end;
    }
  }

  /** Text that repeats another one, or that refuses, is more than a piece of text. */
  private boolean isVisible(List<Rules.Text> texts) {
    List<Rules.Text> visible = texts.stream().filter(RuleReader::isVisible).toList();
    isInDoubt |= visible.stream().anyMatch(rule -> rule.isRepetition() || rule.refused());
    return !visible.isEmpty();
  }

  /** What a number is read for. */
  private Hole number(List<String> place) {
    Hole asked = null;
    for (Map.Entry<Hole, List<JsonPath>> number : mapping.numbers.entrySet()) {
      for (JsonPath path : number.getValue()) {
        if (leadsTo(path.names(), place)) {
          isInDoubt |= asked != null || !path.isPlain();
          asked = number.getKey();
        }
      }
    }
    return asked;
  }

  private static boolean isLast(String member, List<String> place) {
    return !place.isEmpty() && place.get(place.size() - 1).equals(member);
  }

  /** Whether a path can lead to a place, whatever it chooses among. */
  private static boolean leadsTo(List<String> path, List<String> place) {
    if (path.size() != place.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!path.get(i).equals(EACH) && !path.get(i).equals(place.get(i))) {
        return false;
      }
    }
    return true;
  }
}
