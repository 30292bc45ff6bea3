package chatload.settings;

import static chatload.settings.Declaration.number;
import static chatload.settings.Declaration.onOff;
import static chatload.settings.Declaration.secret;
import static chatload.settings.Declaration.text;

import chatload.gate.Key;
import chatload.run.ClosureTarget;
import chatload.run.PresetSet;

/**
 * Every setting, declared once: options, help, defaults and {@code docs/settings.md} follow. Order
 * of precedence: flag, system property, environment variable, gate file, default. {@code TENANT_ID}
 * is {@code --tenant-id}, the property {@code tenantId} and, unless it says otherwise, {@code
 * LOADTEST_TENANT_ID}. What no command takes has no flag; a secret has no property, which others
 * can see.
 */
public enum Setting implements Declared {
  FILE(
      text("FILE", "Gate file with settings, see docs/gate-file.md; none for none.")
          .without("chatload.yaml, if there is one")
          .ofChats(Taker.REPORT, Taker.PREPARE, Taker.FINALIZE, Taker.TOKEN, Taker.INIT)),
  URL(
      text("URL", "Such as https://preview.example/api/chat.")
          .without("the embedded chat service; preflight needs one")
          .inFile("target.url")
          .ofChats(Taker.INIT)),
  TENANT_ID(
      text("ID", "Tenant in the token.")
          .byDefault("t-loadtest")
          .inFile("credential.tenant-id")
          .ofChats(Taker.TOKEN)),
  USER_ID(
      text("ID", "User in the token; number:42 for a claim that is a number.")
          .byDefault("u-loadtest")
          .inFile("credential.user-id")
          .ofChats(Taker.TOKEN)),
  REPORT_DIR(
      text("DIR", "Where results go.")
          .without("a new one below artifacts; for preflight none")
          .pathInFile("report.dir", value -> false)
          .of(Taker.SCENARIOS, Taker.PREFLIGHT)),
  PROFILES(
      text("NAMES", "Which scenarios to run, with commas between them.")
          .byDefault(String.join(",", PresetSet.CURRENT.names()))
          .inFile("run.profiles", Key.Form.LIST)
          .of(Taker.SCENARIOS)),
  SET(
      text(
              "SCENARIO.FIELD=VALUE",
              "Another size or limit, several times if need be; it is marked as not the preset."
                  + ScenarioSelection.FIELDS_HELP)
          .repeatable()
          .without("the presets")
          .of(Taker.SCENARIOS)),
  FIRST_TOKEN(
      text("visible|generated", "Which first token the limits are on: its user's or the model's.")
          .byDefault("visible")
          .inFile("run.first-token")
          .of(Taker.SCENARIOS)),
  CONFIDENCE(
      text("LEVEL", "Limits have to be proven at that level, such as 0.95; else INCONCLUSIVE.")
          .without("it is enough that the chats that were sent keep them")
          .inFile("run.confidence")
          .of(Taker.SCENARIOS)),
  PROTOCOL(
      text("NAME|FILE", "One that loadtest protocol lists, or a file; probe: auto is its default.")
          .byDefault("eywa")
          .pathInFile("target.protocol", ProtocolSetting::isName)
          .ofChats(Taker.INIT)),
  MODEL(
      text("NAME", "Model to ask for, where the protocol asks for one.")
          .without("none")
          .inFile("target.model")
          .ofChats(Taker.INIT)),
  REQUEST(
      text("JSON", "Another request than the protocol's: method, headers, body.")
          .without("the protocol's own")
          .inFile("target.request", Key.Form.TREE)
          .of()),
  DATA(
      text("FILE", "Own prompts, .csv or .jsonl.")
          .without("the message")
          .pathInFile("data.file", value -> false)
          .of(Taker.SCENARIOS)),
  DATA_ORDER(
      text("given|shuffled|cycled", "How they are taken.")
          .byDefault("cycled")
          .inFile("data.order")
          .of(Taker.SCENARIOS)),
  DATA_SEED(
      number("N", "Decides what is shuffled, and who gives up.", 0, 999_999_999)
          .byDefault("0")
          .inFile("data.seed")
          .of(Taker.SCENARIOS)),
  CANCEL(
      text("SHARE@AFTER", "Users who give up, such as 0.1@2s.")
          .without("none")
          .inFile("run.cancel")
          .of(Taker.SCENARIOS)),
  MESSAGE(
      text("TEXT", "What every chat says.")
          .byDefault("请记住我偏好高铁，并回复已记录。")
          .inFile("data.message")
          .ofChats()),
  THREAD_PREFIX(
      text("TEXT", "First part of the thread ids.")
          .byDefault("scenario")
          .inFile("data.thread-prefix")
          .ofChats()),
  CREDENTIAL(
      text("KIND", "How it knows who asks: jwt, token, basic, header:NAME, query:NAME, none.")
          .without("what is given: a secret is jwt; of a key the protocol decides")
          .inFile("credential.kind")
          .ofChats()),
  API_KEY_FILE(
      text("FILE", "File with the key, token or USER:PASSWORD that --credential sends.")
          .without("the key in LOADTEST_API_KEY")
          .ofChats()),
  API_KEY(secret("KEY", "The key itself.").inFile("credential.key").of()),
  SECRET_FILE(
      text("FILE", "File with the secret, or the private key in PEM, that tokens are signed with.")
          .without("the secret in AUTH_JWT_SECRET")
          .ofChats(Taker.TOKEN)),
  SECRET(
      secret("SECRET", "The secret itself; others see arguments: rather use AUTH_JWT_SECRET.")
          .variable("AUTH_JWT_SECRET")
          .inFile("credential.secret")
          .ofChats(Taker.TOKEN)),
  JWT_TOKEN_FILE(
      text("FILE", "File with a ready token, in place of a secret.")
          .without("the token in AUTH_JWT_TOKEN")
          .ofChats(Taker.TOKEN)),
  JWT_TOKEN(
      secret("TOKEN", "A ready token, in place of a secret.")
          .variable("AUTH_JWT_TOKEN")
          .inFile("credential.token")
          .of()),
  HEADER_FILE(
      text("FILE", "File with secret headers for every request, one NAME: VALUE a line.")
          .without("the headers in LOADTEST_HEADERS")
          .ofChats(Taker.TOKEN)),
  HEADERS(
      secret("LINES", "Secret headers for every request, one NAME: VALUE a line.")
          .inFile("target.secret-headers", Key.Form.LINES)
          .of()),
  JWT_ALGORITHM(
      text("NAME", "How tokens are signed: HS, RS, PS or ES with 256, 384 or 512.")
          .byDefault("HS256")
          .inFile("credential.algorithm")
          .ofChats(Taker.TOKEN)),
  JWT_KEY_ID(
      text("ID", "Key id (kid) in the header of tokens.")
          .without("none")
          .inFile("credential.key-id")
          .ofChats(Taker.TOKEN)),
  SECRET_BASE64(
      onOff("The secret is written in Base64, and its bytes are what tokens are signed with.")
          .without("the secret is taken as it is")
          .inFile("credential.secret-base64")
          .ofChats(Taker.TOKEN)),
  CLAIMS_FILE(
      text("FILE", "Further claims of tokens: a JSON object, of any depth.")
          .without("none")
          .pathInFile("credential.claims-file", value -> false)
          .ofChats(Taker.TOKEN)),
  USERS(
      text("FILE", "Several users who take turns, one USER or USER,TENANT a line.")
          .without("one user")
          .pathInFile("credential.users", value -> false)
          .ofChats()),
  TENANT_CLAIM(
      text("NAME", "Claim with the tenant; /a/b is claim b inside claim a.")
          .byDefault("tenantId")
          .variable("AUTH_TENANT_CLAIM")
          .inFile("credential.tenant-claim")
          .ofChats(Taker.TOKEN)),
  USER_CLAIM(
      text("NAME", "Claim with the user, likewise.")
          .byDefault("sub")
          .variable("AUTH_USER_CLAIM")
          .inFile("credential.user-claim")
          .ofChats(Taker.TOKEN)),
  ISSUER(
      text("NAME", "Issuer of the token.")
          .byDefault("eywa-chat-loadtest")
          .inFile("credential.issuer")
          .ofChats(Taker.TOKEN)),
  AUDIENCE(
      text("NAME", "Audience of the token.")
          .byDefault("eywa-chat-api")
          .inFile("credential.audience")
          .ofChats(Taker.TOKEN)),
  EXPIRES_IN_SECONDS(
      number("N", "Lifetime of a token in seconds; it is renewed in time.", 1, 2_592_000)
          .byDefault("3600")
          .inFile("credential.expires-in-seconds")
          .ofChats(Taker.TOKEN)),
  TLS_INSECURE(
      onOff("Accept any certificate and host name; it is noted in the evidence.")
          .without("certificates and host names are verified")
          .inFile("target.tls-insecure")
          .ofChats()),
  HTTP2(
      onOff("Offer HTTP/2 to a service behind TLS; each chat still has its own connection.")
          .without("HTTP/1.1")
          .inFile("target.http2")
          .ofChats()),
  CA_FILE(
      text("FILE", "Certificates of authorities to trust beside Java's: PEM, or a trust store.")
          .without("Java's alone")
          .pathInFile("target.ca-file", value -> false)
          .ofChats()),
  PROXY(
      text("URL|env|none", "Proxy for all requests; env for HTTPS_PROXY, HTTP_PROXY and NO_PROXY.")
          .without("none, whatever the environment says")
          .inFile("target.proxy")
          .ofChats()),
  PROXY_CREDENTIAL_FILE(
      text("FILE", "File with USER:PASSWORD for the proxy.")
          .without("what LOADTEST_PROXY_CREDENTIAL says")
          .ofChats()),
  PROXY_CREDENTIAL(
      secret("USER:PASSWORD", "For the proxy.").inFile("target.proxy-credential").of()),
  CERT_FILE(
      text("FILE", "Certificate to show to the service: PEM with --key-file, or PKCS12.")
          .without("none")
          .pathInFile("target.cert-file", value -> false)
          .ofChats()),
  KEY_FILE(
      text("FILE", "Its key, PEM in PKCS#8.")
          .without("in --cert-file")
          .pathInFile("target.key-file", value -> false)
          .ofChats()),
  CERT_PASSWORD(
      secret("PASSWORD", "Password of a PKCS12 file.").inFile("target.cert-password").of()),
  ACCEPT_ENCODING(
      text("CODINGS", "What chats say they can decode, as browsers do; identity for nothing.")
          .byDefault("gzip, deflate, br")
          .inFile("target.accept-encoding")
          .ofChats()),
  HEALTH(
      text("URL|PATH|none", "Where to ask whether the service is up; none for not at all.")
          .without("health beside the chat URL for eywa, none for other protocols")
          .inFile("target.health")
          .ofChats()),
  WAIT(
      number("SECONDS", "Seconds to wait for a service that is not up yet.", 0, 600)
          .byDefault("30")
          .inFile("target.wait")
          .of(Taker.SCENARIOS, Taker.PREFLIGHT)),
  FALLBACK_REPLIES(
      text("FILE", "Beginnings of replies that count as canned, one a line; none for no list.")
          .without("the service's two canned replies")
          .pathInFile("target.fallback-replies", FallbackReplies.NONE::equals)
          .ofChats()),
  WARM_UP_SECONDS(
      number("N", "Seconds in which warm-up rounds begin, 0 for none.", 0, 60)
          .byDefault("6")
          .inFile("run.warm-up-seconds")
          .of(Taker.SCENARIOS)),
  LANG(
      text("en|zh", "Language of the documents.")
          .byDefault("en")
          .inFile("report.lang")
          .ofDocuments()),
  ISSUE(
      number("N", "Number of the issue, also in file names.", 1, Integer.MAX_VALUE)
          .byDefault("" + ClosureTarget.USUAL_ISSUE)
          .inFile("closure.issue")
          .of(Taker.PREPARE, Taker.FINALIZE)),
  EPIC(
      number("N", "Number of its epic.", 1, Integer.MAX_VALUE)
          .byDefault("" + ClosureTarget.USUAL_EPIC)
          .inFile("closure.epic")
          .of(Taker.PREPARE, Taker.FINALIZE)),
  REPO(
      text(
              "OWNER/NAME",
              "Repository of the issue. Nothing may be closed unless it is named, for each command:"
                  + " what the directory remembers does not count.")
          .without("none")
          .inFile("closure.repository")
          .of(Taker.PREPARE, Taker.FINALIZE)),
  RUN_ID(text("ID", "Ties the runs of one job together.").without("a new one").of());

  private final Declaration declared;

  Setting(Declaration declared) {
    this.declared = declared;
  }

  @Override
  public Declaration declared() {
    return declared;
  }
}
