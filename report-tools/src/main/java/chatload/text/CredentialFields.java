package chatload.text;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values that are a credential by the name or the word that stands before them. */
final class CredentialFields {

  /** Names of fields, without what separates their words; a field may end with one of them. */
  private static final List<String> NAMES =
      List.of(
          "authorization",
          "apikey",
          "accesskey",
          "accesskeyid",
          "secretkey",
          "privatekey",
          "subscriptionkey",
          "functionskey",
          "secret",
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "token",
          "jwt",
          "cookie",
          "credential",
          "credentials",
          "signature",
          "密码",
          "密钥",
          "令牌",
          "口令");

  /** Names that mean a credential in a query and anything elsewhere. */
  private static final Set<String> IN_QUERY =
      Set.of("key", "sig", "code", "auth", "k", "pass", "hmac", "access", "session", "sid");

  private static final Set<String> SCHEMES =
      Set.of("bearer", "basic", "token", "apikey", "digest", "negotiate", "hmac");

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_USER_INFO = 1024;
  private static final int SHORTEST = 6;

  /** So long that it is no word of prose. */
  private static final int LONG = 16;

  /** Enough to tell a credential from prose. */
  private static final int LOOKED_AT = 64;

  private final String text;
  private final BitSet hidden;

  /** Where values end that begin before; found once, so that no text is read again and again. */
  private int valueEnd;

  private int tokenEnd;

  private CredentialFields(String text, BitSet hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  static void mark(String text, BitSet hidden) {
    new CredentialFields(text, hidden).mark();
  }

  private void mark() {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ':' || c == '=' || c == '：') {
        if (text.startsWith("://", at)) {
          markUserInfo(at + 3);
        }
        at = markValue(at);
      } else if (c == ' ' || c == '+' || c == '%') {
        markAfterScheme(at);
      }
    }
  }

  /** Returns where to read on. */
  private int markValue(int separator) {
    int nameEnd = skipBack(separator);
    int nameStart = nameEnd;
    while (nameStart > 0
        && nameEnd - nameStart < LONGEST_NAME
        && isName(text.charAt(nameStart - 1))) {
      nameStart--;
    }
    String name = joined(text.substring(nameStart, nameEnd));
    boolean inQuery = nameStart > 0 && "?&".indexOf(text.charAt(nameStart - 1)) >= 0;
    if (name.isEmpty()) {
      return separator;
    }
    boolean named = NAMES.stream().anyMatch(name::endsWith);
    if (!named && !(inQuery && IN_QUERY.contains(name))) {
      return separator;
    }
    int from = separator + 1;
    while (from < text.length() && " \t\"'\\".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = endOfValue(from);
    boolean scheme =
        end - from < LONG && SCHEMES.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
    if (scheme && end < text.length() && text.charAt(end) == ' ') {
      from = end + 1;
      end = endOfValue(from);
    }
    if (end > from
        && "$<(…%{[*".indexOf(text.charAt(from)) < 0
        && (inQuery || scheme || isNoProse(from, end))) {
      hidden.set(from, end);
      return end - 1;
    }
    return separator;
  }

  private static String joined(String name) {
    StringBuilder joined = new StringBuilder(name.length());
    name.chars().filter(c -> "_-.".indexOf(c) < 0).forEach(c -> joined.append((char) c));
    return joined.toString().toLowerCase(Locale.ROOT);
  }

  /** Over quotation marks and blanks between a name and what separates it from its value. */
  private int skipBack(int separator) {
    int at = separator;
    while (at > 0 && separator - at < 4 && " \"'\\".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private static boolean isName(char c) {
    return CredentialWords.isWord(c) || c == '.' || c >= 0x4e00 && c <= 0x9fff;
  }

  private int endOfValue(int from) {
    int at = Math.max(from, valueEnd);
    while (at < text.length()
        && text.charAt(at) > ' '
        && "\"'\\&,;<>{}[]()|、，。".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    valueEnd = at;
    return at;
  }

  /** A word of prose has small letters alone, but for its first one, and is not very long. */
  private boolean isNoProse(int from, int end) {
    boolean digit = false;
    boolean letter = false;
    boolean capital = false;
    for (int at = from; at < Math.min(end, from + LOOKED_AT); at++) {
      char c = text.charAt(at);
      digit |= Character.isDigit(c);
      letter |= Character.isLetter(c);
      capital |= at > from && c >= 'A' && c <= 'Z';
    }
    int length = end - from;
    return length >= SHORTEST && letter && (digit || capital) || length >= LONG;
  }

  private void markAfterScheme(int gap) {
    for (String scheme : List.of("bearer", "basic")) {
      int start = gap - scheme.length();
      if (start < 0 || !text.regionMatches(true, start, scheme, 0, scheme.length())) {
        continue;
      }
      int from = text.startsWith("%20", gap) ? gap + 3 : gap + 1;
      int end = Math.max(from, tokenEnd);
      while (end < text.length() && isTokenCharacter(text.charAt(end))) {
        end++;
      }
      tokenEnd = end;
      if (isNoProse(from, end)) {
        hidden.set(from, end);
      }
    }
  }

  /** RFC 6750, section 2.1: token68. */
  private static boolean isTokenCharacter(char c) {
    return CredentialWords.isWord(c) || ".~+/=".indexOf(c) >= 0;
  }

  private void markUserInfo(int from) {
    int at = from;
    while (at < Math.min(text.length(), from + LONGEST_USER_INFO)
        && text.charAt(at) > ' '
        && "/?#@\"'<>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at > from && at < text.length() && text.charAt(at) == '@') {
      hidden.set(from, at);
    }
  }
}
