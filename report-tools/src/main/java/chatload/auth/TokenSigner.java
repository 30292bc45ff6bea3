package chatload.auth;

import chatload.tool.UserError;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Makes HS256 tokens (RFC 7519, RFC 7515). */
final class TokenSigner {

  /** Claims with a meaning of their own (RFC 7519, section 4.1), all but {@code sub}. */
  private static final Set<String> RESERVED = Set.of("iss", "aud", "iat", "exp", "nbf", "jti");

  private final SecretKey key;
  private final Identity identity;
  private final Map<String, String> texts;

  /**
   * @throws UserError with exit code 2 if two claims have the same name
   */
  TokenSigner(Secret secret, Identity identity, Map<String, String> extraClaims) {
    this.key = Keys.hmacShaKeyFor(secret.bytes());
    this.identity = identity;
    this.texts = texts(identity, extraClaims);
  }

  private static Map<String, String> texts(Identity identity, Map<String, String> extraClaims) {
    requireFree("tenant claim", identity.tenantClaim(), "--tenant-claim");
    requireFree("user claim", identity.userClaim(), "--user-claim");
    if (identity.tenantClaim().equals(identity.userClaim())) {
      throw UserError.usage(
          "tenant and user would share the claim \"" + identity.userClaim() + "\"",
          "Give --tenant-claim and --user-claim two different names.");
    }
    Map<String, String> texts = new TreeMap<>();
    texts.put(identity.tenantClaim(), identity.tenantId());
    texts.put(identity.userClaim(), identity.userId());
    extraClaims.forEach(
        (name, value) -> {
          requireFree("--claim", name, "--claim");
          if (texts.putIfAbsent(name, value) != null) {
            throw UserError.usage(
                "--claim: \"" + name + "\" already carries the tenant or the user",
                "Use --tenant-id or --user-id to set it.");
          }
        });
    return texts;
  }

  private static void requireFree(String what, String name, String flag) {
    if (name.isBlank()) {
      throw UserError.usage("the " + what + " has no name", "Give " + flag + " a claim's name.");
    }
    if (RESERVED.contains(name)) {
      throw UserError.usage(
          "the " + what + " can't be \"" + name + "\", which has a meaning of its own",
          "Use another name. --issuer, --audience and --expires-in-seconds set iss, aud and exp.");
    }
  }

  Duration lifetime() {
    return identity.lifetime();
  }

  /**
   * A new token with its own {@code jti}.
   *
   * @param issuedAt in whole seconds, as tokens count time
   */
  Secret sign(Instant issuedAt) {
    return new Secret(
        Jwts.builder()
            .header()
            .type("JWT")
            .and()
            .issuer(identity.issuer())
            .claim("aud", identity.audience()) // audience().add() would write an array
            .issuedAt(Date.from(issuedAt))
            .expiration(Date.from(issuedAt.plus(identity.lifetime())))
            .id(UUID.randomUUID().toString())
            .claims(texts)
            .signWith(key, Jwts.SIG.HS256) // by itself, jjwt takes HS512 for a long secret
            .compact());
  }
}
