package chatload.settings;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.SecretMemory;
import chatload.auth.TokenSource;
import chatload.conversation.Conversations;
import chatload.protocol.mapping.Spoken;
import chatload.reach.ChatUrl;
import chatload.reach.UrlCheck;
import chatload.run.CancelPlan;
import chatload.run.ClosureTarget;
import chatload.run.GateUsed;
import chatload.run.Injector;
import chatload.run.Scenario;
import chatload.run.TraceUrl;
import chatload.settings.GivenSettings.Given;
import chatload.tool.PathName;
import chatload.tool.UserError;
import chatload.words.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that a run needs to know, checked. Flags win over system properties, these over
 * environment variables, these over the gate file, it over defaults.
 *
 * @param url the chat URL; empty means the embedded chat service
 * @param identity what the tokens say
 * @param credential how tokens are come by; empty if none was given
 * @param client how the target is spoken to, by preflight and load
 * @param health where the preflight asks whether the target is up
 * @param reportDir where results go; empty means a new directory under {@code artifacts}
 * @param scenarios what to run, in order, at least one, with custom sizes applied
 * @param message what every chat says
 * @param threadPrefix first part of the thread ids
 * @param waitLimit how long the preflight waits for a service that is not up yet
 * @param fallbackReplies beginnings of replies that count as canned
 * @param warmUpLimit how long rounds of warm-up begin before each scenario; zero for none
 * @param language of the documents
 * @param runId given by a parent process; empty means that this process makes one
 * @param gate the gate file that some of it is from
 * @param closure what is to be closed in the end
 * @param earlierTokens those that other processes of the job used, the last one last
 * @param data what chats are made of instead of the message
 * @param cancel users who give up; empty if nobody does
 * @param traceUrl where a chat's trace is found; only for the plan, so a child has none
 * @param abort whether a scenario ends when it can only FAIL; empty for those that are long
 * @param injector which part of all that is sent from here
 */
public record Settings(
    Optional<ChatUrl> url,
    Identity identity,
    Optional<Credential> credential,
    ClientSettings client,
    HealthCheck health,
    Optional<Path> reportDir,
    List<Scenario> scenarios,
    String message,
    String threadPrefix,
    Duration waitLimit,
    List<String> fallbackReplies,
    Duration warmUpLimit,
    Language language,
    Optional<String> runId,
    Optional<GateUsed> gate,
    ClosureTarget closure,
    List<Secret> earlierTokens,
    Optional<Conversations> data,
    Optional<CancelPlan> cancel,
    Optional<TraceUrl> traceUrl,
    Optional<Boolean> abort,
    Injector injector) {

  private static final Pattern THREAD_PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public Settings {
    scenarios = List.copyOf(scenarios);
    fallbackReplies = List.copyOf(fallbackReplies);
    earlierTokens = List.copyOf(earlierTokens);
  }

  /**
   * Settings as a simulation gets them: from the job that started it, and then from nowhere else,
   * or from system properties and environment.
   */
  public static Settings fromSystem() {
    return ChildSettings.read(System.getenv())
        .orElseGet(
            () -> {
              ProcessText text = ProcessText.ofThisProcess();
              return of(
                  Map.of(),
                  text.properties(System.getProperties()),
                  text.environment(System.getenv()));
            });
  }

  /**
   * The settings that a parent process hands over to one that it has started before.
   *
   * @param words the variable that it would have given it, see {@link ChildSettings}
   */
  public static Settings handedOver(String words) {
    return ChildSettings.read(Map.of(ChildSettings.VARIABLE, words)).orElseThrow();
  }

  /**
   * Resolves and checks every setting.
   *
   * @throws UserError with exit code 2 for the first value that can't be used
   */
  public static Settings of(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    return of(new GivenSettings(flags, properties, environment));
  }

  static Settings of(GivenSettings given) {
    Spoken spoken = ProtocolSetting.resolve(given);
    CredentialSource.Found found = CredentialSource.resolve(given, spoken.protocol().name());
    Optional<Credential> credential = found.credential();
    List<Scenario> scenarios = ScenarioSelection.resolve(given);
    Optional<Conversations> data = DataSetting.resolve(given, scenarios, spoken.protocol());
    return new Settings(
        given
            .get(Setting.URL)
            .map(url -> ChatUrl.of(UrlCheck.parse(url.origin(), url.value()), credential)),
        IdentitySettings.resolve(given, credential),
        credential,
        ClientSettings.resolve(given, spoken, found.placement()),
        HealthCheck.resolve(given),
        given.get(Setting.REPORT_DIR).map(Settings::path),
        scenarios,
        given.filledText(Setting.MESSAGE),
        threadPrefix(given),
        Duration.ofSeconds(given.number(Setting.WAIT)),
        FallbackReplies.resolve(given),
        Duration.ofSeconds(given.number(Setting.WARM_UP_SECONDS)),
        LanguageSetting.of(given),
        given.get(Setting.RUN_ID).map(Given::value),
        given.gate().map(GateSettings::used),
        ClosureSettings.resolve(given),
        List.of(),
        data,
        DataSetting.cancel(given, scenarios, data),
        TraceSetting.resolve(given),
        given.get(Setting.ABORT_WHEN_CERTAIN).map(one -> given.flag(Setting.ABORT_WHEN_CERTAIN)),
        InjectorSetting.resolve(given, scenarios));
  }

  /**
   * Where requests get their tokens from, with a memory of all that must not be repeated.
   *
   * @param credential the settings' own, or that for the embedded chat service
   */
  public TokenSource tokens(Credential credential, Clock clock) {
    List<Secret> lasting = new ArrayList<>(credential.secrets());
    client.headers().forEach(header -> lasting.add(header.value()));
    lasting.addAll(client.spoken().variables().values());
    lasting.addAll(client.reach().secrets());
    url.ifPresent(chat -> lasting.addAll(chat.secrets()));
    lasting.addAll(health.secrets());
    return TokenSource.of(
        credential, identity, Map.of(), clock, new SecretMemory(lasting, earlierTokens));
  }

  /** These settings with what a job found out or decided. */
  public Settings inForce(ChatUrl target, Credential key, Optional<String> job) {
    return with(Optional.of(target), Optional.of(key), reportDir, job);
  }

  /** These settings with that report directory. */
  public Settings into(Path directory) {
    return with(url, credential, Optional.of(directory), runId);
  }

  private Settings with(
      Optional<ChatUrl> target,
      Optional<Credential> key,
      Optional<Path> directory,
      Optional<String> job) {
    return new Settings(
        target,
        identity,
        key,
        client,
        health,
        directory,
        scenarios,
        message,
        threadPrefix,
        waitLimit,
        fallbackReplies,
        warmUpLimit,
        language,
        job,
        gate,
        closure,
        earlierTokens,
        data,
        cancel,
        traceUrl,
        abort,
        injector);
  }

  /** What kind of credential requests carry, as the evidence has it. */
  public String authMode() {
    boolean isJwt =
        credential
            .map(one -> !(one instanceof Credential.Fixed || one instanceof Credential.None))
            .orElse(true);
    return isJwt ? "jwt" : client.placement().words();
  }

  /** The longest time that a user thinks before a chat. */
  public Duration longestThink() {
    return Duration.ofMillis(data.map(Conversations::longestThinkMs).orElse(0L));
  }

  /** Whether any certificate and host name is accepted. */
  public boolean tlsInsecure() {
    return client.tlsInsecure();
  }

  /** Whether HTTP/2 is offered to a service behind TLS. */
  public boolean http2() {
    return client.http2();
  }

  /**
   * The scenario of that name as it is to be run, also when it is not among the selected ones.
   *
   * @throws UserError if there is none
   */
  public Scenario scenario(String name) {
    return scenarios.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .or(() -> Scenario.preset(name))
        .orElseThrow(
            () ->
                UserError.usage(
                    "the scenario that is named is none of those to be run",
                    "Use one of "
                        + scenarios.stream().map(Scenario::name).collect(Collectors.joining(", "))
                        + "."));
  }

  private static Path path(Given given) {
    if (given.value().isBlank()) {
      throw UserError.usage(given.origin() + " is empty", "Use the path of a directory.");
    }
    try {
      return PathName.parse(given.value());
    } catch (IllegalArgumentException e) {
      throw UserError.usage(
          given.origin() + " is not a path: " + e.getMessage(), "Use the path of a directory.");
    }
  }

  private static String threadPrefix(GivenSettings given) {
    String prefix = given.text(Setting.THREAD_PREFIX);
    if (!THREAD_PREFIX.matcher(prefix).matches()) {
      throw UserError.usage(
          given.get(Setting.THREAD_PREFIX).orElseThrow().origin() + " is no such prefix",
          "Use up to 64 letters, digits, dots, underscores and hyphens.");
    }
    return prefix;
  }

  /**
   * The language alone, for commands that send nothing.
   *
   * @return empty if none was given
   * @throws UserError with exit code 2 if it is none of them
   */
  public static Optional<Language> givenLanguage(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    return LanguageSetting.given(new GivenSettings(flags, properties, environment));
  }
}
