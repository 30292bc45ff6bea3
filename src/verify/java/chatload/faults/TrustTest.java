package chatload.faults;

import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_1_1;
import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_2;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.faults.Certificates.Kind;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.settings.Setting;
import com.typesafe.config.ConfigFactory;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom preflight and load trust, and that the evidence says so. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@OnIdleMachine
class TrustTest extends PreflightAndLoad {

  private TlsFront front(Kind kind, String... protocols) {
    return new TlsFront(target.chatUrl(), certificates.server(kind, protocols), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gatling.ssl.useInsecureTrustManager=true",
        "gatling.http.enableHostnameVerification=false",
        "tlsInsecure=true",
        "javax.net.ssl.trustStore=nonsense",
        "config.trace=loads"
      })
  void nothingButTheSettingsDecidesWhomIsTrusted(String property) throws Exception {
    String[] nameAndValue = property.split("=");
    System.setProperty(nameAndValue[0], nameAndValue[1]);
    ConfigFactory.invalidateCaches();
    try (TlsFront front = front(Kind.SELF_SIGNED, HTTP_1_1)) {
      Both both = both(front.chatUrl());

      assertThat(both.health().observed()).startsWith("certificate not trusted");
      assertThat(both.chats())
          .allSatisfy(chat -> assertThat(chat.outcome()).isEqualTo(Outcome.CONNECT_ERROR));
      assertThat(both.manifest().target().tlsVerified()).isTrue();
      assertThat(target.journal().posts()).isZero();
    } finally {
      System.clearProperty(nameAndValue[0]);
      ConfigFactory.invalidateCaches();
    }
  }

  @Test
  void whoAcceptsEverybodyHasItInTheEvidence() throws Exception {
    try (TlsFront front = front(Kind.SELF_SIGNED, HTTP_1_1)) {
      Both both = both(front.chatUrl(), Map.of(Setting.TLS_INSECURE, "true"));

      both.requireOk();
      assertThat(both.manifest().target().tlsVerified()).isFalse();
      assertThat(both.manifest().target().connection().trusted()).isEqualTo("anybody");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAuthorityOfOnesOwnIsTrustedAndInTheEvidence(boolean http2) throws Exception {
    try (TlsFront front = front(Kind.GOOD, HTTP_2, HTTP_1_1)) {
      Both both =
          both(
              front.chatUrl(),
              Map.of(
                  Setting.CA_FILE,
                  certificates.caFile().toString(),
                  Setting.HTTP2,
                  Boolean.toString(http2)));

      both.requireOk();
      RunManifest.Target inForce = both.manifest().target();
      assertThat(inForce.tlsVerified()).isTrue();
      assertThat(inForce.connection().httpVersions())
          .containsExactly(http2 ? "HTTP/2" : "HTTP/1.1");
      assertThat(inForce.connection().tlsVersions()).containsExactly("TLSv1.3");
      assertThat(inForce.connection().addressFamilies()).containsExactly("IPv4");
      assertThat(inForce.connection().trusted()).contains("authorities of Java, certificate ");
    }
  }

  @Test
  void aServiceThatSpeaksOnlyHttp2IsSpokenToInIt() throws Exception {
    try (TlsFront front = front(Kind.GOOD, HTTP_2)) {
      both(
              front.chatUrl(),
              Map.of(Setting.CA_FILE, certificates.caFile().toString(), Setting.HTTP2, "true"))
          .requireOk();
    }
  }

  @Test
  void aServiceThatWantsAClientCertificateIsNamed() throws Exception {
    var bundle =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=service")
            .addSanIpAddress("127.0.0.1")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Path ca = Files.writeString(directory.resolve("own.pem"), bundle.getCertificatePEM());
    var tls =
        SslContextBuilder.forServer(bundle.toKeyManagerFactory())
            .clientAuth(ClientAuth.REQUIRE)
            .trustManager(bundle.toTrustManagerFactory())
            .build();
    try (TlsFront front = new TlsFront(target.chatUrl(), tls, Optional.empty())) {
      Both both = both(front.chatUrl(), Map.of(Setting.CA_FILE, ca.toString()));

      assertThat(both.health().observed()).startsWith("a client certificate is asked for");
      assertThat(both.chats().get(0).outcome()).isEqualTo(Outcome.CONNECT_ERROR);
    }
  }
}
