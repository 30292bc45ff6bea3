package chatload.reach;

import chatload.auth.Credential;
import chatload.auth.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where chats are posted to. Its query can hold a key, so that two texts of it exist: the whole one
 * for the request alone, and the one that may be shown.
 */
public final class ChatUrl {

  private static final int SHORTEST_SECRET = 8;

  /** Of a sign: two values share theirs once in 4096 times. */
  private static final int DIGITS = 3;

  private final URI uri;
  private final String shown;

  private ChatUrl(URI uri, String shown) {
    this.uri = uri;
    this.shown = shown;
  }

  /** One that nobody needs to tell from another with a different query. */
  public static ChatUrl of(URI uri) {
    return of(uri, Optional.empty());
  }

  /**
   * @param credential makes the signs by which different values of the query can be told apart
   */
  public static ChatUrl of(URI uri, Optional<Credential> credential) {
    String text = uri.toString();
    String query = uri.getRawQuery();
    if (query == null) {
      return new ChatUrl(uri, text);
    }
    List<String> parts = new ArrayList<>();
    for (String part : query.split("&", -1)) {
      int value = part.indexOf('=') + 1;
      parts.add(part.substring(0, value) + sign(part.substring(value), credential));
    }
    int mark = text.indexOf('?');
    return new ChatUrl(uri, text.substring(0, mark + 1) + String.join("&", parts));
  }

  /**
   * What stands for a value. Runs against different values must not look like runs against one
   * target, and nobody must find out a value by trying: so it is a few digits of a hash that is
   * keyed with the credential, which no evidence holds.
   */
  private static String sign(String value, Optional<Credential> credential) {
    return value.isEmpty()
        ? ""
        : "…"
            + credential
                .map(Credential::secret)
                .map(Secret::bytes)
                .filter(key -> key.length > 0)
                .map(key -> digits(value, key))
                .orElse("");
  }

  private static String digits(String value, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(("query " + value).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 2).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** One for which another process has made the text to show. */
  public static ChatUrl shownAs(URI uri, String shown) {
    return new ChatUrl(uri, shown);
  }

  /** The whole of it, only for sending requests. */
  public URI uri() {
    return uri;
  }

  /** Values of its query that are long enough to be a secret. */
  public List<Secret> secrets() {
    String query = uri.getRawQuery();
    return query == null
        ? List.of()
        : Stream.of(query.split("[&=]"))
            .flatMap(part -> Stream.of(part, URLDecoder.decode(part, StandardCharsets.UTF_8)))
            .filter(part -> part.length() >= SHORTEST_SECRET)
            .distinct()
            .map(Secret::new)
            .toList();
  }

  /** The URL with a sign in the place of each value of its query. */
  @Override
  public String toString() {
    return shown;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChatUrl url && url.uri.equals(uri) && url.shown.equals(shown);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uri);
  }
}
