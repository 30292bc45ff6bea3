package chatload.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyTokenTest {
  private static final Identity IDENTITY =
      new Identity("t", "u", "tenantId", "sub", "i", "a", Duration.ofHours(1));

  private final MutableClock clock = new MutableClock("2026-03-01T10:00:00Z");

  private TokenSource source(String token) {
    return TokenSource.of(new Credential.ReadyToken(new Secret(token)), IDENTITY, clock);
  }

  private static String withPayload(String json) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + base64.encodeToString(json.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  private static String expiringAt(String instant) {
    return withPayload("{\"exp\":" + Instant.parse(instant).getEpochSecond() + "}");
  }

  @Test
  void isHandedOutAsItIs() {
    String token = expiringAt("2026-03-01T11:00:00Z");

    assertThat(source(token).token().reveal()).isEqualTo(token);
    clock.advance(Duration.ofDays(1));
    assertThat(source(token).token().reveal()).isEqualTo(token);
  }

  @ParameterizedTest
  @CsvSource({
    "1772362800, 2026-03-01T11:00:00Z",
    "1772362800.9, 2026-03-01T11:00:00Z",
    "0, 1970-01-01T00:00:00Z",
    "1.7723628e9, 2026-03-01T11:00:00Z"
  })
  void saysWhenItExpires(String exp, String expected) {
    assertThat(source(withPayload("{\"exp\":" + exp + "}")).expiresAt())
        .contains(Instant.parse(expected));
  }

  @Test
  void withoutAnExpiryNeverExpires() {
    TokenSource source = source(withPayload("{\"sub\":\"u\"}"));

    source.requireValidFor(Duration.ofDays(365));

    assertThat(source.expiresAt()).isEmpty();
  }

  @Test
  void thatLivesLongEnoughIsAccepted() {
    source(expiringAt("2026-03-01T11:00:01Z")).requireValidFor(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T11:00:00Z, expires at 2026-03-01T11:00:00Z",
    "2026-03-01T10:00:01Z, expires at 2026-03-01T10:00:01Z",
    "2026-03-01T10:00:00Z, expired at 2026-03-01T10:00:00Z",
    "2025-12-31T23:59:59Z, expired at 2025-12-31T23:59:59Z"
  })
  void thatExpiresDuringTheRunIsRefusedWithTheTimeAndTheWayOut(String expiry, String message) {
    String token = expiringAt(expiry);

    assertThatThrownBy(() -> source(token).requireValidFor(Duration.ofHours(1)))
        .isInstanceOfSatisfying(
            UserError.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(e).hasMessageContaining(message);
              assertThat(e.hint()).contains("AUTH_JWT_SECRET");
              assertThat(e.getMessage() + e.hint()).doesNotContain(token.split("\\.")[1]);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not-json",
        "[]",
        "\"text\"",
        "",
        "{\"exp\":1} x",
        "{\"exp\":1,\"exp\":2}",
        "{\"exp\":\"tomorrow\"}",
        "{\"exp\":null}",
        "{\"exp\":1e400}",
        "{\"exp\":99999999999999999999}"
      })
  void withAnUnreadablePayloadIsRefusedWithoutBeingShown(String payload) {
    assertRefusedUnseen(withPayload(payload));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topsecretpart",
        "topsecretpart.topsecretpart",
        "topsecretpart.e30.topsecretpart.topsecretpart",
        "topsecretpart.e.topsecretpart",
        "topsecretpart.e30=.topsecretpart",
        "topsecretpart.e30.topsecret\nx-injected: part",
        "..",
        ""
      })
  void thatIsNoJwtIsRefusedWithoutBeingShown(String token) {
    assertRefusedUnseen(token);
  }

  private void assertRefusedUnseen(String token) {
    assertThatThrownBy(() -> source(token))
        .hasNoCause()
        .isInstanceOfSatisfying(
            UserError.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(e).hasMessageStartingWith("the ready token is not a JWT: ");
              assertThat(e.getMessage() + e.hint())
                  .doesNotContain("topsecret", "tomorrow", "not-json", "eyJ");
            });
  }

  @Test
  void takesNoFurtherClaims() {
    Credential ready = new Credential.ReadyToken(new Secret(withPayload("{}")));

    assertThatThrownBy(() -> TokenSource.of(ready, IDENTITY, Map.of("role", "x"), clock))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ready token");
  }
}
