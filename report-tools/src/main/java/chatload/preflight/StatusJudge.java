package chatload.preflight;

/** Decides whether an answer has the status that it should have, and what to do if not. */
final class StatusJudge {
  private final Exchange exchange;
  private final Quote quote;

  StatusJudge(Exchange exchange, Quote quote) {
    this.exchange = exchange;
    this.quote = quote;
  }

  /** For the probes that need no more than a status. */
  Finding judge(Probe probe) {
    String status = exchange.status().toString();
    if (status.equals(probe.expected())) {
      return Finding.passed(status);
    }
    boolean lookedAt = exchange.status() == 200 || exchange.status() == 400;
    return switch (probe) {
      case WITHOUT_TOKEN ->
          lookedAt
              ? Finding.failed(
                  status,
                  "The service talks to anybody. Set AUTH_JWT_SECRET and ALLOW_INSECURE_CONTEXT=0"
                      + " in its environment and deploy again.")
              : unexpected();
      case IDENTITY_HEADERS_ONLY ->
          lookedAt
              ? Finding.failed(
                  status,
                  "The service takes x-tenant-id and x-user-id at their word, without a JWT, so"
                      + " anybody can pose as any user. Set ALLOW_INSECURE_CONTEXT=0 in its"
                      + " environment and deploy again.")
              : unexpected();
      case HEALTH, WITH_TOKEN -> unexpected();
    };
  }

  /** For a request with a token that was answered with 401 or 403. */
  Finding tokenRefused() {
    return Finding.failed(
        observed(),
        "The service does not accept the token: give the secret that the service has, check the"
            + " names of the tenant and user claims, issuer and audience, and that neither clock is"
            + " wrong.");
  }

  /** For every other status that no check wants. */
  Finding unexpected() {
    return Finding.failed(observed(), fix(exchange.status()));
  }

  private String observed() {
    return exchange.status() + ": " + quote.of(exchange.excerpt());
  }

  private String fix(int status) {
    if (status >= 300 && status < 400) {
      return "The address redirects to "
          + quote.of(exchange.header("location"))
          + ". Give the final address; redirects are not followed, so that the token goes nowhere"
          + " else.";
    }
    return switch (status) {
      case 401, 403 ->
          "Something asks for a credential before the service is reached, such as the protection of"
              + " preview deployments: let this machine through.";
      case 404, 405, 410 -> "There is no such endpoint: check host and path of the chat URL.";
      case 429 -> "The service limits requests: wait, or raise its limit for the load-test tenant.";
      case 502, 503, 504 ->
          "A proxy has no working service behind it: check that the service is deployed and up.";
      default ->
          status >= 500
              ? "The service failed: look for the trace id in its log."
              : "Check that the URL is that of the chat service, in the version to be tested.";
    };
  }
}
