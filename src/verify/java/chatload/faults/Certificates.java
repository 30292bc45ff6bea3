package chatload.faults;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Certificates of an authority of our own, and others. */
public final class Certificates {

  private final X509Bundle authority;
  private final Path caFile;

  private Certificates(X509Bundle authority, Path caFile) {
    this.authority = authority;
    this.caFile = caFile;
  }

  /** Of a new authority. */
  public static Certificates in(Path directory) throws Exception {
    X509Bundle authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Path file = Files.writeString(directory.resolve("ca.pem"), authority.getCertificatePEM());
    return new Certificates(authority, file);
  }

  /** For whoever is to trust the authority. */
  public Path caFile() {
    return caFile;
  }

  /** What a certificate is like. */
  public enum Kind {
    GOOD,
    EXPIRED,
    OTHER_HOST,
    SELF_SIGNED
  }

  /** For a server that shows such a certificate and offers these protocols. */
  public SslContext server(Kind kind, String... protocols) {
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
