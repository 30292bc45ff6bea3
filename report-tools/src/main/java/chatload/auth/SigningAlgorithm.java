package chatload.auth;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecureDigestAlgorithm;
import java.security.Key;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a token can be signed (RFC 7518, section 3.1). */
public enum SigningAlgorithm {
  HS256(Family.HMAC, 256),
  HS384(Family.HMAC, 384),
  HS512(Family.HMAC, 512),
  RS256(Family.RSA, 2048),
  RS384(Family.RSA, 2048),
  RS512(Family.RSA, 2048),
  PS256(Family.RSA, 2048),
  PS384(Family.RSA, 2048),
  PS512(Family.RSA, 2048),
  ES256(Family.ELLIPTIC_CURVE, 256),
  ES384(Family.ELLIPTIC_CURVE, 384),
  ES512(Family.ELLIPTIC_CURVE, 521);

  /** What its key is. */
  enum Family {
    HMAC,
    RSA,
    ELLIPTIC_CURVE
  }

  private final Family family;
  private final int bits;

  SigningAlgorithm(Family family, int bits) {
    this.family = family;
    this.bits = bits;
  }

  Family family() {
    return family;
  }

  /** Least bits of a key; of a curve exactly as many. */
  int bits() {
    return bits;
  }

  /** All names, for messages. */
  public static String names() {
    return Stream.of(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Of the library, which takes a key of the family alone. */
  @SuppressWarnings("unchecked")
  SecureDigestAlgorithm<Key, ?> ofLibrary() {
    return (SecureDigestAlgorithm<Key, ?>) Jwts.SIG.get().forKey(name());
  }
}
