package chatload.preflight;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.load.preflight.PreflightClient;
import chatload.reach.ChatUrl;
import chatload.settings.ClientSettings;
import chatload.settings.HealthCheck;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Targets for tests: short limits, a clock that stands still. */
final class Targets {
  static final String SECRET = "a-load-test-secret-of-more-than-32-bytes";
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456Z"), ZoneOffset.UTC);
  static final Identity IDENTITY = identity("t-loadtest", "u-loadtest");
  static final TokenSource TOKENS =
      TokenSource.of(new Credential.SigningSecret(new Secret(SECRET)), IDENTITY, CLOCK);

  private Targets() {}

  static Identity identity(String tenantId, String userId) {
    return new Identity(
        tenantId, userId, "tenantId", "sub", "issuer", "audience", Duration.ofHours(1));
  }

  static PreflightTarget at(URI chatUrl) {
    return at(chatUrl, IDENTITY, false, Duration.ofSeconds(5));
  }

  static PreflightTarget at(
      URI chatUrl, Identity identity, boolean tlsInsecure, Duration chatLimit) {
    ClientSettings usual = ClientSettings.defaults();
    return at(
        chatUrl,
        identity,
        new ClientSettings(
            tlsInsecure, List.of(), usual.http2(), usual.acceptEncoding(), usual.headers()),
        chatLimit,
        Duration.ZERO);
  }

  static PreflightTarget at(
      URI chatUrl,
      Identity identity,
      ClientSettings client,
      Duration chatLimit,
      Duration waitLimit) {
    return new PreflightTarget(
        ChatUrl.of(chatUrl),
        TOKENS,
        identity,
        "请记住我偏好高铁",
        "scenario",
        client,
        HealthCheck.USUAL,
        List.of("当前模型服务暂时不可用", "我已经收到你的消息"),
        chatLimit,
        chatLimit.compareTo(Duration.ofSeconds(2)) < 0 ? chatLimit : Duration.ofSeconds(2),
        waitLimit,
        CLOCK);
  }

  /** The same token, as one that somebody else made. */
  static PreflightTarget withReadyToken(URI chatUrl) {
    PreflightTarget usual = at(chatUrl);
    return new PreflightTarget(
        usual.chatUrl(),
        TokenSource.of(new Credential.ReadyToken(TOKENS.token()), IDENTITY, CLOCK),
        usual.identity(),
        usual.message(),
        usual.threadPrefix(),
        usual.client(),
        usual.health(),
        usual.fallbackReplies(),
        usual.chatLimit(),
        usual.requestLimit(),
        usual.waitLimit(),
        usual.clock());
  }

  /** Runs the preflight with the client of the load, in this process. */
  static PreflightReport run(PreflightTarget target) throws InterruptedException {
    try (PreflightClient client = new PreflightClient(target)) {
      return Preflight.run(target, client, line -> {});
    }
  }
}
