package chatload.preflight;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import java.util.List;

/** Makes text that a server sent safe to show: short, visible, and without secrets. */
final class Quote {
  private static final int MAX_LENGTH = 200;

  private final Redaction redaction;

  private Quote(Redaction redaction) {
    this.redaction = redaction;
  }

  /** For answers of a service that could know none of our secrets. */
  static Quote plain() {
    return without(List.of());
  }

  /** For answers that could repeat these. */
  static Quote without(List<Secret> secrets) {
    return new Quote(Redaction.of(secrets));
  }

  /** At most 200 characters in quotation marks; empty text is said to be empty. */
  String of(String text) {
    String clean = safe(text);
    return clean.isEmpty() ? "(empty)" : "\"" + clean + "\"";
  }

  /** At most 200 characters: control, format and broken characters are replaced by visible ones. */
  String safe(String text) {
    String hidden = redaction.of(text);
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < hidden.length(); i += Character.charCount(hidden.codePointAt(i))) {
      String shown = visible(hidden.codePointAt(i));
      if (clean.length() + shown.length() > MAX_LENGTH - 1) {
        return clean.append('…').toString();
      }
      clean.append(shown);
    }
    return clean.toString();
  }

  private static String visible(int codePoint) {
    if (codePoint < 0x20) {
      return Character.toString(0x2400 + codePoint); // the Unicode block "control pictures"
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          String.format(java.util.Locale.ROOT, "<U+%04X>", codePoint);
      default -> Character.toString(codePoint);
    };
  }
}
