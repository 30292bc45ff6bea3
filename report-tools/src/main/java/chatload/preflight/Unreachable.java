package chatload.preflight;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Says in words why a service did not answer, and what to do about it. */
final class Unreachable {
  private static final String INSECURE =
      " --tls-insecure accepts any certificate, but then nobody knows who answered, and whoever it"
          + " was has seen the token.";

  private final Throwable failure;
  private final URI url;
  private final Duration limit;
  private final Quote quote;

  private Unreachable(Throwable failure, URI url, Duration limit, Quote quote) {
    this.failure = failure;
    this.url = url;
    this.limit = limit;
    this.quote = quote;
  }

  /**
   * @param limit the time limit that the request had
   * @param quote for texts in the failure that come from the other side
   */
  static Finding explain(IOException failure, URI url, Duration limit, Quote quote) {
    return new Unreachable(failure, url, limit, quote).explain();
  }

  private Finding explain() {
    if (is(UnknownHostException.class) || is(UnresolvedAddressException.class)) {
      return Finding.failed(
          "unknown host: there is no address for " + url.getHost(),
          "Check the spelling of the URL, and whether the name needs a VPN or another DNS server.");
    }
    if (is(SSLException.class)) {
      return tls();
    }
    if (is(HttpConnectTimeoutException.class)) {
      return Finding.failed(
          "time-out: no connection to " + where() + " within " + limit.toMillis() + " ms",
          "Check host and port, and whether a firewall or a missing VPN swallows the connection.");
    }
    if (is(HttpTimeoutException.class)) {
      return Finding.failed(
          "time-out: " + where() + " did not answer within " + limit.toMillis() + " ms",
          "Check that the service is healthy, and that the port is one that speaks HTTP.");
    }
    if (is(ConnectException.class)) {
      return Finding.failed(
          "connection refused, or no way to the host: nothing accepts connections at " + where(),
          "Start the service, or correct host and port in the URL.");
    }
    if (is(ProtocolException.class)) {
      return Finding.failed(
          "not HTTP: " + where() + " answers something else: " + quoted(failure.getMessage()),
          "Check the port, and whether the URL should begin with https:// instead.");
    }
    if (is(EOFException.class) || is(SocketException.class)) {
      return Finding.failed(
          "connection lost: " + where() + " closed it without an HTTP answer",
          "Check that the service did not crash, that the port is one that speaks HTTP, and whether"
              + " the URL should begin with https:// instead.");
    }
    return Finding.failed(
        "no answer from " + where() + ": " + quoted(failure.toString()),
        "Check that the service runs and that this machine may talk to it.");
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
          "Use a certificate of a known authority, or add the private authority's to a trust store"
              + " and name it with -Djavax.net.ssl.trustStore in JAVA_TOOL_OPTIONS."
              + INSECURE);
    }
    if (is(CertificateException.class) && (says("No subject alternative") || says("No name"))) {
      return Finding.failed(
          "host name mismatch: the certificate of " + where() + " is for another host",
          "Use the host name that the certificate is for." + INSECURE);
    }
    if (says("Unrecognized SSL message") || says("Unsupported or unrecognized SSL message")) {
      return Finding.failed(
          "not TLS: " + where() + " answers without encryption",
          "Check the port, and whether the URL should begin with http:// instead.");
    }
    return Finding.failed(
        "the TLS handshake with " + where() + " failed: " + quoted(failure.getMessage()),
        "Check the port, and the service's TLS set-up.");
  }

  private boolean is(Class<? extends Throwable> type) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (type.isInstance(e)) {
        return true;
      }
    }
    return false;
  }

  private boolean says(String text) {
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
