package chatload.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks through the JSON of one event for what it says went wrong. A member that is there to tell
 * an error counts in any object; states, codes and flags count where they are about the event as a
 * whole: in its own object and in what merely wraps it. Neither counts in what others wrote
 * (documents, arguments, earlier messages), nor in what a step of the answer says of itself.
 */
final class EventSearch {

  private static final int MOST_CONTAINERS = 1000;
  private static final int DEEPEST = 8;

  private static final Set<String> WRAPPERS =
      Set.of(
          "data",
          "payload",
          "response",
          "result",
          "body",
          "event",
          "message",
          "delta",
          "choices",
          "candidates",
          "completion",
          "reply",
          "answer",
          "chat",
          "run");

  /** Words of others, or settings: an error in there is none of the chat. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "tool.*|function.*|steps|attempts|retries|logs|arguments|args|inputs?|parameters|params"
              + "|schema|sources?|documents?|citations?|references?|chunks|history|messages|prompt"
              + "|request|config|settings|options|labels|i18n|translations|strings");

  private static final Pattern STEP =
      Pattern.compile(
          "(?i)(.*[._:/-])?(tool|function|step|retrieval|retriever|retrieve|search|plugin|retry"
              + "|attempt|log|debug)(s|call|result|output|input){0,3}([._:/-].*)?",
          Pattern.DOTALL);

  /** No name of a step is longer; to look through a longer one would take a while. */
  private static final int LONGEST_STEP = 1000;

  private static final Set<String> STEP_MEMBERS =
      Set.of("tool", "toolname", "toolcallid", "step", "stepname");

  private static final Set<String> KINDS = Set.of("type", "object", "event", "kind", "eventtype");

  private final boolean end;
  private final boolean step;

  private record Place(JsonNode node, boolean whole, int depth) {}

  /**
   * @param name of the event
   * @param end whether it is the terminal event, which is never about a step
   */
  EventSearch(String name, boolean end) {
    this.end = end;
    this.step = !end && isStep(name);
  }

  static boolean isStep(String name) {
    return name.length() <= LONGEST_STEP && STEP.matcher(name).matches();
  }

  /** The first error; else the worst that was said; null for nothing. */
  Flaw in(JsonNode data) {
    Queue<Place> places = new ArrayDeque<>();
    places.add(new Place(data, true, 0));
    Flaw worst = null;
    for (int seen = 0; seen < MOST_CONTAINERS && !places.isEmpty(); seen++) {
      Place place = places.remove();
      worst = Flaw.worse(worst, place.node.isArray() ? null : in(place, places));
      if (worst != null && worst.kind() == Flaw.Kind.ERROR) {
        return worst;
      }
      if (place.node.isArray()) {
        place.node.forEach(inner -> add(places, inner, place.whole, place.depth + 1));
      }
    }
    return worst;
  }

  private Flaw in(Place place, Queue<Place> places) {
    boolean isStep = step || !(end && place.whole) && isAboutStep(place.node);
    if (isStep && place.depth > 0) {
      return null;
    }
    Flaw worst = null;
    for (Map.Entry<String, JsonNode> member : place.node.properties()) {
      String name = ErrorWords.plain(member.getKey());
      JsonNode value = member.getValue();
      Flaw flaw = null;
      if (ErrorWords.isErrorMember(name) && !ErrorWords.isNothing(value)) {
        flaw = new Flaw(Flaw.Kind.ERROR, words(value));
      } else if (KINDS.contains(name) && place.whole && value.isTextual()) {
        flaw = kind(value.textValue(), isStep, place.node);
      } else if (place.whole && !isStep) {
        flaw = StateWords.in(name, member.getKey(), value, end, place.node);
      }
      worst = Flaw.worse(worst, flaw);
      if (value.isContainerNode() && !isStep && !FOREIGN.matcher(name).matches()) {
        add(places, value, place.whole && WRAPPERS.contains(name), place.depth + 1);
      }
    }
    return worst;
  }

  private static Flaw kind(String kind, boolean isStep, JsonNode object) {
    if (isStep ? ErrorWords.isError(kind) : ErrorWords.isFailure(kind)) {
      return new Flaw(Flaw.Kind.ERROR, object.toString());
    }
    return !isStep && ErrorWords.isCutShort(kind) ? new Flaw(Flaw.Kind.CUT_SHORT, kind) : null;
  }

  private static boolean isAboutStep(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = ErrorWords.plain(member.getKey());
      JsonNode value = member.getValue();
      if (STEP_MEMBERS.contains(name) && !ErrorWords.isNothing(value)
          || KINDS.contains(name) && value.isTextual() && isStep(value.textValue())) {
        return true;
      }
    }
    return false;
  }

  private static void add(Queue<Place> places, JsonNode node, boolean whole, int depth) {
    if (node.isContainerNode() && depth <= DEEPEST && places.size() < MOST_CONTAINERS) {
      places.add(new Place(node, whole, depth));
    }
  }

  /** The words of an error: its message, else all of it. */
  static String words(JsonNode error) {
    JsonNode message = error.path("message");
    return message.isTextual() && !message.textValue().isEmpty()
        ? message.textValue()
        : error.isTextual() ? error.textValue() : error.toString();
  }
}
