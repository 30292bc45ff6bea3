package chatload.preflight;

import chatload.protocol.Gatekeeper;
import java.util.Optional;

/** Decides whether an answer has the status that it should have, and what to do if not. */
final class StatusJudge {
  private final Answer answer;
  private final Quote quote;
  private final Expected expected;

  StatusJudge(Answer answer, Quote quote, Expected expected) {
    this.answer = answer;
    this.quote = quote;
    this.expected = expected;
  }

  /** Who answered in the place of the service; empty if nobody did. */
  static Optional<String> gatekeeper(Answer answer) {
    return Gatekeeper.of(answer.status(), answer.headers()::get, answer.body());
  }

  static String passTheGate(String who) {
    return "This answer is not the service's: it is that of "
        + who
        + ". The service's secret is no help there: let this machine through, or send what it asks"
        + " for with --header-file (such as a bypass header), and give the address of the service"
        + " itself.";
  }

  /** For the probes that need no more than a status. */
  Finding judge(Probe probe) {
    String status = answer.status().toString();
    if (expected.isMetBy(answer, probe)
        && (probe == Probe.HEALTH || gatekeeper(answer).isEmpty())) {
      return Finding.passed(status);
    }
    boolean lookedAt = answer.status() == 200 || answer.status() == 400;
    if (!lookedAt || gatekeeper(answer).isPresent()) {
      return unexpected();
    }
    if (!expected.isChecklists()) {
      return answer.status() == 200 && probe != Probe.HEALTH
          ? Finding.failed(status, notNeeded(probe))
          : unexpected();
    }
    return switch (probe) {
      case WITHOUT_TOKEN ->
          Finding.failed(
              status,
              "The service talks to anybody. Set AUTH_JWT_SECRET and ALLOW_INSECURE_CONTEXT=0"
                  + " in its environment and deploy again.");
      case IDENTITY_HEADERS_ONLY ->
          Finding.failed(
              status,
              "The service takes x-tenant-id and x-user-id at their word, without a JWT, so"
                  + " anybody can pose as any user. Set ALLOW_INSECURE_CONTEXT=0 in its"
                  + " environment and deploy again.");
      case FORGED_TOKEN ->
          Finding.failed(
              status,
              "The service does not check the token's signature: it took one that was not signed"
                  + " with its secret, so anybody can pose as any user. Make it verify every token"
                  + " with AUTH_JWT_SECRET and deploy again.");
      case HEALTH, WITH_TOKEN -> unexpected();
    };
  }

  private static String notNeeded(Probe probe) {
    return probe == Probe.FORGED_TOKEN
        ? "The service does not check the credential: it took one that was changed, so anybody can"
            + " pose as any user. Make it check what it is sent, and deploy again."
        : "The service talks to anybody. Make it insist on a credential and deploy again.";
  }

  /** For a request with a token that was answered with 401 or 403. */
  Finding tokenRefused() {
    if (gatekeeper(answer).isPresent()) {
      return unexpected();
    }
    return Finding.failed(
        observed(),
        !expected.isJwt()
            ? "The service does not accept the credential, or was sent none: check the key, and that"
                + " --credential says how the service takes it."
            : "The service does not accept the token: give the secret that the service has, check the"
                + " names of the tenant and user claims, issuer and audience, and that neither clock"
                + " is wrong.");
  }

  /** For every other status that no check wants. */
  Finding unexpected() {
    return Finding.failed(
        observed(), gatekeeper(answer).map(StatusJudge::passTheGate).orElseGet(this::fix));
  }

  private String observed() {
    String location = answer.header("location");
    return answer.status()
        + (location.isEmpty() ? "" : " to " + quote.of(location))
        + ": "
        + quote.of(answer.body());
  }

  private String fix() {
    int status = answer.status();
    if (status >= 300 && status < 400) {
      return "The address redirects to "
          + quote.of(answer.header("location"))
          + ". Give the final address; redirects are not followed, so that the token goes nowhere"
          + " else.";
    }
    return switch (status) {
      case 401, 403 ->
          "Something asks for a credential before the service is reached, such as the protection of"
              + " preview deployments: let this machine through.";
      case 404, 405, 410 -> "There is no such endpoint: check host and path of the chat URL.";
      case 406 ->
          "The service does not answer in what was asked for: health in JSON, chats as"
              + " text/event-stream.";
      case 407 -> "The proxy asks for a user: give LOADTEST_PROXY_CREDENTIAL, as USER:PASSWORD.";
      case 426, 505 -> "The service wants another version of HTTP: if it is HTTP/2, give --http2.";
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
