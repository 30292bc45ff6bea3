package chatload.preflight;

import chatload.auth.Secret;

/** Makes text that a server sent safe to show: short, visible, and without the token. */
final class Quote {
  private static final int MAX_LENGTH = 200;

  private final String token;

  private Quote(String token) {
    this.token = token;
  }

  /** For answers to requests that carried no token. */
  static Quote plain() {
    return new Quote(null);
  }

  /** For answers that could repeat that token. */
  static Quote without(Secret token) {
    return new Quote(token.reveal());
  }

  /** At most 200 characters in quotation marks; empty text is said to be empty. */
  String of(String text) {
    String clean = safe(text);
    return clean.isEmpty() ? "(empty)" : "\"" + clean + "\"";
  }

  /** At most 200 characters: control, format and broken characters are replaced by visible ones. */
  String safe(String text) {
    String hidden = token == null || token.isEmpty() ? text : text.replace(token, "(token)");
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
