package chatload.auth;

import chatload.UserError;
import chatload.run.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads when a token expires, without verifying it and without ever showing it. */
final class TokenExpiry {

  private TokenExpiry() {}

  /**
   * The {@code exp} claim in whole seconds (RFC 7519, section 4.1.4, allows fractions); empty
   * without one.
   *
   * @throws UserError with exit code 2 if the token is not a JWT
   */
  static Optional<Instant> of(Secret token) {
    JsonNode payload = payload(token);
    JsonNode exp = payload.path("exp");
    if (exp.isMissingNode()) {
      return Optional.empty();
    }
    if (!exp.isNumber()) {
      throw unusable("its exp is not a number");
    }
    double seconds = Math.floor(exp.doubleValue());
    if (!(Math.abs(seconds) < Instant.MAX.getEpochSecond())) {
      throw unusable("its exp is out of range");
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
