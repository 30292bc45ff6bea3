package chatload.text;

import java.util.BitSet;

/**
 * Takes out of a text whatever has the form of a credential, whosever it is: an old or foreign
 * report can hold a token that nobody here knows. Costs time proportional to the text's length.
 *
 * <p>What is recognised: JSON Web Tokens, whole or cut, and pieces of their parts; what follows
 * {@code Bearer} and {@code Basic}; keys with a well-known beginning; values of fields that are
 * called key, token, secret, password and the like, in JSON, headers and queries; user and password
 * in a URL; private keys; long random words of letters in both cases and digits. Not recognised,
 * unless a field's name tells: words of hexadecimal digits, because trace ids and hashes look so,
 * and anything shorter than 8 characters.
 */
public final class Masked {

  /** Stands in the place of each. */
  public static final String SIGN = "(secret)";

  /** Longest text that is read whole; of a longer one the rest is left out. */
  private static final int LONGEST = 1 << 20;

  private Masked() {}

  /** The text with {@value #SIGN} in the place of everything that looks like a credential. */
  public static String of(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    BitSet hidden = new BitSet();
    CredentialWords.mark(bounded, hidden);
    CredentialFields.mark(bounded, hidden);
    return without(bounded, hidden);
  }

  /** The text with {@value #SIGN} in the place of every run of hidden characters. */
  public static String without(String text, BitSet hidden) {
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int from = hidden.nextSetBit(at);
      if (from < 0) {
        break;
      }
      clean.append(text, at, from).append(SIGN);
      at = hidden.nextClearBit(from);
    }
    return clean.append(text, at, text.length()).toString();
  }
}
