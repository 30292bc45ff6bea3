package chatload.auth;

import chatload.text.Masked;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Takes secrets and tokens out of words that came from elsewhere, in case a service sends back what
 * it was sent or knows. By value: whole, and every piece of {@value #PIECE} characters or more, as
 * a text has that was cut; in any case; as they are, in a URL, in JSON and in Base64. And by form,
 * see {@link Masked}: it can repeat a token that another process sent. Costs time proportional to
 * the text, so that it can be used where the load is sent.
 */
public final class Redaction {

  /** Shorter pieces tell little, and common words would be taken for them. */
  static final int PIECE = 8;

  /** Shorter secrets are no secrets. */
  private static final int SHORTEST = 4;

  /** Every piece of every form of every secret, as {@link #hash} sees it, ascending. */
  private final long[] pieces;

  /** In lower case; too short to have pieces. */
  private final List<String> shortOnes = new ArrayList<>();

  private Redaction(Collection<Secret> secrets) {
    LongStream.Builder all = LongStream.builder();
    for (String form : forms(secrets)) {
      if (form.length() < PIECE) {
        shortOnes.add(form);
      }
      for (int at = 0; at + PIECE <= form.length(); at++) {
        all.add(hash(form, at));
      }
    }
    pieces = all.build().sorted().distinct().toArray();
  }

  public static Redaction of(Collection<Secret> secrets) {
    return new Redaction(secrets);
  }

  /** In lower case, as all texts here are compared. */
  private static List<String> forms(Collection<Secret> secrets) {
    Set<String> forms = new LinkedHashSet<>();
    for (Secret secret : secrets) {
      if (secret.reveal().length() >= SHORTEST) {
        forms.add(secret.reveal());
        forms.add(URLEncoder.encode(secret.reveal(), StandardCharsets.UTF_8));
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret.reveal())));
        addBase64(forms, secret.bytes());
      }
    }
    return forms.stream().map(Redaction::lowerCase).toList();
  }

  /** At each of the three places that a text can have in a longer one, such as user:secret. */
  private static void addBase64(Set<String> forms, byte[] bytes) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String form = encoder.withoutPadding().encodeToString(shifted);
        forms.add(before == 0 ? form : form.substring(before + 1));
      }
    }
  }

  /** {@code text} with {@code (secret)} in the place of each. */
  public String of(String text) {
    String lower = lowerCase(text);
    BitSet hidden = new BitSet();
    for (int at = 0; at + PIECE <= text.length(); at++) {
      if (Arrays.binarySearch(pieces, hash(lower, at)) >= 0) {
        hidden.set(at, at + PIECE);
      }
    }
    shortOnes.forEach(word -> markWhole(lower, word, hidden));
    return Masked.of(Masked.without(text, hidden));
  }

  /** Not inside a longer word, which says something else. */
  private static void markWhole(String text, String word, BitSet hidden) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        hidden.set(at, end);
      }
    }
  }

  /** Of {@value #PIECE} characters; exact for ASCII. */
  private static long hash(String text, int from) {
    long hash = 0;
    for (int at = from; at < from + PIECE; at++) {
      char c = text.charAt(at);
      hash = (hash << 8 | hash >>> 56) ^ (c < 0x80 ? c : c * 0x9E3779B97F4A7C15L);
    }
    return hash;
  }

  /** Character by character, so that it stays as long as it is. */
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
    return lower.toString();
  }
}
