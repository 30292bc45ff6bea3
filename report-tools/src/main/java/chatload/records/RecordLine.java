package chatload.records;

import chatload.files.Json;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads chat records from their lines. A line as this project writes it has the fields in their
 * order and no blank around them, so only the values have to be looked at, and most of these are
 * those of the line before. A line that is written in any other way, be it as good, is left to
 * Jackson: of every line both give the same record, or none.
 */
final class RecordLine {

  private static final ObjectReader READER = Json.MAPPER.readerFor(ChatRecord.class);

  private static final Constructor<ChatRecord> RECORD = constructor();

  private static final Class<?>[] TYPES = RECORD.getParameterTypes();

  /** What stands before the value of each field: the sign that ends the one before, and a name. */
  private static final byte[][] KEYS = keys();

  private static final Map<String, Outcome> OUTCOMES =
      Stream.of(Outcome.values()).collect(Collectors.toMap(Outcome::name, outcome -> outcome));

  private static final Map<String, Cause> CAUSES =
      Stream.of(Cause.values()).collect(Collectors.toMap(Cause::label, cause -> cause));

  /** As Java writes a double. */
  private static final Pattern DOUBLE = Pattern.compile("(0|[1-9][0-9]*)\\.[0-9]+(E-?[0-9]+)?");

  /** So few digits are whole numbers that a double holds exactly, and so is 10. */
  private static final int EXACT_DIGITS = 15;

  private static final int INT_DIGITS = 9;

  /** Java writes no longer double; Jackson has limits of its own for longer numbers. */
  private static final int LONGEST_DOUBLE = 24;

  private final byte[][] lastWords = new byte[KEYS.length][0];
  private final Object[] lastValues = new Object[KEYS.length];

  /** The record in these bytes; null if they hold none that can be used. */
  ChatRecord read(byte[] bytes, int from, int length) {
    ChatRecord chat = readAsWritten(bytes, from, length);
    if (chat != null) {
      return chat;
    }
    try {
      return READER.readValue(bytes, from, length);
    } catch (IOException e) {
      return null;
    }
  }

  /** Null if anything is not as this project writes it, or no record can be like that. */
  ChatRecord readAsWritten(byte[] bytes, int from, int length) {
    Object[] values = new Object[KEYS.length];
    int last = from + length - 1;
    int at = from;
    for (int field = 0; field < KEYS.length; field++) {
      int start = at + KEYS[field].length;
      if (start >= last || !isSame(bytes, at, start, KEYS[field])) {
        if (TYPES[field].isPrimitive()) {
          return null;
        }
        continue; // what a chat has not is left out
      }
      at = bytes[start] == '"' ? endOfText(bytes, start, last) : endOfWord(bytes, start, last);
      if (at <= start
          || !isSame(bytes, start, at, lastWords[field]) && !take(field, bytes, start, at)) {
        return null;
      }
      values[field] = lastValues[field];
    }
    return at == last && bytes[at] == '}' ? record(values) : null;
  }

  private static boolean isSame(byte[] bytes, int from, int to, byte[] expected) {
    return Arrays.equals(bytes, from, to, expected, 0, expected.length);
  }

  /**
   * Behind the closing quote; -1 if there is none, or something before it that is no plain sign.
   */
  private static int endOfText(byte[] bytes, int start, int last) {
    for (int at = start + 1; at < last; at++) {
      byte sign = bytes[at];
      if (sign == '"') {
        return at + 1;
      }
      if (sign < ' ' || sign == '\\') {
        return -1;
      }
    }
    return -1;
  }

  private static int endOfWord(byte[] bytes, int start, int last) {
    int at = start;
    while (at < last && bytes[at] != ',') {
      at++;
    }
    return at;
  }

  /** Whether these bytes are a value of the field as it is written. */
  private boolean take(int field, byte[] bytes, int from, int to) {
    String word = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    Class<?> type = TYPES[field];
    Object value = null;
    if (type.isPrimitive() || !word.equals("null")) {
      value = value(word, type);
      if (value == null) {
        return false;
      }
    }
    lastWords[field] = Arrays.copyOfRange(bytes, from, to);
    lastValues[field] = value;
    return true;
  }

  private static Object value(String word, Class<?> type) {
    if (type == double.class || type == Double.class) {
      return millis(word);
    }
    if (type == int.class || type == Integer.class) {
      return whole(word);
    }
    if (type == Long.class) {
      Integer whole = whole(word);
      return whole == null ? null : Long.valueOf(whole);
    }
    if (type == Boolean.class) {
      return word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : null;
    }
    if (word.length() < 2 || word.charAt(0) != '"' || word.charAt(word.length() - 1) != '"') {
      return null;
    }
    String text = word.substring(1, word.length() - 1);
    return type == Outcome.class
        ? OUTCOMES.get(text)
        : type == Cause.class ? CAUSES.get(text) : type == String.class ? text : null;
  }

  private static Integer whole(String word) {
    boolean isWritten = word.length() <= INT_DIGITS && digits(word, 0, word.length()) >= 0;
    return isWritten ? Integer.valueOf(word) : null;
  }

  /** Nearly all are tenths; the quotient of two exact numbers is the double nearest to it. */
  private static Double millis(String word) {
    int point = word.length() - 2;
    if (point > 0 && point < EXACT_DIGITS && word.charAt(point) == '.') {
      long whole = digits(word, 0, point);
      int tenths = word.charAt(point + 1) - '0';
      if (whole >= 0 && tenths >= 0 && tenths <= 9) {
        return (whole * 10 + tenths) / 10.0;
      }
    }
    return word.length() <= LONGEST_DOUBLE && DOUBLE.matcher(word).matches()
        ? Double.valueOf(word)
        : null;
  }

  /** The number that stands there as JSON writes it; -1 if there is none. */
  private static long digits(String word, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = word.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    boolean isPadded = to - from > 1 && word.charAt(from) == '0';
    return from == to || isPadded ? -1 : number;
  }

  private static ChatRecord record(Object[] values) {
    try {
      return RECORD.newInstance(values);
    } catch (InvocationTargetException e) {
      return null; // then Jackson finds the line impossible, too
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every record has that constructor", e);
    }
  }

  private static Constructor<ChatRecord> constructor() {
    try {
      return ChatRecord.class.getConstructor(
          Stream.of(ChatRecord.class.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has that constructor", e);
    }
  }

  private static byte[][] keys() {
    byte[][] keys =
        Stream.of(ChatRecord.class.getRecordComponents())
            .map(field -> ",\"" + field.getName() + "\":")
            .map(key -> key.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    keys[0][0] = '{';
    return keys;
  }
}
