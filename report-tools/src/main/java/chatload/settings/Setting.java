package chatload.settings;

import static chatload.settings.Declaration.number;
import static chatload.settings.Declaration.onOff;
import static chatload.settings.Declaration.secret;
import static chatload.settings.Declaration.text;
import static chatload.settings.Setting.Taker.FINALIZE;
import static chatload.settings.Setting.Taker.PREFLIGHT;
import static chatload.settings.Setting.Taker.PREPARE;
import static chatload.settings.Setting.Taker.REPORT;
import static chatload.settings.Setting.Taker.SCENARIOS;
import static chatload.settings.Setting.Taker.TOKEN;

import chatload.run.PresetSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every setting, declared once: the options of the commands, their help, the defaults and {@code
 * docs/settings.md} follow from here. Order of precedence: flag, system property, environment
 * variable, default. {@code TENANT_ID} is the flag {@code --tenant-id}, the property {@code
 * tenantId} and, unless it says otherwise, the variable {@code LOADTEST_TENANT_ID}. What no command
 * takes has no flag; what is secret has no property, because others can see it.
 */
public enum Setting {
  URL(
      text("URL", "Such as https://preview.example/api/chat.")
          .without("the embedded chat service; preflight needs one")
          .ofChats()),
  TENANT_ID(text("ID", "Tenant in the token.").byDefault("t-loadtest").ofChats(TOKEN)),
  USER_ID(text("ID", "User in the token.").byDefault("u-loadtest").ofChats(TOKEN)),
  REPORT_DIR(
      text("DIR", "Where results go.")
          .without("a new one below artifacts; for preflight none")
          .of(SCENARIOS, PREFLIGHT)),
  PROFILES(
      text("NAMES", "Which scenarios to run, with commas between them.")
          .byDefault(String.join(",", PresetSet.CURRENT.names()))
          .of(SCENARIOS)),
  SET(
      text(
              "SCENARIO.FIELD=VALUE",
              "Another size or limit, which is marked as not the preset; can be given several"
                  + " times. Fields: "
                  + ScenarioSelection.FIELDS
                  + ".")
          .repeatable()
          .without("the presets")
          .of(SCENARIOS)),
  FIRST_TOKEN(
      text(
              "visible|generated",
              "Which first token the limits are on: the first that its user sees, or the first that"
                  + " the model generates, seen or not.")
          .byDefault("visible")
          .of(SCENARIOS)),
  PROTOCOL(
      text(
              "NAME|FILE",
              "What the service speaks: a name that loadtest protocol lists, or a file; for probe also"
                  + " auto, its default.")
          .byDefault("eywa")
          .ofChats()),
  MODEL(
      text("NAME", "Model to ask for, where the protocol asks for one.").without("none").ofChats()),
  DATA(text("FILE", "Own prompts, .csv or .jsonl.").without("the message").of(SCENARIOS)),
  DATA_ORDER(
      text("given|shuffled|cycled", "How they are taken.").byDefault("cycled").of(SCENARIOS)),
  DATA_SEED(
      number("N", "Decides what is shuffled, and who gives up.", 0, 999_999_999)
          .byDefault("0")
          .of(SCENARIOS)),
  CANCEL(text("SHARE@AFTER", "Users who give up, such as 0.1@2s.").without("none").of(SCENARIOS)),
  MESSAGE(text("TEXT", "What every chat says.").byDefault("请记住我偏好高铁，并回复已记录。").ofChats()),
  THREAD_PREFIX(text("TEXT", "First part of the thread ids.").byDefault("scenario").ofChats()),
  CREDENTIAL(
      text(
              "KIND",
              "How the service knows who asks: jwt, token, basic, header:NAME, query:NAME, none.")
          .without("what is given: a secret is jwt; of a key the protocol decides")
          .ofChats()),
  API_KEY_FILE(
      text("FILE", "File with the key, token or USER:PASSWORD that --credential sends.")
          .without("the key in LOADTEST_API_KEY")
          .ofChats()),
  API_KEY(secret("KEY", "The key itself.").of()),
  SECRET_FILE(
      text("FILE", "File with the secret, or the private key in PEM, that tokens are signed with.")
          .without("the secret in AUTH_JWT_SECRET")
          .ofChats(TOKEN)),
  SECRET(
      secret(
              "SECRET",
              "The secret itself. Others can see process arguments: rather use --secret-file or"
                  + " AUTH_JWT_SECRET.")
          .variable("AUTH_JWT_SECRET")
          .ofChats(TOKEN)),
  JWT_TOKEN_FILE(
      text("FILE", "File with a ready token, in place of a secret.")
          .without("the token in AUTH_JWT_TOKEN")
          .ofChats(TOKEN)),
  JWT_TOKEN(
      secret("TOKEN", "A ready token, in place of a secret.").variable("AUTH_JWT_TOKEN").of()),
  HEADER_FILE(
      text("FILE", "File with secret headers for every request, one NAME: VALUE a line.")
          .without("the headers in LOADTEST_HEADERS")
          .ofChats(TOKEN)),
  HEADERS(secret("LINES", "The same lines themselves.").of()),
  JWT_ALGORITHM(
      text("NAME", "How tokens are signed: HS, RS, PS or ES with 256, 384 or 512.")
          .byDefault("HS256")
          .ofChats(TOKEN)),
  JWT_KEY_ID(text("ID", "Key id (kid) in the header of tokens.").without("none").ofChats(TOKEN)),
  SECRET_BASE64(
      onOff("The secret is written in Base64, and its bytes are what tokens are signed with.")
          .without("the secret is taken as it is")
          .ofChats(TOKEN)),
  CLAIMS_FILE(
      text("FILE", "Further claims of tokens: a JSON object, of any depth.")
          .without("none")
          .ofChats(TOKEN)),
  USERS(
      text("FILE", "Several users who take turns, one USER or USER,TENANT a line.")
          .without("one user")
          .ofChats()),
  TENANT_CLAIM(
      text("NAME", "Claim with the tenant; /a/b is claim b inside claim a.")
          .byDefault("tenantId")
          .variable("AUTH_TENANT_CLAIM")
          .ofChats(TOKEN)),
  USER_CLAIM(
      text("NAME", "Claim with the user, likewise.")
          .byDefault("sub")
          .variable("AUTH_USER_CLAIM")
          .ofChats(TOKEN)),
  ISSUER(text("NAME", "Issuer of the token.").byDefault("eywa-chat-loadtest").ofChats(TOKEN)),
  AUDIENCE(text("NAME", "Audience of the token.").byDefault("eywa-chat-api").ofChats(TOKEN)),
  EXPIRES_IN_SECONDS(
      number("N", "Lifetime of a token in seconds; it is renewed in time.", 1, 2_592_000)
          .byDefault("3600")
          .ofChats(TOKEN)),
  TLS_INSECURE(
      onOff("Accept any certificate and host name; it is noted in the evidence.")
          .without("certificates and host names are verified")
          .ofChats()),
  HTTP2(
      onOff("Offer HTTP/2 to a service behind TLS; each chat still has its own connection.")
          .without("HTTP/1.1")
          .ofChats()),
  CA_FILE(
      text("FILE", "Certificates of authorities to trust beside Java's: PEM, or a trust store.")
          .without("Java's alone")
          .ofChats()),
  ACCEPT_ENCODING(
      text("CODINGS", "What chats say they can decode, as browsers do; identity for nothing.")
          .byDefault("gzip, deflate, br")
          .ofChats()),
  HEALTH(
      text(
              "URL|PATH|none",
              "Where the preflight asks whether the service is up; none for not at all.")
          .without("health beside the chat URL for eywa, none for other protocols")
          .ofChats()),
  WAIT(
      number("SECONDS", "Seconds to wait for a service that is not up yet.", 0, 600)
          .byDefault("30")
          .of(SCENARIOS, PREFLIGHT)),
  FALLBACK_REPLIES(
      text("FILE", "Beginnings of replies that count as canned, one a line; none for no list.")
          .without("the service's two canned replies")
          .ofChats()),
  WARM_UP_SECONDS(
      number(
              "N",
              "Seconds in which rounds of warm-up begin before each scenario, 0 for none.",
              0,
              60)
          .byDefault("6")
          .of(SCENARIOS)),
  LANG(
      text("en|zh", "Language of the documents.")
          .byDefault("en")
          .of(SCENARIOS, REPORT, PREPARE, FINALIZE)),
  RUN_ID(text("ID", "Ties the runs of one job together.").without("a new one").of());

  /** Commands that take settings as options. */
  public enum Taker {
    SCENARIOS,
    PREFLIGHT,
    PROBE,
    REPORT,
    PREPARE,
    FINALIZE,
    TOKEN;

    /** As it is typed. */
    public String command() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a value looks like. */
  public enum Kind {
    TEXT,
    /** A whole number. */
    NUMBER,
    /** {@code true} or {@code false}; as an option without a value. */
    FLAG
  }

  private static final Pattern WORD_START = Pattern.compile("_(.)");

  private final Declaration declared;

  Setting(Declaration declared) {
    this.declared = declared;
  }

  /** Those that the command of that name takes. */
  public static List<Setting> takenBy(String command) {
    return Stream.of(values())
        .filter(one -> one.takers().stream().anyMatch(taker -> taker.command().equals(command)))
        .toList();
  }

  /** The command-line option, or null. */
  public String flag() {
    return takers().isEmpty() ? null : "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The system property, or null. */
  public String property() {
    if (isSecret()) {
      return null;
    }
    return WORD_START
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  /** The environment variable. */
  public String variable() {
    return declared.variable != null ? declared.variable : "LOADTEST_" + name();
  }

  /** What stands for the value in help, such as FILE. */
  public String label() {
    return declared.label;
  }

  /** What it is for, in sentences. */
  public String description() {
    return declared.description;
  }

  public Kind kind() {
    return declared.kind;
  }

  /** The value that counts when none is given; empty if there is no such text. */
  public Optional<String> byDefault() {
    return Optional.ofNullable(declared.byDefault);
  }

  /** What happens when none is given, in words, where there is no default value. */
  public Optional<String> without() {
    return Optional.ofNullable(declared.without);
  }

  /** Whether the value itself is a secret. */
  public boolean isSecret() {
    return declared.isSecret;
  }

  /** Whether the option can be given several times; a comma joins the values. */
  public boolean isRepeatable() {
    return declared.isRepeatable;
  }

  /** Least of a number, inclusive. */
  long least() {
    return declared.least;
  }

  /** Most of a number, inclusive. */
  long most() {
    return declared.most;
  }

  /** The commands that take it as an option. */
  public List<Taker> takers() {
    return declared.takers;
  }
}
