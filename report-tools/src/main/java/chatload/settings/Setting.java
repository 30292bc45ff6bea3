package chatload.settings;

/**
 * Every setting, with the names under which it can be given. Order of precedence: flag, system
 * property, environment variable, default.
 */
public enum Setting {
  URL("--url", "url", "LOADTEST_URL"),
  TENANT_ID("--tenant-id", "tenantId", "LOADTEST_TENANT_ID"),
  USER_ID("--user-id", "userId", "LOADTEST_USER_ID"),
  REPORT_DIR("--report-dir", "reportDir", "LOADTEST_REPORT_DIR"),
  PROFILES("--profiles", "profiles", "LOADTEST_PROFILES"),
  SET("--set", "set", "LOADTEST_SET"),
  MESSAGE("--message", "message", "LOADTEST_MESSAGE"),
  THREAD_PREFIX("--thread-prefix", "threadPrefix", "LOADTEST_THREAD_PREFIX"),
  TENANT_CLAIM("--tenant-claim", "tenantClaim", "AUTH_TENANT_CLAIM"),
  USER_CLAIM("--user-claim", "userClaim", "AUTH_USER_CLAIM"),
  ISSUER("--issuer", "issuer", "LOADTEST_ISSUER"),
  AUDIENCE("--audience", "audience", "LOADTEST_AUDIENCE"),
  EXPIRES_IN_SECONDS("--expires-in-seconds", "expiresInSeconds", "LOADTEST_EXPIRES_IN_SECONDS"),
  TLS_INSECURE("--tls-insecure", "tlsInsecure", "LOADTEST_TLS_INSECURE"),
  HTTP2("--http2", "http2", "LOADTEST_HTTP2"),
  CA_FILE("--ca-file", "caFile", "LOADTEST_CA_FILE"),
  ACCEPT_ENCODING("--accept-encoding", "acceptEncoding", "LOADTEST_ACCEPT_ENCODING"),
  WAIT("--wait", "wait", "LOADTEST_WAIT"),
  FALLBACK_REPLIES("--fallback-replies", "fallbackReplies", "LOADTEST_FALLBACK_REPLIES"),
  WARM_UP_SECONDS("--warm-up-seconds", "warmUpSeconds", "LOADTEST_WARM_UP_SECONDS"),
  LANG("--lang", "lang", "LOADTEST_LANG"),
  SECRET_FILE("--secret-file", "secretFile", "LOADTEST_SECRET_FILE"),
  JWT_TOKEN_FILE("--jwt-token-file", "jwtTokenFile", "LOADTEST_JWT_TOKEN_FILE"),
  /** As an argument it can be seen by every user of the machine; there is no property for it. */
  SECRET("--secret", null, "AUTH_JWT_SECRET"),
  /** There is neither a flag nor a property for a token. */
  JWT_TOKEN(null, null, "AUTH_JWT_TOKEN"),
  HEADER_FILE("--header-file", "headerFile", "LOADTEST_HEADER_FILE"),
  /** Header lines themselves: neither a flag nor a property, because others can see those. */
  HEADERS(null, null, "LOADTEST_HEADERS"),
  /** Ties the runs of one job together; set by {@code ./loadtest scenarios} for its children. */
  RUN_ID(null, "runId", "LOADTEST_RUN_ID");

  private final String flag;
  private final String property;
  private final String variable;

  Setting(String flag, String property, String variable) {
    this.flag = flag;
    this.property = property;
    this.variable = variable;
  }

  /** The command-line option, or null. */
  public String flag() {
    return flag;
  }

  /** The system property, or null. */
  public String property() {
    return property;
  }

  /** The environment variable. */
  public String variable() {
    return variable;
  }
}
