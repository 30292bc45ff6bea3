package chatload.service;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.netty.handler.codec.http.HttpHeaders;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decides whether a request says credibly who it is from: a bearer JWT, signed with HS256 and the
 * right secret, not expired, with tenant and user. A request with an {@code authorization} header
 * is judged by it alone, whatever else it carries.
 */
final class TokenCheck {

  private static final String BEARER = "Bearer ";

  private final JwtParser parser;
  private final String tenantClaim;
  private final String userClaim;
  private final boolean allowInsecureContext;

  TokenCheck(TargetConfig config) {
    parser =
        Jwts.parser()
            .sig()
            .clear()
            .add(Jwts.SIG.HS256)
            .and()
            .verifyWith(new SecretKeySpec(config.secret().bytes(), "HmacSHA256"))
            .build();
    tenantClaim = config.tenantClaim();
    userClaim = config.userClaim();
    allowInsecureContext = config.allowInsecureContext();
  }

  boolean accepts(HttpHeaders headers) {
    String authorization = headers.get("authorization");
    if (authorization != null) {
      return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
          && acceptsToken(authorization.substring(BEARER.length()).strip());
    }
    return allowInsecureContext
        && isName(headers.get("x-tenant-id"))
        && isName(headers.get("x-user-id"));
  }

  private boolean acceptsToken(String token) {
    try {
      Claims claims = parser.parseSignedClaims(token).getPayload();
      return claims.getExpiration() != null
          && isName(claims.get(tenantClaim))
          && isName(claims.get(userClaim));
    } catch (JwtException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isName(Object value) {
    return value instanceof String name && !name.isBlank();
  }
}
