package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.settings.ClientSettings;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnIdleMachine
class TlsTest {
  private static TestCertificates certificates;

  @BeforeAll
  static void make(@TempDir Path directory) throws Exception {
    certificates = new TestCertificates(directory);
  }

  private static StubService serviceWith(Certificate certificate) throws Exception {
    return StubService.startTls(certificates.serverWith(certificate));
  }

  private static PreflightReport run(StubService service, boolean tlsInsecure)
      throws InterruptedException {
    return Targets.run(
        Targets.at(service.chatUrl(), Targets.IDENTITY, tlsInsecure, Duration.ofSeconds(5)));
  }

  private static PreflightReport runTrusting(Certificate certificate, StubService service)
      throws Exception {
    ClientSettings usual = ClientSettings.defaults();
    return Targets.run(
        Targets.at(
            service.chatUrl(),
            Targets.IDENTITY,
            new ClientSettings(
                false,
                List.of((X509Certificate) certificate),
                usual.http2(),
                usual.acceptEncoding(),
                usual.headers()),
            Duration.ofSeconds(5),
            Duration.ZERO));
  }

  private static void assertRefused(PreflightReport report, StubService service, String why) {
    assertThat(report.passed()).isFalse();
    assertThat(report.checks().get(0).observed()).startsWith(why);
    assertThat(report.checks().get(0).fix()).contains("--tls-insecure", "has seen the token");
    assertThat(service.received).isEmpty();
  }

  @Test
  void aTrustedCertificateForTheHostIsAccepted() throws Exception {
    try (StubService service = serviceWith(certificates.selfSigned)) {
      assertThat(runTrusting(certificates.selfSigned, service).passed()).isTrue();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedUnlessEverythingIsAccepted() throws Exception {
    try (StubService service = serviceWith(certificates.selfSigned)) {
      assertRefused(run(service, false), service, "certificate not trusted: the one of 127.0.0.1:");

      assertThat(run(service, true).passed()).isTrue();
    }
  }

  @Test
  void aCertificateForAnotherHostIsRefusedUnlessEverythingIsAccepted() throws Exception {
    try (StubService service = serviceWith(certificates.otherHost)) {
      assertRefused(
          runTrusting(certificates.otherHost, service),
          service,
          "host name mismatch: the certificate of 127.0.0.1:");

      assertThat(run(service, true).passed()).isTrue();
    }
  }

  @Test
  void anExpiredCertificateIsRefusedUnlessEverythingIsAccepted() throws Exception {
    try (StubService service = serviceWith(certificates.expired)) {
      assertRefused(
          runTrusting(certificates.authority, service),
          service,
          "expired certificate: the one of 127.0.0.1:");

      assertThat(run(service, true).passed()).isTrue();
    }
  }
}
