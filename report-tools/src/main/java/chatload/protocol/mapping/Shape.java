package chatload.protocol.mapping;

import chatload.files.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What an event looks like that is a piece of text and nothing else. The many events of a reply
 * differ in that text, and in what nobody asks about, such as ids. One that has the shape of an
 * earlier one means the same with another text; to see that is faster than to read its JSON, to ask
 * each rule, and to look for errors. {@link ShapeMaker} knows what may differ.
 *
 * <p>Holds what the last event had that fitted. Not safe for several threads.
 */
final class Shape {

  /** What may differ. */
  enum Hole {
    /** The text. */
    TEXT,
    /** Any other string. */
    STRING,
    /** A whole number. */
    NUMBER,
    /** That of the event. */
    SEQUENCE,
    INPUT,
    OUTPUT,
    REASONING;

    /** A whole number of so many digits is never too large. */
    private static final int MOST_DIGITS = 18;

    /** Where one ends that begins there; before its beginning if there is none. */
    int end(String data, int from) {
      return this == TEXT || this == STRING ? endOfString(data, from) : endOfNumber(data, from);
    }

    /** That its quote is there, is seen by what has to stand behind it. */
    private int endOfString(String data, int from) {
      int at = from;
      boolean isEscaped = false;
      while (at < data.length() && (isEscaped || isInside(data.charAt(at)))) {
        isEscaped = !isEscaped && data.charAt(at) == '\\';
        at++;
      }
      return at;
    }

    /** Only what is read can have escapes. */
    private boolean isInside(char c) {
      return c >= ' ' && c != '"' && (c != '\\' || this == TEXT);
    }

    private static int endOfNumber(String data, int from) {
      int at = from;
      while (at < data.length() && data.charAt(at) >= '0' && data.charAt(at) <= '9') {
        at++;
      }
      int digits = at - from;
      boolean isNumber =
          digits > 0 && digits <= MOST_DIGITS && (digits == 1 || data.charAt(from) != '0');
      return isNumber ? at : -1;
    }
  }

  private final String name;
  private final String[] before;
  private final Hole[] holes;
  private final String behind;

  private String text;
  private final Long[] numbers = new Long[Hole.values().length];

  /**
   * @param name of the events
   * @param before what stands before each hole
   * @param behind what stands behind the last one
   */
  Shape(String name, List<String> before, List<Hole> holes, String behind) {
    this.name = name;
    this.before = before.toArray(String[]::new);
    this.holes = holes.toArray(Hole[]::new);
    this.behind = behind;
  }

  /** Whether an event has this shape. */
  boolean fits(String eventName, String data) {
    if (data == null || !name.equals(eventName)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < holes.length; i++) {
      if (!data.startsWith(before[i], at)) {
        return false;
      }
      int start = at + before[i].length();
      at = holes[i].end(data, start);
      if (at < start || !isRead(holes[i], data, start, at)) {
        return false;
      }
    }
    return at + behind.length() == data.length() && data.startsWith(behind, at);
  }

  private boolean isRead(Hole hole, String data, int start, int end) {
    if (hole == Hole.TEXT) {
      text = end > start ? quickUnescaped(data.substring(start, end)) : null;
      return text != null;
    }
    if (hole != Hole.STRING) {
      numbers[hole.ordinal()] = Long.valueOf(data.substring(start, end));
    }
    return true;
  }

  private static String quickUnescaped(String string) {
    return string.indexOf('\\') < 0 ? string : unescaped(string);
  }

  /** Null if an escape is none. */
  private static String unescaped(String string) {
    try (JsonParser json = Json.MAPPER.createParser('"' + string + '"')) {
      json.nextToken();
      return json.getText();
    } catch (JsonProcessingException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the last event that fitted. */
  String text() {
    return text;
  }

  /** The same; null if events of this shape have none. */
  Long number(Hole hole) {
    return numbers[hole.ordinal()];
  }
}
