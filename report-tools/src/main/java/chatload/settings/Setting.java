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
      text("FILE")
          .without("chatload.yaml, if there is one")
          .ofChats(Taker.REPORT, Taker.PREPARE, Taker.FINALIZE, Taker.TOKEN, Taker.INIT)),
  URL(
      text("URL")
          .without("the embedded chat service; preflight needs one")
          .inFile("target.url")
          .ofChats(Taker.INIT)),
  TENANT_ID(text("ID").byDefault("t-loadtest").inFile("credential.tenant-id").ofChats(Taker.TOKEN)),
  USER_ID(text("ID").byDefault("u-loadtest").inFile("credential.user-id").ofChats(Taker.TOKEN)),
  REPORT_DIR(
      text("DIR")
          .without("a new one below artifacts; for preflight none")
          .pathInFile("report.dir", value -> false)
          .of(Taker.SCENARIOS, Taker.PREFLIGHT)),
  PROFILES(
      text("NAMES")
          .byDefault(String.join(",", PresetSet.CURRENT.names()))
          .inFile("run.profiles", Key.Form.LIST)
          .of(Taker.SCENARIOS)),
  SET(text("SCENARIO.FIELD=VALUE").repeatable().without("the presets").of(Taker.SCENARIOS)),
  FIRST_TOKEN(
      text("visible|generated").byDefault("visible").inFile("run.first-token").of(Taker.SCENARIOS)),
  CONFIDENCE(
      text("LEVEL")
          .without("it is enough that the chats that were sent keep them")
          .inFile("run.confidence")
          .of(Taker.SCENARIOS)),
  PROTOCOL(
      text("NAME|FILE")
          .byDefault("eywa")
          .pathInFile("target.protocol", ProtocolSetting::isName)
          .ofChats(Taker.INIT)),
  MODEL(text("NAME").without("none").inFile("target.model").ofChats(Taker.INIT)),
  REQUEST(text("JSON").without("the protocol's own").inFile("target.request", Key.Form.TREE).of()),
  DATA(
      text("FILE")
          .without("the message")
          .pathInFile("data.file", value -> false)
          .of(Taker.SCENARIOS)),
  DATA_ORDER(
      text("given|shuffled|cycled").byDefault("cycled").inFile("data.order").of(Taker.SCENARIOS)),
  DATA_SEED(number("N", 0, 999_999_999).byDefault("0").inFile("data.seed").of(Taker.SCENARIOS)),
  CANCEL(text("SHARE@AFTER").without("none").inFile("run.cancel").of(Taker.SCENARIOS)),
  MESSAGE(text("TEXT").byDefault("请记住我偏好高铁，并回复已记录。").inFile("data.message").ofChats()),
  THREAD_PREFIX(text("TEXT").byDefault("scenario").inFile("data.thread-prefix").ofChats()),
  CREDENTIAL(
      text("KIND")
          .without("what is given: a secret is jwt; of a key the protocol decides")
          .inFile("credential.kind")
          .ofChats()),
  API_KEY_FILE(text("FILE").without("the key in LOADTEST_API_KEY").ofChats()),
  API_KEY(secret("KEY").inFile("credential.key").of()),
  SECRET_FILE(text("FILE").without("the secret in AUTH_JWT_SECRET").ofChats(Taker.TOKEN)),
  SECRET(
      secret("SECRET")
          .variable("AUTH_JWT_SECRET")
          .inFile("credential.secret")
          .ofChats(Taker.TOKEN)),
  JWT_TOKEN_FILE(text("FILE").without("the token in AUTH_JWT_TOKEN").ofChats(Taker.TOKEN)),
  JWT_TOKEN(secret("TOKEN").variable("AUTH_JWT_TOKEN").inFile("credential.token").of()),
  HEADER_FILE(text("FILE").without("the headers in LOADTEST_HEADERS").ofChats(Taker.TOKEN)),
  HEADERS(secret("LINES").inFile("target.secret-headers", Key.Form.LINES).of()),
  JWT_ALGORITHM(
      text("NAME").byDefault("HS256").inFile("credential.algorithm").ofChats(Taker.TOKEN)),
  JWT_KEY_ID(text("ID").without("none").inFile("credential.key-id").ofChats(Taker.TOKEN)),
  SECRET_BASE64(
      onOff()
          .without("the secret is taken as it is")
          .inFile("credential.secret-base64")
          .ofChats(Taker.TOKEN)),
  CLAIMS_FILE(
      text("FILE")
          .without("none")
          .pathInFile("credential.claims-file", value -> false)
          .ofChats(Taker.TOKEN)),
  USERS(text("FILE").without("one user").pathInFile("credential.users", value -> false).ofChats()),
  TENANT_CLAIM(
      text("NAME")
          .byDefault("tenantId")
          .variable("AUTH_TENANT_CLAIM")
          .inFile("credential.tenant-claim")
          .ofChats(Taker.TOKEN)),
  USER_CLAIM(
      text("NAME")
          .byDefault("sub")
          .variable("AUTH_USER_CLAIM")
          .inFile("credential.user-claim")
          .ofChats(Taker.TOKEN)),
  ISSUER(
      text("NAME")
          .byDefault("eywa-chat-loadtest")
          .inFile("credential.issuer")
          .ofChats(Taker.TOKEN)),
  AUDIENCE(
      text("NAME").byDefault("eywa-chat-api").inFile("credential.audience").ofChats(Taker.TOKEN)),
  EXPIRES_IN_SECONDS(
      number("N", 1, 2_592_000)
          .byDefault("3600")
          .inFile("credential.expires-in-seconds")
          .ofChats(Taker.TOKEN)),
  TLS_INSECURE(
      onOff()
          .without("certificates and host names are verified")
          .inFile("target.tls-insecure")
          .ofChats()),
  HTTP2(onOff().without("HTTP/1.1").inFile("target.http2").ofChats()),
  CA_FILE(
      text("FILE").without("Java's alone").pathInFile("target.ca-file", value -> false).ofChats()),
  PROXY(
      text("URL|env|none")
          .without("none, whatever the environment says")
          .inFile("target.proxy")
          .ofChats()),
  PROXY_CREDENTIAL_FILE(text("FILE").without("what LOADTEST_PROXY_CREDENTIAL says").ofChats()),
  PROXY_CREDENTIAL(secret("USER:PASSWORD").inFile("target.proxy-credential").of()),
  CERT_FILE(text("FILE").without("none").pathInFile("target.cert-file", value -> false).ofChats()),
  KEY_FILE(
      text("FILE")
          .without("in --cert-file")
          .pathInFile("target.key-file", value -> false)
          .ofChats()),
  CERT_PASSWORD(secret("PASSWORD").inFile("target.cert-password").of()),
  ACCEPT_ENCODING(
      text("CODINGS").byDefault("gzip, deflate, br").inFile("target.accept-encoding").ofChats()),
  HEALTH(
      text("URL|PATH|none")
          .without("health beside the chat URL for eywa, none for other protocols")
          .inFile("target.health")
          .ofChats()),
  WAIT(
      number("SECONDS", 0, 600)
          .byDefault("30")
          .inFile("target.wait")
          .of(Taker.SCENARIOS, Taker.PREFLIGHT)),
  FALLBACK_REPLIES(
      text("FILE")
          .without("the service's two canned replies")
          .pathInFile("target.fallback-replies", FallbackReplies.NONE::equals)
          .ofChats()),
  WARM_UP_SECONDS(
      number("N", 0, 60).byDefault("6").inFile("run.warm-up-seconds").of(Taker.SCENARIOS)),
  ABORT_WHEN_CERTAIN(
      onOff()
          .without("only scenarios that are planned to last longer than 10 minutes")
          .inFile("run.abort-when-certain")
          .of(Taker.SCENARIOS)),
  LANG(text("en|zh").byDefault("en").inFile("report.lang").ofDocuments()),
  TRACE_URL(text("URL").without("none").inFile("report.trace-url").of(Taker.SCENARIOS)),
  ISSUE(
      number("N", 1, Integer.MAX_VALUE)
          .byDefault("" + ClosureTarget.USUAL_ISSUE)
          .inFile("closure.issue")
          .of(Taker.PREPARE, Taker.FINALIZE)),
  EPIC(
      number("N", 1, Integer.MAX_VALUE)
          .byDefault("" + ClosureTarget.USUAL_EPIC)
          .inFile("closure.epic")
          .of(Taker.PREPARE, Taker.FINALIZE)),
  REPO(
      text("OWNER/NAME")
          .without("none")
          .inFile("closure.repository")
          .of(Taker.PREPARE, Taker.FINALIZE)),
  PART(text("K/N").without("all of the plan").of(Taker.SCENARIOS)),
  START_AT(text("TIME").without("as soon as it can").of(Taker.SCENARIOS)),
  RUN_ID(text("ID").without("a new one").of());

  private final Declaration declared;

  Setting(Declaration declared) {
    this.declared = declared;
  }

  @Override
  public Declaration declared() {
    return declared;
  }
}
