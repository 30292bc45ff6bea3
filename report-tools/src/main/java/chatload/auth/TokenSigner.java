package chatload.auth;

import chatload.auth.Signing.ChatUser;
import chatload.files.Json;
import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes tokens (RFC 7519, RFC 7515). */
final class TokenSigner {

  /** Claims with a meaning of their own (RFC 7519, section 4.1), all but {@code sub}. */
  private static final Set<String> RESERVED = Set.of("iss", "aud", "iat", "exp", "nbf", "jti");

  /** Before a whole number that the claim is to hold as such. */
  private static final String NUMBER = "number:";

  private final Key key;
  private final Signing signing;
  private final Identity identity;
  private final List<Map<String, Object>> claims = new ArrayList<>();

  /**
   * @throws UserError with exit code 2 if two claims have the same name, or the key can't be used
   */
  TokenSigner(
      Credential.SigningSecret credential, Identity identity, Map<String, String> extraClaims) {
    this.signing = credential.signing();
    this.key = SigningKey.of(credential.secret(), signing, "the settings");
    this.identity = identity;
    requireFree("tenant claim", identity.tenantClaim(), "--tenant-claim");
    requireFree("user claim", identity.userClaim(), "--user-claim");
    if (identity.tenantClaim().equals(identity.userClaim())) {
      throw UserError.usage(
          "tenant and user would share the claim \"" + identity.userClaim() + "\"",
          "Give --tenant-claim and --user-claim two different names.");
    }
    extraClaims.keySet().forEach(name -> requireFree("--claim", name, "--claim"));
    List<ChatUser> users =
        signing.users().isEmpty()
            ? List.of(new ChatUser(identity.userId(), null))
            : signing.users();
    users.forEach(user -> claims.add(claims(user, extraClaims)));
  }

  private Map<String, Object> claims(ChatUser user, Map<String, String> extraClaims) {
    Map<String, Object> all = new TreeMap<>();
    if (signing.claims() != null) {
      object(signing.claims())
          .forEach(
              (name, value) -> {
                requireFree("claim of --claims-file", name, "it");
                all.put(name, value);
              });
    }
    String tenant = user.tenantId() == null ? identity.tenantId() : user.tenantId();
    requireNew(put(all, identity.tenantClaim(), tenant), identity.tenantClaim());
    requireNew(put(all, identity.userClaim(), user.userId()), identity.userClaim());
    extraClaims.forEach((name, value) -> requireNew(all.putIfAbsent(name, value) == null, name));
    return all;
  }

  /** A claim whose name begins with a slash is inside others, as a JSON Pointer says. */
  private static boolean put(Map<String, Object> claims, String name, String text) {
    Object value = value(name, text);
    if (!name.startsWith("/")) {
      return claims.putIfAbsent(name, value) == null;
    }
    Map<String, Object> inside = claims;
    String[] steps = name.substring(1).split("/", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      Object next = inside.computeIfAbsent(steps[i], step -> new TreeMap<String, Object>());
      if (!(next instanceof Map<?, ?>)) {
        return false;
      }
      @SuppressWarnings("unchecked") // made above, or read from JSON
      Map<String, Object> map = (Map<String, Object>) next;
      inside = map;
    }
    return inside.putIfAbsent(steps[steps.length - 1], value) == null;
  }

  /** Tenant or user as the claim has it. */
  private static Object value(String name, String text) {
    if (!text.startsWith(NUMBER)) {
      return text;
    }
    String digits = text.substring(NUMBER.length());
    if (!digits.matches("0|[1-9]\\d{0,17}") || name.equals("sub")) {
      throw UserError.usage(
          "a tenant or user that begins with number: is no whole number, or would stand in sub,"
              + " which holds text alone",
          "Write number:42, and name the claim with --user-claim or --tenant-claim.");
    }
    return Long.valueOf(digits);
  }

  private static void requireNew(boolean isNew, String name) {
    if (!isNew) {
      throw UserError.usage(
          "--claim or --claims-file: \"" + name + "\" already carries the tenant or the user",
          "Use --tenant-id, --user-id or --users to set it.");
    }
  }

  /** Read anew for each user: what is put inside must not be shared. */
  static Map<String, Object> object(String json) {
    try {
      return Json.MAPPER.readValue(json, new TypeReference<TreeMap<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw UserError.usage( // without the cause, which would quote it
          "the file that --claims-file names is no JSON object",
          "Write the claims as an object, such as {\"roles\": [\"tester\"], \"level\": 3}.");
    }
  }

  private static void requireFree(String what, String name, String flag) {
    if (name.isBlank()) {
      throw UserError.usage("the " + what + " has no name", "Give " + flag + " a claim's name.");
    }
    if (RESERVED.contains(name.startsWith("/") ? name.substring(1).split("/")[0] : name)) {
      throw UserError.usage(
          "the " + what + " can't be \"" + name + "\", which has a meaning of its own",
          "Use another name. --issuer, --audience and --expires-in-seconds set iss, aud and exp.");
    }
  }

  Duration lifetime() {
    return identity.lifetime();
  }

  /** How many users there are tokens for. */
  int users() {
    return claims.size();
  }

  /**
   * A new token with its own {@code jti}.
   *
   * @param user from 0
   * @param issuedAt in whole seconds, as tokens count time
   */
  Secret sign(int user, Instant issuedAt) {
    JwtBuilder.BuilderHeader header = Jwts.builder().header().type("JWT");
    if (signing.keyId() != null) {
      header.keyId(signing.keyId());
    }
    return new Secret(
        header
            .and()
            .issuer(identity.issuer())
            .claim("aud", identity.audience()) // audience().add() would write an array
            .issuedAt(Date.from(issuedAt))
            .expiration(Date.from(issuedAt.plus(identity.lifetime())))
            .id(UUID.randomUUID().toString())
            .claims(claims.get(user))
            // by itself, jjwt takes HS512 for a long secret
            .signWith(key, signing.algorithm().ofLibrary())
            .compact());
  }
}
