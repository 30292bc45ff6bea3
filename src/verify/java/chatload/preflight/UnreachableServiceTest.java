package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreachableServiceTest {

  private static PreflightCheck firstOf(URI url) throws InterruptedException {
    PreflightReport report =
        Targets.run(Targets.at(url, Targets.IDENTITY, false, Duration.ofMillis(700)));
    assertThat(report.passed()).isFalse();
    assertThat(report.checks()).hasSize(5);
    for (PreflightCheck other : report.checks().subList(1, 5)) {
      assertThat(other.passed()).isFalse();
      assertThat(other.observed()).startsWith("not run");
      assertThat(other.traceId()).isNull();
      assertThat(other.elapsedMs()).isNull();
    }
    PreflightCheck first = report.checks().get(0);
    assertThat(first.traceId()).hasSize(36);
    assertThat(first.status()).isNull();
    assertThat(first.elapsedMs()).isPositive();
    return first;
  }

  /** What it is when no request could be written. */
  private static Answer failed(Throwable failure) {
    return new Answer(
        "trace",
        false,
        null,
        Map.of(),
        "",
        failure,
        1,
        Outcome.CONNECT_ERROR,
        "no response",
        new Answer.Stream(null, null, 0, null, null),
        false);
  }

  /** Says these bytes to whoever connects, then closes; with null it stays silent. */
  private static ServerSocket serverThatSays(String text) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  Socket socket = server.accept();
                  if (text != null) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    socket.shutdownOutput();
                  }
                }
              } catch (IOException e) {
                // the test is over
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static URI url(String scheme, ServerSocket server) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/api/chat");
  }

  @Test
  void nobodyListensThere() throws Exception {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    URI url = url("http", server);
    server.close();

    PreflightCheck check = firstOf(url);

    assertThat(check.observed())
        .contains("connection refused")
        .contains("127.0.0.1:" + url.getPort());
    assertThat(check.fix()).contains("Start the service");
  }

  @Test
  void theNameHasNoAddress() throws Exception {
    PreflightCheck check = firstOf(URI.create("http://chat.invalid/api/chat"));

    assertThat(check.observed()).isEqualTo("unknown host: there is no address for chat.invalid");
    assertThat(check.fix()).contains("spelling");
  }

  @Test
  void somethingListensButNeverAnswers() throws Exception {
    try (ServerSocket server = serverThatSays(null)) {
      PreflightCheck check = firstOf(url("http", server));

      assertThat(check.observed()).contains("time-out").contains("did not answer within 700 ms");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http, 'SSH-2.0-OpenSSH_9.9\r\n', not HTTP: 127.0.0.1, https://",
    "http, '', connection lost: 127.0.0.1, https://",
    "https, 'HTTP/1.1 400 Bad Request\r\n\r\n', not TLS: 127.0.0.1, http://",
    "https, '', the TLS handshake with 127.0.0.1, port",
    "https, '', the TLS handshake with 127.0.0.1, If the service speaks only HTTP/2"
  })
  void somethingElseListensThere(String scheme, String says, String observed, String fix)
      throws Exception {
    try (ServerSocket server = serverThatSays(says)) {
      PreflightCheck check = firstOf(url(scheme, server));

      assertThat(check.observed().replaceFirst(":" + server.getLocalPort(), ""))
          .startsWith(observed);
      assertThat(check.fix()).contains(fix);
    }
  }

  @Test
  void whatSomethingElseSaysIsQuotedWithoutControlCharacters() throws Exception {
    try (ServerSocket server = serverThatSays("220-\u001b[2Jmail.example ESMTP\r\n\r\n")) {
      assertThat(firstOf(url("http", server)).observed())
          .contains("220-␛[2JMAIL.EXAMPLE")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void aCertificateThatIsNotYetValidPointsToTheClock() {
    IOException failure = new SSLHandshakeException("validity check failed");
    failure.initCause(new CertificateNotYetValidException("NotBefore"));
    Finding finding =
        Unreachable.explain(
            failed(failure),
            URI.create("https://chat.example/api/chat"),
            Duration.ofSeconds(5),
            Quote.plain());

    assertThat(finding.observed())
        .startsWith("certificate not yet valid: the one of chat.example:443");
    assertThat(finding.fix()).contains("clock", "--tls-insecure");
  }

  @Test
  void aConnectionThatIsSwallowedIsATimeOut() {
    Finding finding =
        Unreachable.explain(
            failed(null),
            URI.create("https://chat.example/api/chat"),
            Duration.ofSeconds(5),
            Quote.plain());

    assertThat(finding.observed())
        .isEqualTo("time-out: no connection to chat.example:443 within 5000 ms");
    assertThat(finding.fix()).contains("firewall");
  }

  @Test
  void anUnforeseenFailureIsQuoted() {
    Finding finding =
        Unreachable.explain(
            failed(new IOException("odd\nthing")),
            URI.create("http://[::1]/api/chat"),
            Duration.ofSeconds(5),
            Quote.plain());

    assertThat(finding.observed())
        .isEqualTo("no answer from [::1]:80: \"java.io.IOException: odd␊thing\"");
  }
}
