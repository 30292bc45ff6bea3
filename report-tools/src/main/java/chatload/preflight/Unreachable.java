package chatload.preflight;

import chatload.run.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Says in words why a service did not answer, and what to do about it. */
final class Unreachable {
  private static final String INSECURE =
      " --tls-insecure accepts any certificate, but then nobody knows who answered, and whoever it"
          + " was has seen the token.";

  /** In what the client says of a proxy that refuses; its class is not on this classpath. */
  private static final Pattern PROXY_FAILED = Pattern.compile("^(http|socks[45]), .* => ");

  private final Answer answer;
  private final Throwable failure;
  private final URI url;
  private final Duration limit;
  private final Quote quote;

  private Unreachable(Answer answer, URI url, Duration limit, Quote quote) {
    this.answer = answer;
    this.failure = answer.failure();
    this.url = url;
    this.limit = limit;
    this.quote = quote;
  }

  /**
   * @param answer one without a response
   * @param limit the time limit that the request had
   * @param quote for texts in the failure that come from the other side
   */
  static Finding explain(Answer answer, URI url, Duration limit, Quote quote) {
    return new Unreachable(answer, url, limit, quote).explain();
  }

  /** Whether a service that is just starting can be the reason. */
  static boolean mayPass(Answer answer) {
    Throwable failure = answer.failure();
    return answer.outcome() != Outcome.MALFORMED
        && !is(failure, UnknownHostException.class)
        && (!is(failure, SSLException.class) || says(failure, "closed"));
  }

  private Finding explain() {
    if (is(UnknownHostException.class)) {
      return Finding.failed(
          "unknown host: there is no address for " + url.getHost(),
          "Check the spelling of the URL, and whether the name needs a VPN or another DNS server.");
    }
    if (answer.sent() && answer.outcome() == Outcome.MALFORMED) {
      return notHttp();
    }
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e.getMessage() != null && PROXY_FAILED.matcher(e.getMessage()).find()) {
        return Finding.failed(
            "the proxy did not connect to " + where() + ": " + quoted(e.getMessage()),
            "Check --proxy; if it asks for a user (407), give LOADTEST_PROXY_CREDENTIAL.");
      }
    }
    if (is(SSLException.class)) {
      return tls();
    }
    if (failure == null && !answer.sent()) {
      return Finding.failed(
          "time-out: no connection to " + where() + " within " + limit.toMillis() + " ms",
          "Check host and port, and whether a firewall or a missing VPN swallows the connection.");
    }
    if (failure == null) {
      return Finding.failed(
          "time-out: " + where() + " did not answer within " + limit.toMillis() + " ms",
          "Check that the service is healthy, and that the port is one that speaks HTTP.");
    }
    if (is(ConnectException.class) || (is(SocketException.class) && !answer.sent())) {
      return Finding.failed(
          "connection refused, or no way to the host: nothing accepts connections at " + where(),
          "Start the service, or correct host and port in the URL.");
    }
    if (isTls() && !answer.sent() && is(ClosedChannelException.class)) {
      return Finding.failed(
          "the TLS handshake with " + where() + " failed: the connection was closed",
          "Check the port, and the service's TLS set-up." + http2());
    }
    if (is(IOException.class) && (answer.sent() || is(ClosedChannelException.class))) {
      return Finding.failed(
          "connection lost: " + where() + " closed it without an HTTP answer",
          "Check that the service did not crash, that the port is one that speaks HTTP, and whether"
              + " the URL should begin with https:// instead."
              + (isTls() ? " If it asks for a client certificate, give --cert-file." : "")
              + http2());
    }
    return Finding.failed(
        "no answer from " + where() + ": " + quoted(failure.toString()),
        "Check that the service runs and that this machine may talk to it.");
  }

  private Finding notHttp() {
    String why = root().getMessage() == null ? root().toString() : root().getMessage();
    String lower = why.toLowerCase(Locale.ROOT);
    if (lower.contains("content-length")
        || lower.contains("contentlength")
        || is(NumberFormatException.class)) {
      return Finding.failed(
          "broken HTTP: " + where() + " sends a content-length that is none: " + quoted(why),
          "The service, or a proxy before it, writes a wrong header; no client can tell where such"
              + " an answer ends.");
    }
    if (lower.contains("no end of headers") || lower.contains("too long http header")) {
      return Finding.failed(
          "broken HTTP: " + where() + " sends headers without an end: " + quoted(why),
          "The service, or a proxy before it, writes wrong headers.");
    }
    return Finding.failed(
        "not HTTP: " + where() + " answers something else: " + quoted(why),
        "Check the port, and whether the URL should begin with "
            + (isTls() ? "http:// instead." : "https:// instead.")
            + http2());
  }

  private String http2() {
    return isTls() ? " If the service speaks only HTTP/2, give --http2." : "";
  }

  private boolean isTls() {
    return url.getScheme().equals("https");
  }

  private Throwable root() {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private Finding tls() {
    if (is(CertificateExpiredException.class)) {
      return Finding.failed(
          "expired certificate: the one of " + where() + " is no longer valid",
          "Renew the service's certificate (or correct this machine's clock)." + INSECURE);
    }
    if (is(CertificateNotYetValidException.class)) {
      return Finding.failed(
          "certificate not yet valid: the one of " + where() + " is for a later time",
          "Correct this machine's clock, or the service's certificate." + INSECURE);
    }
    if (says("PKIX path") || says("trust anchor")) {
      return Finding.failed(
          "certificate not trusted: the one of " + where() + " comes from nobody that Java trusts",
          "Use a certificate of a known authority, or give the private authority's with --ca-file."
              + INSECURE);
    }
    if (is(CertificateException.class) && (says("No subject alternative") || says("No name"))) {
      return Finding.failed(
          "host name mismatch: the certificate of " + where() + " is for another host",
          "Use the host name that the certificate is for." + INSECURE);
    }
    if (says("ertificate required") || says("CERTIFICATE_REQUIRED") || says("bad certificate")) {
      return Finding.failed(
          "a client certificate is asked for by " + where(),
          "Give one with --cert-file and --key-file, from an authority that the service trusts.");
    }
    if (says("no_application_protocol") || says("NO_APPLICATION_PROTOCOL")) {
      return Finding.failed(
          "no protocol in common with " + where(),
          "The service speaks other versions of HTTP." + http2());
    }
    if (says("not an SSL/TLS record") || says("Unsupported or unrecognized SSL message")) {
      return Finding.failed(
          "not TLS: " + where() + " answers without encryption",
          "Check the port, and whether the URL should begin with http:// instead.");
    }
    return Finding.failed(
        "the TLS handshake with " + where() + " failed: " + quoted(root().getMessage()),
        "Check the port, and the service's TLS set-up." + http2());
  }

  private boolean is(Class<? extends Throwable> type) {
    return is(failure, type);
  }

  private static boolean is(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (type.isInstance(e)) {
        return true;
      }
    }
    return false;
  }

  private boolean says(String text) {
    return says(failure, text);
  }

  private static boolean says(Throwable failure, String text) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e.getMessage() != null && e.getMessage().contains(text)) {
        return true;
      }
    }
    return false;
  }

  private String where() {
    int byDefault = url.getScheme().equals("https") ? 443 : 80;
    return url.getHost() + ":" + (url.getPort() < 0 ? byDefault : url.getPort());
  }

  private String quoted(String text) {
    return quote.of(text == null ? "" : text);
  }
}
