package chatload.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a value in a URL's query. Runs against different values must not look like runs
 * against one target, and nobody must find out a value by trying: so it is a few digits of a hash
 * that is keyed with the credential, which no evidence holds.
 */
public final class QuerySign {

  /** Two values share their sign once in 4096 times. */
  private static final int DIGITS = 3;

  private QuerySign() {}

  /**
   * The sign.
   *
   * @param credential empty for none, and then no two values can be told apart
   */
  public static String of(String value, Optional<Credential> credential) {
    return value.isEmpty() ? "" : "…" + credential.map(key -> digits(value, key)).orElse("");
  }

  private static String digits(String value, Credential credential) {
    byte[] key = credential.secret().bytes();
    if (key.length == 0) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(("query " + value).getBytes(StandardCharsets.UTF_8));
      return java.util.HexFormat.of().formatHex(hash, 0, 2).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
