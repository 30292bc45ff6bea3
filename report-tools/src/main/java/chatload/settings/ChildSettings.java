package chatload.settings;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Placement;
import chatload.auth.Secret;
import chatload.auth.SecretHeader;
import chatload.auth.Signing;
import chatload.auth.TokenSource;
import chatload.conversation.Conversations;
import chatload.conversation.DataFile;
import chatload.protocol.mapping.Spoken;
import chatload.reach.ChatUrl;
import chatload.reach.Through;
import chatload.run.CancelPlan;
import chatload.run.ClosureTarget;
import chatload.run.DataUsed;
import chatload.run.Injector;
import chatload.run.Part;
import chatload.run.PlannedScenario;
import chatload.tool.UserError;
import chatload.words.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a job, whole, in one environment variable for the processes that it starts. So a
 * child has every setting from its parent and none from anywhere else: no system property, no other
 * variable, no file that could have changed since. The variable is Base64 of JSON, because an
 * environment can't carry every character in every locale.
 */
public final class ChildSettings {

  /** The variable. */
  public static final String VARIABLE = "LOADTEST_JOB_SETTINGS";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ChildSettings() {}

  /** All that there is to know, in types that JSON has. */
  private record Whole(
      String url,
      String shownUrl,
      String tenantId,
      String userId,
      String tenantClaim,
      String userClaim,
      String issuer,
      String audience,
      long expiresInSeconds,
      Key key,
      Placement placement,
      Through through,
      List<Header> headers,
      List<byte[]> authorities,
      String acceptEncoding,
      String protocol,
      String model,
      Map<String, String> variables,
      String health,
      String reportDir,
      List<PlannedScenario> scenarios,
      String message,
      String threadPrefix,
      boolean tlsInsecure,
      boolean http2,
      long waitMillis,
      List<String> fallbackReplies,
      long warmUpMillis,
      Language language,
      String runId,
      List<String> earlierTokens,
      String dataFile,
      DataUsed data,
      CancelPlan cancel,
      Boolean abort,
      Part part,
      Long startAtMillis) {}

  private record Header(String name, String value) {}

  /**
   * A credential: with {@code signing} a signing secret, with {@code isToken} a ready token,
   * without secrets none.
   */
  private record Key(Signing signing, boolean isToken, List<String> secrets) {

    static Key of(Credential credential) {
      List<String> secrets = credential.secrets().stream().map(Secret::reveal).toList();
      return credential instanceof Credential.SigningSecret one
          ? new Key(one.signing(), false, secrets)
          : new Key(null, credential instanceof Credential.ReadyToken, secrets);
    }

    Credential credential() {
      List<Secret> all = secrets.stream().map(Secret::new).toList();
      if (all.isEmpty()) {
        return new Credential.None();
      }
      if (signing != null) {
        return new Credential.SigningSecret(all.get(0), signing);
      }
      return isToken
          ? new Credential.ReadyToken(all.get(0))
          : new Credential.Fixed(all.get(0), all);
    }
  }

  /**
   * The variable for a child that is about to be started.
   *
   * @param settings with URL and credential
   * @param tokens of this process: the child goes on with the last one and keeps all of them secret
   */
  public static Map<String, String> of(Settings settings, TokenSource tokens) {
    Credential credential = settings.credential().orElseThrow();
    ChatUrl url = settings.url().orElseThrow();
    Identity identity = settings.identity();
    ClientSettings client = settings.client();
    tokens.token();
    Whole whole =
        new Whole(
            url.uri().toString(),
            url.toString(),
            identity.tenantId(),
            identity.userId(),
            identity.tenantClaim(),
            identity.userClaim(),
            identity.issuer(),
            identity.audience(),
            identity.lifetime().toSeconds(),
            Key.of(credential),
            client.placement(),
            Through.of(client.reach()),
            client.headers().stream()
                .map(header -> new Header(header.name(), header.value().reveal()))
                .toList(),
            client.authorities().stream().map(Through::encoded).toList(),
            client.acceptEncoding(),
            client.spoken().text(),
            client.spoken().model(),
            revealed(client.spoken().variables()),
            settings.health().asked(),
            settings.reportDir().map(Path::toString).orElse(null),
            settings.scenarios().stream().map(PlannedScenario::of).toList(),
            settings.message(),
            settings.threadPrefix(),
            client.tlsInsecure(),
            client.http2(),
            settings.waitLimit().toMillis(),
            settings.fallbackReplies(),
            settings.warmUpLimit().toMillis(),
            settings.language(),
            settings.runId().orElse(null),
            tokens.tokensSoFar().stream().map(Secret::reveal).toList(),
            settings.data().map(data -> data.file().toAbsolutePath().toString()).orElse(null),
            settings.data().map(Conversations::used).orElse(null),
            settings.cancel().orElse(null),
            settings.abort().orElse(null),
            settings.injector().part(),
            settings.injector().startAt() == null
                ? null
                : settings.injector().startAt().toEpochMilli());
    try {
      byte[] json = MAPPER.writeValueAsBytes(whole);
      return Map.of(VARIABLE, Base64.getEncoder().encodeToString(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings are plain values", e);
    }
  }

  /** What the parent process handed over; empty if there is no such parent. */
  static Optional<Settings> read(Map<String, String> environment) {
    String variable = environment.get(VARIABLE);
    if (variable == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          settings(MAPPER.readValue(Base64.getDecoder().decode(variable), Whole.class)));
    } catch (IOException | IllegalArgumentException e) {
      // without the cause, which would quote a secret
      throw new IllegalStateException(VARIABLE + " is not what this version hands over");
    }
  }

  private static ClientSettings client(Whole whole) {
    return new ClientSettings(
        whole.tlsInsecure(),
        whole.authorities().stream().map(Through::certificate).toList(),
        whole.http2(),
        whole.acceptEncoding(),
        whole.headers().stream()
            .map(header -> new SecretHeader(header.name(), new Secret(header.value())))
            .toList(),
        whole.protocol() == null ? Spoken.EYWA : spoken(whole),
        whole.placement(),
        whole.through().reach());
  }

  private static Map<String, String> revealed(Map<String, Secret> secrets) {
    Map<String, String> revealed = new HashMap<>();
    secrets.forEach((name, value) -> revealed.put(name, value.reveal()));
    return revealed;
  }

  private static Spoken spoken(Whole whole) {
    Map<String, Secret> variables = new HashMap<>();
    whole.variables().forEach((name, value) -> variables.put(name, new Secret(value)));
    Spoken spoken = Spoken.of("the protocol's file", whole.protocol(), whole.model());
    return variables.isEmpty() ? spoken : spoken.with(variables);
  }

  /** An environment can't carry all of it, so it is read again; but it must be the same. */
  private static Conversations data(String file, DataUsed used) {
    Conversations data = DataFile.read(Path.of(file), "--data", used.order(), used.seed());
    if (!data.used().equals(used)) {
      throw UserError.input(
          "the file of --data was changed while the job went", "Run again, and leave it alone.");
    }
    return data;
  }

  private static Settings settings(Whole whole) {
    return new Settings(
        Optional.of(ChatUrl.shownAs(URI.create(whole.url()), whole.shownUrl())),
        new Identity(
            whole.tenantId(),
            whole.userId(),
            whole.tenantClaim(),
            whole.userClaim(),
            whole.issuer(),
            whole.audience(),
            Duration.ofSeconds(whole.expiresInSeconds())),
        Optional.of(whole.key().credential()),
        client(whole),
        new HealthCheck(whole.health()),
        Optional.ofNullable(whole.reportDir()).map(Path::of),
        whole.scenarios().stream().map(PlannedScenario::scenario).toList(),
        whole.message(),
        whole.threadPrefix(),
        Duration.ofMillis(whole.waitMillis()),
        whole.fallbackReplies(),
        Duration.ofMillis(whole.warmUpMillis()),
        whole.language(),
        Optional.ofNullable(whole.runId()),
        Optional.empty(), // the parent has written the plan
        ClosureTarget.USUAL,
        whole.earlierTokens().stream().map(Secret::new).toList(),
        Optional.ofNullable(whole.data()).map(used -> data(whole.dataFile(), used)),
        Optional.ofNullable(whole.cancel()),
        Optional.empty(),
        Optional.ofNullable(whole.abort()),
        new Injector(
            whole.part(),
            whole.startAtMillis() == null ? null : Instant.ofEpochMilli(whole.startAtMillis())));
  }
}
