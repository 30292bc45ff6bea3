package chatload.protocol;

import chatload.text.Visible;
import java.text.Normalizer;
import java.util.List;

/**
 * The beginning of a reply as a reader sees it, for canned replies: whatever shows nothing, blanks
 * among it, is left out on both sides, and composed and decomposed characters are the same.
 */
final class ReplyStart {

  /** As long as the longest canned reply, and more where characters come in parts. */
  private static final int PARTS = 4;

  static final int QUOTED = 200;

  private final List<String> canned;
  private final int most;
  private final StringBuilder seen = new StringBuilder();

  /** One more than is quoted, so that no character is cut in half. */
  private final StringBuilder quote = new StringBuilder();

  ReplyStart(List<String> cannedReplies) {
    canned = List.copyOf(cannedReplies);
    most = PARTS * canned.stream().mapToInt(String::length).max().orElse(0);
  }

  /** How many visible characters of the reply it has to know. */
  int looksAt() {
    return most;
  }

  /**
   * Takes the next piece of the reply; pieces never end within a character. What lies behind the
   * beginning is not looked at.
   */
  void add(CharSequence text) {
    quote.append(text, 0, Math.min(text.length(), QUOTED + 1 - quote.length()));
    for (int at = 0; at < text.length() && seen.length() < most; ) {
      int codePoint = Character.codePointAt(text, at);
      if (Visible.isVisible(codePoint)) {
        seen.appendCodePoint(codePoint);
      }
      at += Character.charCount(codePoint);
    }
  }

  /** The canned reply that it begins with; null if there is none. */
  String canned() {
    String reply = Normalizer.normalize(seen, Normalizer.Form.NFC);
    for (String one : canned) {
      ReplyStart start = new ReplyStart(List.of(one));
      start.add(one);
      String wanted = Normalizer.normalize(start.seen, Normalizer.Form.NFC);
      if (!wanted.isEmpty() && reply.startsWith(wanted)) {
        return one;
      }
    }
    return null;
  }

  /** Its first words as they were sent. */
  String words() {
    return ServiceText.cut(quote.toString(), QUOTED).strip();
  }
}
