package chatload.faults;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;

/** Certificates of an authority that this JVM trusts, and others. */
final class Certificates {

  private static final String PASSWORD = "changeit";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";

  private final X509Bundle authority;

  private Certificates(X509Bundle authority) {
    this.authority = authority;
  }

  /** Makes this JVM trust a new authority, and no other, until {@link #forget}. */
  static Certificates trusted(Path directory) throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", authority.getCertificate());
    Path file = directory.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    System.setProperty(TRUST_STORE, file.toString());
    System.setProperty(TRUST_STORE + "Password", PASSWORD);
    return new Certificates(authority);
  }

  static void forget() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE + "Password");
  }

  /** What a certificate is like. */
  enum Kind {
    GOOD,
    EXPIRED,
    OTHER_HOST,
    SELF_SIGNED
  }

  /** For a server that shows such a certificate and offers these protocols. */
  SslContext server(Kind kind, String... protocols) {
    try {
      Instant now = Instant.now();
      CertificateBuilder builder =
          new CertificateBuilder()
              .ecp256()
              .subject("CN=service")
              .notBefore(now.minus(Duration.ofDays(20)))
              .notAfter(now.plus(Duration.ofDays(kind == Kind.EXPIRED ? -10 : 20)));
      if (kind == Kind.OTHER_HOST) {
        builder.addSanDnsName("other.example");
      } else {
        builder.addSanIpAddress("127.0.0.1").addSanDnsName("service.example");
      }
      X509Bundle bundle =
          kind == Kind.SELF_SIGNED
              ? builder.setIsCertificateAuthority(true).buildSelfSigned()
              : builder.buildIssuedBy(authority);
      return SslContextBuilder.forServer(bundle.toKeyManagerFactory())
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  Protocol.ALPN,
                  SelectorFailureBehavior.NO_ADVERTISE,
                  SelectedListenerFailureBehavior.ACCEPT,
                  protocols))
          .build();
    } catch (Exception e) {
      throw new IllegalStateException("no certificate that is " + kind, e);
    }
  }
}
