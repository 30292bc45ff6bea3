package chatload.load.client;

import chatload.settings.ClientSettings;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates are accepted: those of the authorities that come with this Java, and those
 * that the settings name. System properties and configuration files have no say.
 *
 * @param managers what decides about a certificate
 * @param isVerifying whether it refuses any
 * @param words whom it trusts, for the evidence
 */
public record Trust(TrustManagerFactory managers, boolean isVerifying, String words) {

  /** Java's usual password; its list of authorities is no secret. */
  private static final char[] PASSWORD = "changeit".toCharArray();

  public static Trust of(ClientSettings settings) {
    if (settings.tlsInsecure()) {
      return new Trust(InsecureTrustManagerFactory.INSTANCE, false, "anybody");
    }
    try {
      KeyStore store = authoritiesOfJava();
      String words = "the " + store.size() + " authorities of Java";
      for (X509Certificate certificate : settings.authorities()) {
        String hash = sha256(certificate);
        store.setCertificateEntry("given-" + hash, certificate);
        words += ", certificate " + hash.substring(0, 16);
      }
      TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(store);
      return new Trust(managers, true, words);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java can't check certificates", e);
    }
  }

  /** Not the default of {@link TrustManagerFactory}, which system properties change. */
  private static KeyStore authoritiesOfJava() throws GeneralSecurityException, IOException {
    Path directory = Path.of(System.getProperty("java.home"), "lib", "security");
    for (String name : List.of("jssecacerts", "cacerts")) {
      File file = directory.resolve(name).toFile();
      if (Files.isReadable(file.toPath())) {
        return KeyStore.getInstance(file, PASSWORD);
      }
    }
    KeyStore none = KeyStore.getInstance("PKCS12");
    none.load(null, null);
    return none;
  }

  private static String sha256(X509Certificate certificate) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }
}
