package chatload.protocol.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Whether an event says that something went wrong: by its name, anywhere in its JSON, or in text
 * that servers have for it. One rule for every event, with or without a name, before the terminal
 * event, in it and behind it. What each event's {@code text} holds is the reply and never looked
 * through.
 */
public final class ServiceErrors {

  private static final String NO_NAME = "message";

  private ServiceErrors() {}

  /**
   * Whether an event of that name is one of a failure. A step of the answer (a tool, a search) can
   * fail and be tried again: it has to be called an error.
   */
  public static boolean isErrorName(String name) {
    return EventName.of(name).isFailureOfChat();
  }

  /**
   * What an event says went wrong; null if it says nothing of the kind.
   *
   * @param data null for none
   * @param json what the data is as JSON, missing if it is none
   * @param end whether this is the terminal event
   */
  public static Flaw in(String name, String data, JsonNode json, boolean end) {
    return in(name, data, json, end, Explained.NOTHING);
  }

  /**
   * The same of an event of which a protocol explains a part.
   *
   * @param explained what is not looked at
   */
  public static Flaw in(String name, String data, JsonNode json, boolean end, Explained explained) {
    Flaw flaw =
        json.isContainerNode()
            ? new EventSearch(name, end, explained).in(json)
            : inText(name, data, json);
    return EventName.of(name).isCutShort()
        ? Flaw.worse(flaw, new Flaw(Flaw.Kind.CUT_SHORT, name))
        : flaw;
  }

  /**
   * Nobody is shown the text of an event without a name, and heartbeats have no fixed words: it is
   * passed over unless it begins as the errors of servers and proxies do.
   */
  private static Flaw inText(String name, String data, JsonNode json) {
    if (data == null) {
      return null;
    }
    String text = json.isTextual() ? json.textValue() : data;
    boolean isError =
        ErrorText.isBrokenError(data)
            || name.equals(NO_NAME) && ErrorText.isError(text)
            || EventName.of(name).isState() && ErrorWords.isBadEnd(text);
    return isError ? new Flaw(Flaw.Kind.ERROR, text) : null;
  }

  /**
   * Whether it can depend on what a string or a number says, that an event is an error or has a
   * flaw.
   *
   * @param place names of the members that it is in, from the outermost inwards
   */
  public static boolean mayDecide(List<String> place) {
    return EventSearch.looksAt(place);
  }

  /** The same of a string that is all of an event of that name. */
  public static boolean mayDecide(String name) {
    return name.equals(NO_NAME) || EventName.of(name).isState();
  }

  /** Of an {@code error}: whether it says that nothing is wrong. */
  public static boolean isNothing(JsonNode error) {
    return ErrorWords.isNothing(error);
  }

  /** The words of an event that is called an error. */
  public static String words(String data, JsonNode json) {
    JsonNode error = json.path("error");
    if (!ErrorWords.isNothing(error)) {
      return EventSearch.words(error);
    }
    return data == null || data.isBlank() ? "(without data)" : data;
  }
}
