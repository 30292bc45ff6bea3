package chatload.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Json;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericUserTest {

  private static JsonNode claims(String user, String claim) throws Exception {
    String token =
        TokenSource.of(
                new Credential.SigningSecret(
                    new Secret("a-load-test-secret-of-more-than-32-bytes")),
                new Identity("t", user, "tenantId", claim, "i", "a", Duration.ofHours(1)),
                Map.of(),
                new MutableClock("2026-03-01T10:00:00Z"))
            .token()
            .reveal();
    return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  @Test
  void a_user_that_is_a_number_is_one_in_its_claim() throws Exception {
    JsonNode id = claims("number:42", "/org/id").at("/org/id");
    assertThat(id.isIntegralNumber()).isTrue();
    assertThat(id.longValue()).isEqualTo(42);
    assertThat(claims("42", "uid").get("uid").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"number:42, sub", "number:4.2, uid", "number:, uid", "number:007, uid"})
  void what_is_no_number_and_what_stands_in_sub_is_refused(String user, String claim) {
    assertThatThrownBy(() -> claims(user, claim))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("begins with number:");
  }
}
