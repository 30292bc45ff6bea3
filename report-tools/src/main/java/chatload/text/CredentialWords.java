package chatload.text;

import java.util.BitSet;
import java.util.List;

/** Words that are a credential, or a piece of one, by what they look like alone. */
final class CredentialWords {

  /** How a JSON object begins in Base64, and so every part of a JWT but its signature. */
  private static final String JSON_OBJECT = "eyJ";

  private static final int SHORTEST_TOKEN = 8;
  private static final int SHORTEST_JSON_PIECE = 12;
  private static final int SHORTEST_RANDOM = 20;

  /** How keys begin whose makers gave them a beginning to be found by. */
  private static final List<String> BEGINNINGS =
      List.of(
          "sk-",
          "sk_",
          "pk_live_",
          "pk_test_",
          "rk_live_",
          "rk_test_",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "glpat-",
          "AKIA",
          "ASIA",
          "xoxa-",
          "xoxb-",
          "xoxe-",
          "xoxp-",
          "xoxr-",
          "xoxs-",
          "xapp-",
          "AIza",
          "whsec_",
          "shpat_",
          "dop_v1_",
          "dckr_pat_",
          "hvs.",
          "ya29.",
          "LTAI");

  /** How ids begin that look random and open nothing. */
  private static final List<String> IDS =
      List.of("chatcmpl-", "req_", "msg_", "resp_", "sha256-", "sha384-", "sha512-");

  private CredentialWords() {}

  static void mark(String text, BitSet hidden) {
    int at = 0;
    while (at < text.length()) {
      if (!isWord(text.charAt(at))) {
        at++;
        continue;
      }
      int end = endOfChain(text, at);
      markChain(text, at, end, hidden);
      at = end;
    }
    markPrivateKeys(text, hidden);
  }

  /** Words that are joined by single dots. */
  private static int endOfChain(String text, int from) {
    int at = from;
    while (at < text.length()
        && (isWord(text.charAt(at))
            || text.charAt(at) == '.' && at + 1 < text.length() && isWord(text.charAt(at + 1)))) {
      at++;
    }
    return at;
  }

  private static void markChain(String text, int from, int end, BitSet hidden) {
    int token = text.substring(from, end).indexOf(JSON_OBJECT) + from;
    if (token >= from && endOfWord(text, token) - token >= SHORTEST_TOKEN) {
      boolean inside = token > from && isWord(text.charAt(token - 1));
      hidden.set(inside ? token : from, end);
    }
    for (int at = from; at < end; at = endOfWord(text, at) + 1) {
      int wordEnd = endOfWord(text, at);
      String beginning = beginning(text, at);
      if (isJsonPiece(text, at, wordEnd)) {
        hidden.set(from, end);
      } else if (beginning != null && end - at >= beginning.length() + SHORTEST_TOKEN) {
        hidden.set(at, end);
      } else if (isRandom(text, at, wordEnd)) {
        hidden.set(at, wordEnd);
      }
    }
  }

  private static String beginning(String text, int from) {
    for (String beginning : BEGINNINGS) {
      if (text.startsWith(beginning, from)) {
        return beginning;
      }
    }
    return null;
  }

  /** Whether it is Base64 of printable ASCII with quotation marks, wherever it was cut. */
  private static boolean isJsonPiece(String text, int from, int end) {
    if (end - from < SHORTEST_JSON_PIECE) {
      return false;
    }
    for (int start = from; start < from + 4; start++) {
      if (decodesToJson(text, start, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean decodesToJson(String text, int from, int end) {
    boolean quoted = false;
    for (int at = from; at + 4 <= end; at += 4) {
      int bits = 0;
      for (int i = 0; i < 4; i++) {
        bits = bits << 6 | value(text.charAt(at + i));
      }
      for (int shift = 16; shift >= 0; shift -= 8) {
        int octet = bits >> shift & 0xff;
        if (octet < 0x20 || octet > 0x7e) {
          return false;
        }
        quoted |= octet == '"';
      }
    }
    return quoted;
  }

  private static int value(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    return c >= '0' && c <= '9' ? c - '0' + 52 : c == '-' ? 62 : 63;
  }

  private static boolean isRandom(String text, int from, int end) {
    return end - from >= SHORTEST_RANDOM
        && IDS.stream().noneMatch(id -> text.startsWith(id, from))
        && RandomLook.of(text, from, end).isRandom();
  }

  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  /** From the first line of a key in PEM to its last, or to the end of the text. */
  private static void markPrivateKeys(String text, BitSet hidden) {
    int at = text.indexOf("PRIVATE KEY-----");
    while (at >= 0) {
      int from = at + "PRIVATE KEY-----".length();
      int end = text.indexOf("-----END", from);
      hidden.set(from, end < 0 ? text.length() : end);
      at = end < 0 ? -1 : text.indexOf("PRIVATE KEY-----", end + "-----END ... ".length() + 16);
    }
  }
}
