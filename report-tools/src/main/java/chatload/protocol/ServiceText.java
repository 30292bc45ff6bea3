package chatload.protocol;

import java.util.function.UnaryOperator;

/** Words of the service, as they are kept. */
public final class ServiceText {

  /** A secret can be so many times as long as the word that stands for it. */
  private static final int READ_AHEAD = 16;

  private ServiceText() {}

  /**
   * The beginning, without secrets. What is cut off is not even looked at: it can be megabytes.
   *
   * @param most characters to keep
   * @param redact takes out what must not be kept, pieces of it too
   */
  public static String beginning(String text, int most, UnaryOperator<String> redact) {
    String clean = redact.apply(cut(text, most * READ_AHEAD));
    return clean.length() > most ? cut(clean, most) + "…" : clean;
  }

  /** Never half a surrogate pair. */
  static String cut(String text, int most) {
    int end = Math.min(most, text.length());
    boolean isHalf = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, isHalf ? end - 1 : end);
  }
}
