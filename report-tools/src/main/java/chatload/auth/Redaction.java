package chatload.auth;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes secrets and tokens out of words that came from elsewhere, in case a service sends back what
 * it was sent or knows: whole, and every piece of {@value #SHORTEST_PIECE} characters or more, as a
 * text has that was cut; in any case; as they are, in a URL, in JSON and in Base64. Other codings,
 * and shorter pieces, are not recognised.
 */
public final class Redaction {

  /** Shorter ones tell little, and common words would be taken for them. */
  static final int SHORTEST_PIECE = 8;

  private final List<Secret> secrets;

  private Redaction(List<Secret> secrets) {
    this.secrets = secrets;
  }

  public static Redaction of(List<Secret> secrets) {
    return new Redaction(List.copyOf(secrets));
  }

  /** In lower case, as all texts here are compared. */
  private static List<String> forms(List<Secret> secrets) {
    Set<String> forms = new LinkedHashSet<>();
    for (Secret secret : secrets) {
      forms.add(secret.reveal());
      forms.add(URLEncoder.encode(secret.reveal(), StandardCharsets.UTF_8));
      forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret.reveal())));
      addBase64(forms, secret.bytes());
    }
    return forms.stream().filter(form -> !form.isEmpty()).map(Redaction::lowerCase).toList();
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
    if (secrets.stream().allMatch(secret -> text.length() < shortestPiece(secret.reveal()))) {
      return text;
    }
    List<String> forms = forms(secrets);
    String lower = lowerCase(text);
    StringBuilder clean = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int length = secretAt(lower, at, forms);
      clean.append(length == 0 ? text.substring(at, at + 1) : "(secret)");
      at += Math.max(1, length);
    }
    return clean.toString();
  }

  /** How long the longest secret, or piece of one, is that starts there; 0 if none does. */
  private static int secretAt(String text, int at, List<String> forms) {
    int longest = 0;
    for (String form : forms) {
      int shortest = shortestPiece(form);
      if (at + shortest > text.length()) {
        continue;
      }
      String piece = text.substring(at, at + shortest);
      for (int from = form.indexOf(piece); from >= 0; from = form.indexOf(piece, from + 1)) {
        longest = Math.max(longest, common(text, at, form, from));
      }
    }
    return longest;
  }

  private static int shortestPiece(String form) {
    return Math.min(SHORTEST_PIECE, form.length());
  }

  private static int common(String text, int at, String form, int from) {
    int most = Math.min(text.length() - at, form.length() - from);
    int length = 0;
    while (length < most && text.charAt(at + length) == form.charAt(from + length)) {
      length++;
    }
    return length;
  }

  /** Character by character, so that it stays as long as it is. */
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append((char) Character.toLowerCase(c)));
    return lower.toString();
  }
}
