package chatload.settings;

import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Certificates of authorities that are trusted beside those that Java knows: PEM or DER, or a trust
 * store (PKCS12, JKS) without a password or with Java's usual one.
 */
final class AuthorityFile {

  /** Bytes; the list of all public authorities has a quarter of that. */
  private static final int MOST = 1024 * 1024;

  private static final List<String> PASSWORDS = List.of("changeit", "");
  private static final String HINT =
      "Give a PEM file with the certificates of the authorities, such as keytool -exportcert -rfc"
          + " or openssl x509 write.";

  private AuthorityFile() {}

  /**
   * At least one certificate.
   *
   * @throws UserError with exit code 2 if the file can't be read or holds none
   */
  static List<X509Certificate> read(Given given) {
    String file = "the file that " + given.origin() + " names";
    byte[] bytes = bytes(given, file);
    List<X509Certificate> certificates = new ArrayList<>(inCertificates(bytes));
    if (certificates.isEmpty()) {
      certificates.addAll(inStore(bytes, file));
    }
    if (certificates.isEmpty()) {
      throw UserError.usage(file + " holds no certificate that can be read", HINT);
    }
    return List.copyOf(certificates);
  }

  static byte[] bytes(Given given, String file) {
    try {
      Path path = Path.of(given.value());
      if (Files.isRegularFile(path) && Files.size(path) <= MOST) {
        return Files.readAllBytes(path);
      }
    } catch (IOException | InvalidPathException e) {
      // answered below, together with what is no file
    }
    throw UserError.usage(
        file + " can't be read", "Give the path of a file of at most 1 MiB that you may read.");
  }

  private static List<X509Certificate> inCertificates(byte[] bytes) {
    try {
      return x509(
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes)));
    } catch (GeneralSecurityException e) {
      return List.of(); // a trust store, or nothing of the kind
    }
  }

  private static List<X509Certificate> inStore(byte[] bytes, String file) {
    for (String password : PASSWORDS) {
      for (String type : List.of("PKCS12", "JKS")) {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
          KeyStore store = KeyStore.getInstance(type);
          store.load(in, password.toCharArray());
          return inStore(store, file);
        } catch (GeneralSecurityException | IOException e) {
          // another type, or another password
        }
      }
    }
    return List.of();
  }

  private static List<X509Certificate> inStore(KeyStore store, String file)
      throws GeneralSecurityException {
    List<Certificate> trusted = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isCertificateEntry(alias)) {
        trusted.add(store.getCertificate(alias));
      }
    }
    if (trusted.isEmpty()) {
      throw UserError.usage(
          file
              + " is a key store in which no certificate is marked as trusted"
              + " (openssl pkcs12 -export makes such files)",
          HINT);
    }
    return x509(trusted);
  }

  private static List<X509Certificate> x509(Iterable<? extends Certificate> all) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Certificate certificate : all) {
      if (certificate instanceof X509Certificate x509) {
        certificates.add(x509);
      }
    }
    return certificates;
  }
}
