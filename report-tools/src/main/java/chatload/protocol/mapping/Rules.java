package chatload.protocol.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of a protocol file: which events they are for, and what they look at. */
final class Rules {

  private Rules() {}

  /** Whether something stands at that path; always if there is none. */
  static boolean isIn(JsonPath at, JsonNode json) {
    return at == null || at.first(json) != null;
  }

  /** Any rule. */
  sealed interface Rule {
    Kinds when();

    /** What it looks at; can be null. */
    JsonPath at();
  }

  /** What the text of a rule is to the user. */
  enum Role {
    VISIBLE,
    GENERATED,
    CALL
  }

  /**
   * Text of the model.
   *
   * @param refused whether it says that the model refuses to answer
   * @param isRepetition whether it repeats what other events have said, unless there are none
   * @param isAbove whether another rule looks into what is no text here
   */
  record Text(
      Kinds when, JsonPath at, Role role, boolean refused, boolean isRepetition, boolean isAbove)
      implements Rule {}

  /**
   * Why the reply ends.
   *
   * @param in objects that each say it, such as the choices of a reply
   * @param of says in each object which one it is; null if there is only one
   * @param at says it; null if the event itself does
   * @param means what its words mean; null if they all mean {@code otherwise}
   * @param otherwise what other words mean
   * @param absent what it means if {@code at} is absent; null for nothing
   */
  record Reason(
      Kinds when,
      JsonPath in,
      JsonPath of,
      JsonPath at,
      Map<String, Meaning> means,
      Meaning otherwise,
      Meaning absent)
      implements Rule {}

  /**
   * That an event is there.
   *
   * @param at what has to be in it; null for nothing
   */
  record Match(Kinds when, JsonPath at) implements Rule {}

  /**
   * Text is taken back.
   *
   * @param all or only that of the running step
   */
  record Retract(Kinds when, JsonPath at, boolean all) implements Rule {}

  /**
   * An error.
   *
   * @param at what has to be in it; null for nothing
   * @param message where its words are, the first that is there
   * @param kind where its kind is
   * @param busy kinds that say that the service has too much to do
   */
  record Error(
      Kinds when, JsonPath at, List<JsonPath> message, List<JsonPath> kind, Set<String> busy)
      implements Rule {}

  /** Where the use of tokens is said, each the first that is there. */
  record Used(List<JsonPath> input, List<JsonPath> output, List<JsonPath> reasoning) {}

  /** Text that is sent behind the end, such as {@code [DONE]}. */
  record Marker(String text, boolean isRequired) {}
}
