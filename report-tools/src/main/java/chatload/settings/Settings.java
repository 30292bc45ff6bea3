package chatload.settings;

import chatload.UserError;
import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Everything that a run needs to know, checked. Flags win over system properties, these over
 * environment variables, these over defaults.
 *
 * @param url the chat URL; empty means the embedded chat service
 * @param identity what the tokens say
 * @param credential how tokens are come by; empty if none was given
 * @param client how the target is spoken to, by preflight and load
 * @param reportDir where results go; empty means a new directory under {@code artifacts}
 * @param scenarios what to run, in order, at least one, with custom sizes applied
 * @param message what every chat says
 * @param threadPrefix first part of the thread ids
 * @param waitLimit how long the preflight waits for a service that is not up yet
 * @param fallbackReplies beginnings of replies that count as canned
 * @param warmUpLimit longest warm-up before each scenario; zero for none
 * @param language of the documents
 * @param runId given by a parent process; empty means that this process makes one
 */
public record Settings(
    Optional<ChatUrl> url,
    Identity identity,
    Optional<Credential> credential,
    ClientSettings client,
    Optional<Path> reportDir,
    List<Scenario> scenarios,
    String message,
    String threadPrefix,
    Duration waitLimit,
    List<String> fallbackReplies,
    Duration warmUpLimit,
    Language language,
    Optional<String> runId) {

  public static final String DEFAULT_MESSAGE = "请记住我偏好高铁，并回复已记录。";

  public static final String DEFAULT_THREAD_PREFIX = "scenario";

  private static final Pattern THREAD_PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final long MAX_EXPIRES_IN_SECONDS = Duration.ofDays(30).toSeconds();

  public Settings {
    scenarios = List.copyOf(scenarios);
    fallbackReplies = List.copyOf(fallbackReplies);
  }

  /** Languages of the documents. */
  public enum Language {
    EN,
    ZH
  }

  /** Settings from system properties and environment alone, as a simulation gets them. */
  public static Settings fromSystem() {
    return of(Map.of(), System.getProperties(), System.getenv());
  }

  /**
   * Resolves and checks every setting.
   *
   * @throws UserError with exit code 2 for the first value that can't be used
   */
  public static Settings of(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    GivenSettings given = new GivenSettings(flags, properties, environment);
    Identity identity =
        new Identity(
            text(given, Setting.TENANT_ID, "t-loadtest"),
            text(given, Setting.USER_ID, "u-loadtest"),
            text(given, Setting.TENANT_CLAIM, "tenantId"),
            text(given, Setting.USER_CLAIM, "sub"),
            text(given, Setting.ISSUER, "eywa-chat-loadtest"),
            text(given, Setting.AUDIENCE, "eywa-chat-api"),
            Duration.ofSeconds(
                number(given, Setting.EXPIRES_IN_SECONDS, 3600, 1, MAX_EXPIRES_IN_SECONDS)));
    Optional<Credential> credential = CredentialSource.resolve(given);
    return new Settings(
        given.get(Setting.URL).map(url -> ChatUrl.of(UrlSetting.parse(url), credential)),
        identity,
        credential,
        client(given),
        given.get(Setting.REPORT_DIR).map(Settings::path),
        ScenarioSelection.resolve(given),
        text(given, Setting.MESSAGE, DEFAULT_MESSAGE),
        threadPrefix(given),
        Duration.ofSeconds(number(given, Setting.WAIT, 30, 0, 600)),
        FallbackReplies.resolve(given),
        Duration.ofSeconds(number(given, Setting.WARM_UP_SECONDS, 6, 0, 60)),
        language(given),
        given.get(Setting.RUN_ID).map(Given::value));
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
   * @throws IllegalArgumentException if there is no such preset
   */
  public Scenario scenario(String name) {
    return scenarios.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .or(() -> Scenario.preset(name))
        .orElseThrow(() -> new IllegalArgumentException("no scenario " + name));
  }

  private static ClientSettings client(GivenSettings given) {
    return new ClientSettings(
        given.flag(Setting.TLS_INSECURE),
        given.get(Setting.CA_FILE).map(AuthorityFile::read).orElse(List.of()),
        given.flag(Setting.HTTP2),
        AcceptEncoding.resolve(given),
        SecretHeaders.resolve(given));
  }

  private static String text(GivenSettings given, Setting setting, String byDefault) {
    String value = given.text(setting, byDefault);
    if (value.isBlank()) {
      throw UserError.usage(
          given.get(setting).orElseThrow().origin() + " is empty",
          "Give it a value, or leave it out for the default \"" + byDefault + "\".");
    }
    return value;
  }

  private static long number(
      GivenSettings given, Setting setting, long byDefault, long least, long most) {
    Optional<Given> text = given.get(setting);
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      long value = Long.parseLong(text.get().value());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // answered below, together with numbers out of range
    }
    throw UserError.usage(
        text.get().origin() + " is \"" + text.get().value() + "\"",
        "Use a whole number from " + least + " to " + most + ".");
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
    String prefix = given.text(Setting.THREAD_PREFIX, DEFAULT_THREAD_PREFIX);
    if (!THREAD_PREFIX.matcher(prefix).matches()) {
      throw UserError.usage(
          given.get(Setting.THREAD_PREFIX).orElseThrow().origin() + " is \"" + prefix + "\"",
          "Use up to 64 letters, digits, dots, underscores and hyphens.");
    }
    return prefix;
  }

  /**
   * The language alone, for commands that send nothing.
   *
   * @throws UserError with exit code 2 if it is none of them
   */
  public static Language language(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    return language(new GivenSettings(flags, properties, environment));
  }

  private static Language language(GivenSettings given) {
    String value = given.text(Setting.LANG, "en");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "en" -> Language.EN;
      case "zh" -> Language.ZH;
      default ->
          throw UserError.usage(
              given.get(Setting.LANG).orElseThrow().origin() + " is \"" + value + "\"",
              "Use en or zh.");
    };
  }
}
