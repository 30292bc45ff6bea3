package chatload.service;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.protocol.EmbeddedProof;
import chatload.service.RawClient.Until;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the embedded service answers. */
class IdentityTest {

  private static final Timing QUICK = new Timing(new Delay.Fixed(5), new Delay.Fixed(2), 2, 1);

  private static final TargetConfig CONFIG =
      TargetConfig.defaults(RawClient.SECRET).withTiming(QUICK);

  private static final String UNAUTHORIZED =
      "{\"error\":\"Unauthorized request. Provide a valid JWT bearer token.\","
          + "\"embeddedTarget\":\"%s\"}";

  private static EmbeddedTarget target;

  @BeforeAll
  static void start() {
    target = EmbeddedTarget.start(CONFIG);
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  static List<String> unacceptableHeaders() {
    Instant soon = Instant.now().plusSeconds(60);
    Map<String, Object> names = Map.of("tenantId", "t", "sub", "u");
    Secret other = new Secret("another secret that is long enough");
    String valid = RawClient.token();
    return List.of(
        "",
        "x-tenant-id: t\r\nx-user-id: u\r\n",
        "authorization: Basic abc\r\n",
        "authorization: Bearer\r\n",
        "authorization: Bearer x.y.z\r\n",
        bearer(valid.substring(0, valid.lastIndexOf('.') + 1)),
        bearer(RawClient.token(other, names, soon)),
        bearer(RawClient.token(RawClient.SECRET, names, Instant.now().minusSeconds(5))),
        bearer(RawClient.token(RawClient.SECRET, Map.of("sub", "u"), soon)),
        bearer(RawClient.token(RawClient.SECRET, Map.of("tenantId", "t"), soon)),
        bearer(RawClient.token(RawClient.SECRET, Map.of("tenantId", " ", "sub", "u"), soon)));
  }

  @ParameterizedTest
  @MethodSource("unacceptableHeaders")
  void without_a_good_token_there_is_401_before_the_body_is_looked_at(String headers) {
    String request = RawClient.post("x-trace-id: no\r\n" + headers, "not json");
    RawResponse response = RawClient.exchange(target, request, Until.COMPLETE);

    assertThat(response.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
    assertThat(response.header("x-trace-id")).contains("no");
    assertThat(response.body()).isEqualTo(UNAUTHORIZED.formatted(EmbeddedProof.of("no")));
  }

  @Test
  void other_claim_names_can_be_asked_for() {
    try (EmbeddedTarget other = EmbeddedTarget.start(CONFIG.withClaims("org", "person"))) {
      Map<String, Object> claims = new HashMap<>(Map.of("org", "t", "person", "u"));
      String token = RawClient.token(RawClient.SECRET, claims, Instant.now().plusSeconds(60));

      assertThat(
              RawClient.exchange(other, RawClient.chat(bearer(token)), Until.COMPLETE).statusLine())
          .isEqualTo("HTTP/1.1 200 OK");
      assertThat(
              RawClient.exchange(other, RawClient.chat(RawClient.headers("x")), Until.COMPLETE)
                  .statusLine())
          .isEqualTo("HTTP/1.1 401 Unauthorized");
    }
  }

  @Test
  void identity_headers_count_only_in_insecure_context_and_never_beside_a_bad_token() {
    String identity = "x-tenant-id: t\r\nx-user-id: u\r\n";
    try (EmbeddedTarget insecure = EmbeddedTarget.start(CONFIG.withInsecureContext(true))) {
      assertThat(status(insecure, identity)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(status(insecure, RawClient.headers("x"))).isEqualTo("HTTP/1.1 200 OK");
      assertThat(status(insecure, "x-tenant-id: t\r\n")).isEqualTo("HTTP/1.1 401 Unauthorized");
      assertThat(status(insecure, identity + "authorization: Bearer x.y.z\r\n"))
          .isEqualTo("HTTP/1.1 401 Unauthorized");
    }
  }

  private static String status(EmbeddedTarget of, String headers) {
    return RawClient.exchange(of, RawClient.chat(headers), Until.COMPLETE).statusLine();
  }

  private static String bearer(String token) {
    return "authorization: Bearer " + token + "\r\n";
  }
}
