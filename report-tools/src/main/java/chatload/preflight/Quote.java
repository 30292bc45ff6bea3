package chatload.preflight;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.text.VisibleText;
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

  /** At most 200 characters, all of which can be seen and steer nothing. */
  String safe(String text) {
    String hidden = redaction.of(text);
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < hidden.length(); i += Character.charCount(hidden.codePointAt(i))) {
      String shown = VisibleText.of(Character.toString(hidden.codePointAt(i)));
      if (clean.length() + shown.length() > MAX_LENGTH - 1) {
        return clean.append('…').toString();
      }
      clean.append(shown);
    }
    return clean.toString();
  }
}
