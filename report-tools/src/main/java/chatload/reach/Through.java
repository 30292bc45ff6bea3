package chatload.reach;

import chatload.auth.Secret;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** How the target is reached, in types that JSON has. */
public record Through(
    Proxy.Kind kind,
    String host,
    int port,
    String credential,
    byte[] key,
    String keyAlgorithm,
    List<byte[]> chain) {

  public static Through of(Reach reach) {
    Proxy proxy = reach.proxy();
    ClientCertificate certificate = reach.certificate();
    return new Through(
        proxy == null ? null : proxy.kind(),
        proxy == null ? null : proxy.host(),
        proxy == null ? 0 : proxy.port(),
        proxy == null || proxy.credential() == null ? null : proxy.credential().reveal(),
        certificate == null ? null : certificate.key().getEncoded(),
        certificate == null ? null : certificate.key().getAlgorithm(),
        certificate == null ? null : certificate.chain().stream().map(Through::encoded).toList());
  }

  public Reach reach() {
    Proxy proxy =
        kind == null
            ? null
            : new Proxy(kind, host, port, credential == null ? null : new Secret(credential));
    return new Reach(
        proxy,
        key == null
            ? null
            : ClientCertificate.of(
                key, keyAlgorithm, chain.stream().map(Through::certificate).toList()));
  }

  public static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  public static X509Certificate certificate(byte[] bytes) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("no certificate", e);
    }
  }
}
