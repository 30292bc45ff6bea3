package chatload.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Json;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokenTest {
  private static final String SECRET = "a-load-test-secret-of-more-than-32-bytes";
  private static final Identity IDENTITY = identity("tenantId", "sub", Duration.ofHours(1));

  private final MutableClock clock = new MutableClock("2026-03-01T10:00:00.700Z");

  private static Identity identity(String tenantClaim, String userClaim, Duration lifetime) {
    return new Identity("租户", "u-1", tenantClaim, userClaim, "the-issuer", "the-api", lifetime);
  }

  private TokenSource source(Identity identity, Map<String, String> extraClaims) {
    return TokenSource.of(
        new Credential.SigningSecret(new Secret(SECRET)), identity, extraClaims, clock);
  }

  private static JsonNode part(Secret token, int index) throws Exception {
    return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.reveal().split("\\.")[index]));
  }

  @Test
  void aVerifyingServiceAcceptsTheToken() {
    Jws<Claims> jws =
        Jwts.parser()
            .clock(() -> Date.from(clock.instant()))
            .requireIssuer("the-issuer")
            .requireAudience("the-api")
            .verifyWith(Keys.hmacShaKeyFor(SECRET.getBytes(StandardCharsets.UTF_8)))
            .build()
            .parseSignedClaims(source(IDENTITY, Map.of()).token().reveal());

    assertThat(jws.getHeader().getAlgorithm()).isEqualTo("HS256");
    assertThat(jws.getPayload().getSubject()).isEqualTo("u-1");
    assertThat(jws.getPayload().get("tenantId", String.class)).isEqualTo("租户");
  }

  @Test
  void aVerifyingServiceRefusesTheTokenOnceItsLifetimeIsOver() {
    Secret token = source(IDENTITY, Map.of()).token();
    clock.advance(Duration.ofHours(1));

    assertThatThrownBy(
            () ->
                Jwts.parser()
                    .clock(() -> Date.from(clock.instant()))
                    .verifyWith(Keys.hmacShaKeyFor(SECRET.getBytes(StandardCharsets.UTF_8)))
                    .build()
                    .parseSignedClaims(token.reveal()))
        .isInstanceOf(ExpiredJwtException.class);
  }

  @Test
  void thePayloadHasExactlyTheseClaimsAndTheAudienceIsAPlainText() throws Exception {
    JsonNode payload = part(source(IDENTITY, Map.of()).token(), 1);

    long now = Instant.parse("2026-03-01T10:00:00Z").getEpochSecond();
    assertThat(fields(payload))
        .containsExactly("aud", "exp", "iat", "iss", "jti", "sub", "tenantId");
    assertThat(payload.get("aud").isTextual()).isTrue();
    assertThat(payload.get("aud").textValue()).isEqualTo("the-api");
    assertThat(payload.get("iat").longValue()).isEqualTo(now);
    assertThat(payload.get("exp").longValue()).isEqualTo(now + 3600);
    assertThat(payload.get("jti").textValue()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 48, 64, 100})
  void theAlgorithmIsHs256HoweverLongTheSecretIs(int length) throws Exception {
    String secret = "s".repeat(length);
    Secret token =
        TokenSource.of(new Credential.SigningSecret(new Secret(secret)), IDENTITY, clock).token();

    assertThat(part(token, 0))
        .isEqualTo(Json.MAPPER.readTree("{\"typ\":\"JWT\",\"alg\":\"HS256\"}"));
    int lastDot = token.reveal().lastIndexOf('.');
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = token.reveal().substring(0, lastDot).getBytes(StandardCharsets.US_ASCII);
    assertThat(Base64.getUrlDecoder().decode(token.reveal().substring(lastDot + 1)))
        .isEqualTo(mac.doFinal(signed));
  }

  @Test
  void theTokenIsReusedForFourFifthsOfItsLifetimeAndThenRenewed() throws Exception {
    TokenSource source = source(IDENTITY, Map.of());
    Secret first = source.token();
    clock.advance(Duration.ofMinutes(48).minusSeconds(1));
    assertThat(source.token()).isSameAs(first);

    clock.advance(Duration.ofSeconds(1));
    Secret second = source.token();

    assertThat(part(second, 1).get("jti")).isNotEqualTo(part(first, 1).get("jti"));
    assertThat(part(second, 1).get("iat").longValue())
        .isEqualTo(part(first, 1).get("iat").longValue() + 48 * 60);
    assertThat(source.token()).isSameAs(second);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void aTokenThatLivesForSecondsIsNeverHandedOutExpired(int seconds) throws Exception {
    TokenSource source = source(identity("tenantId", "sub", Duration.ofSeconds(seconds)), Map.of());
    for (int i = 0; i < 100; i++) {
      long expiry = part(source.token(), 1).get("exp").longValue();
      assertThat(Instant.ofEpochSecond(expiry)).isAfter(clock.instant());
      clock.advance(Duration.ofMillis(130));
    }
  }

  @Test
  void aSigningSourceNeverRunsOutOfTokens() {
    TokenSource source = source(IDENTITY, Map.of());

    source.requireValidFor(Duration.ofDays(300));

    assertThat(source.expiresAt()).isEmpty();
  }

  @Test
  void threadsThatAskAtTheSameTimeGetTheSameToken() throws Exception {
    List<TokenSource> sources =
        Stream.generate(() -> source(IDENTITY, Map.of())).limit(300).toList();
    AtomicInteger arrived = new AtomicInteger();
    Callable<List<Secret>> askEach =
        () -> {
          List<Secret> tokens = new ArrayList<>();
          for (TokenSource source : sources) {
            arrived.incrementAndGet();
            while (arrived.get() < 2 * (tokens.size() + 1)) {
              Thread.onSpinWait();
            }
            tokens.add(source.token());
          }
          return tokens;
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<Secret>>> answers = threads.invokeAll(List.of(askEach, askEach));
      assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get()); // the very same objects
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void tenantAndUserGoIntoTheClaimsThatTheServiceReads() throws Exception {
    JsonNode payload =
        part(source(identity("org", "uid", Duration.ofHours(1)), Map.of()).token(), 1);

    assertThat(payload.get("org").textValue()).isEqualTo("租户");
    assertThat(payload.get("uid").textValue()).isEqualTo("u-1");
    assertThat(payload.has("sub")).isFalse();
  }

  @Test
  void furtherClaimsAreAddedAsTexts() throws Exception {
    JsonNode payload = part(source(IDENTITY, Map.of("role", "tester", "level", "7")).token(), 1);

    assertThat(payload.get("role").textValue()).isEqualTo("tester");
    assertThat(payload.get("level").textValue()).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "nbf", "jti", "iss", "aud", "sub", "tenantId", "", " "})
  void aFurtherClaimCannotTakeAnotherOnesPlace(String name) {
    assertUsage(() -> source(IDENTITY, Map.of(name, "x"))).hasMessageContaining("--claim");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "nbf", "jti", "iss", "aud", ""})
  void tenantAndUserCannotTakeAStandardClaimsPlace(String name) {
    assertUsage(() -> source(identity(name, "sub", Duration.ofHours(1)), Map.of()))
        .hasMessageContaining("tenant claim");
    assertUsage(() -> source(identity("tenantId", name, Duration.ofHours(1)), Map.of()))
        .hasMessageContaining("user claim");
  }

  @Test
  void tenantAndUserCannotShareAClaim() {
    assertUsage(() -> source(identity("sub", "sub", Duration.ofHours(1)), Map.of()))
        .hasMessageContaining("\"sub\"");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertUsage(
      ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void aSecretThatIsTooShortIsRefusedWithoutBeingShown() {
    assertThatThrownBy(
            () ->
                TokenSource.of(
                    new Credential.SigningSecret(new Secret("short-secret")), IDENTITY, clock))
        .hasMessageNotContaining("short-secret")
        .hasMessageContaining("12 bytes");
  }

  @Test
  void aMissingJwtLibraryDoesNotShowTheSecret() throws Exception {
    List<URL> classpath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("jjwt-impl")) {
        classpath.add(Path.of(entry).toUri().toURL());
      }
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var loader =
        new URLClassLoader(classpath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      var attempt = loader.loadClass(WithoutJwtLibrary.class.getName()).getDeclaredMethod("trace");
      attempt.setAccessible(true);

      assertThat((String) attempt.invoke(null)).contains("io.jsonwebtoken").doesNotContain(SECRET);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** Run where jjwt's implementation can't be found. */
  static final class WithoutJwtLibrary {
    static String trace() {
      try {
        Secret secret = new Secret(SECRET);
        TokenSource.of(new Credential.SigningSecret(secret), IDENTITY, Clock.systemUTC()).token();
        return "no failure";
      } catch (Exception | LinkageError e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
      }
    }
  }
}
