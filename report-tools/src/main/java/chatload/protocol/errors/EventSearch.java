package chatload.protocol.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.List;
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

  private static final Pattern STEP =
      Pattern.compile(
          "(?i)(.*[._:/-])?(tool|function|step|retrieval|retriever|retrieve|search|plugin|retry"
              + "|attempt|log|debug)(s|call|result|output|input){0,3}([._:/-].*)?",
          Pattern.DOTALL);

  /** No name of a step is longer; to look through a longer one would take a while. */
  private static final int LONGEST_STEP = 1000;

  private static final Set<String> STEP_MEMBERS =
      Set.of("tool", "toolname", "toolcallid", "step", "stepname");

  private final boolean end;
  private final boolean step;
  private final Explained explained;

  /** What is still to be looked through, and how much more may be. */
  private final Queue<Place> places = new ArrayDeque<>();

  private int left = MOST_CONTAINERS;

  private record Place(JsonNode node, boolean whole, int depth, Explained explained) {}

  /**
   * @param name of the event
   * @param end whether it is the terminal event, which is never about a step
   * @param explained what is not looked at
   */
  EventSearch(String name, boolean end, Explained explained) {
    this.end = end;
    this.explained = explained;
    this.step = !end && EventName.of(name).isStep();
  }

  static boolean isStep(String name) {
    return name.length() <= LONGEST_STEP && STEP.matcher(name).matches();
  }

  /** Whether what a string or a number in that place says can be what the search looks for. */
  static boolean looksAt(List<String> place) {
    for (int i = 0; i < place.size(); i++) {
      MemberName name = MemberName.of(place.get(i));
      boolean isLast = i == place.size() - 1;
      if (name.isError()
          || STEP_MEMBERS.contains(name.plain())
          || name.isState() && (isLast || !name.isWrapper())
          || name.isKind() && isLast) {
        return true;
      }
    }
    return false;
  }

  /** The first error; else the worst that was said; null for nothing. */
  Flaw in(JsonNode data) {
    add(data, true, 0, explained);
    Flaw worst = null;
    while (!places.isEmpty()) {
      Place place = places.remove();
      worst = Flaw.worse(worst, in(place));
      if (place.node.isArray()) {
        Explained each = place.explained.inEach();
        place.node.forEach(inner -> add(inner, place.whole, place.depth + 1, each));
      }
    }
    return worst;
  }

  private Flaw in(Place place) {
    boolean isStep = step || !(end && place.whole) && isAboutStep(place.node);
    if (isStep && place.depth > 0) {
      return null;
    }
    Flaw worst = null;
    for (Map.Entry<String, JsonNode> member : place.node.properties()) {
      Explained inside = place.explained.in(member.getKey());
      if (inside.isWhole()) {
        continue;
      }
      MemberName name = MemberName.of(member.getKey());
      JsonNode value = member.getValue();
      Flaw flaw = null;
      if (name.isError() && !ErrorWords.isNothing(value)) {
        flaw = new Flaw(Flaw.Kind.ERROR, words(value));
      } else if (name.isKind() && place.whole && value.isTextual()) {
        flaw = kind(value.textValue(), isStep, place.node);
      } else if (name.isState() && place.whole && !isStep) {
        flaw = StateWords.in(name.plain(), member.getKey(), value, end, place.node);
      }
      worst = Flaw.worse(worst, flaw);
      if (!isStep && !name.isForeign()) {
        boolean whole = place.whole && name.isWrapper();
        add(value, whole, place.depth + 1, inside);
      }
    }
    return worst;
  }

  private static Flaw kind(String kind, boolean isStep, JsonNode object) {
    EventName name = EventName.of(kind);
    if (isStep ? name.isError() : name.isFailure()) {
      return new Flaw(Flaw.Kind.ERROR, object.toString());
    }
    return !isStep && name.isCutShort() ? new Flaw(Flaw.Kind.CUT_SHORT, kind) : null;
  }

  private static boolean isAboutStep(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      MemberName name = MemberName.of(member.getKey());
      JsonNode value = member.getValue();
      if (STEP_MEMBERS.contains(name.plain()) && !ErrorWords.isNothing(value)
          || name.isKind() && value.isTextual() && EventName.of(value.textValue()).isStep()) {
        return true;
      }
    }
    return false;
  }

  private void add(JsonNode node, boolean whole, int depth, Explained inside) {
    if (node.isContainerNode() && depth <= DEEPEST && left > 0) {
      left--;
      places.add(new Place(node, whole, depth, inside));
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
