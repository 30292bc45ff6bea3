package chatload.auth;

import chatload.files.Json;
import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads what a token says, without verifying it and without ever showing it. */
public final class TokenClaims {

  private final JsonNode payload;

  private TokenClaims(JsonNode payload) {
    this.payload = payload;
  }

  /**
   * The claims of a token.
   *
   * @throws UserError with exit code 2 if it is not a JWT
   */
  public static TokenClaims of(Secret token) {
    return new TokenClaims(payload(token));
  }

  /**
   * A claim that is a text or a number; empty if there is none of that name, or another kind.
   *
   * @param name a JSON Pointer if it begins with a slash
   */
  public Optional<String> text(String name) {
    JsonNode claim = name.startsWith("/") ? payload.at(name) : payload.path(name);
    return claim.isTextual() || claim.isNumber() ? Optional.of(claim.asText()) : Optional.empty();
  }

  /** {@code aud}, which may be one or several (RFC 7519, section 4.1.3). */
  public List<String> audiences() {
    JsonNode aud = payload.path("aud");
    List<String> all = new ArrayList<>();
    if (aud.isArray()) {
      aud.forEach(one -> all.add(one.asText()));
    } else {
      text("aud").ifPresent(all::add);
    }
    return all;
  }

  /**
   * The {@code exp} claim in whole seconds (RFC 7519, section 4.1.4, allows fractions); empty
   * without one.
   *
   * @throws UserError with exit code 2 if it is no such number
   */
  Optional<Instant> expiry() {
    return instant("exp");
  }

  /** The same of {@code iat}. */
  Optional<Instant> issuedAt() {
    return instant("iat");
  }

  private Optional<Instant> instant(String name) {
    JsonNode claim = payload.path(name);
    if (claim.isMissingNode()) {
      return Optional.empty();
    }
    if (!claim.isNumber()) {
      throw unusable("its " + name + " is not a number");
    }
    double seconds = Math.floor(claim.doubleValue());
    if (!(Math.abs(seconds) < Instant.MAX.getEpochSecond())) {
      throw unusable("its " + name + " is out of range");
    }
    return Optional.of(Instant.ofEpochSecond((long) seconds));
  }

  private static JsonNode payload(Secret token) {
    String[] parts = token.reveal().split("\\.", -1);
    if (parts.length != 3) {
      throw unusable("it is not three parts joined by dots");
    }
    if (!token.reveal().matches("[A-Za-z0-9_.-]+")) {
      throw unusable("it contains characters that no JWT has");
    }
    try {
      JsonNode payload = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
      if (payload.isObject()) {
        return payload;
      }
    } catch (IllegalArgumentException e) {
      throw unusable("its second part is not base64url");
    } catch (JsonProcessingException e) {
      throw unusable("its second part is not JSON"); // the exception would quote the token
    } catch (IOException e) {
      throw unusable("its second part is not UTF-8");
    }
    throw unusable("its second part is not a JSON object");
  }

  private static UserError unusable(String why) {
    return UserError.usage(
        "the ready token is not a JWT: " + why,
        "Check that it was copied whole, without \"Bearer\" and without quotes.");
  }
}
