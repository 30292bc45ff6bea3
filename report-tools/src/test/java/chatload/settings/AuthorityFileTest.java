package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityFileTest {

  @TempDir Path directory;
  private X509Bundle authority;

  @BeforeEach
  void make() throws Exception {
    authority =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
  }

  private static List<X509Certificate> read(Path file) {
    return Settings.of(Map.of(Setting.CA_FILE, file.toString()), new Properties(), Map.of())
        .client()
        .authorities();
  }

  @Test
  void pemAndDerAreRead() throws Exception {
    String pem = authority.getCertificatePEM();
    Path twice = Files.writeString(directory.resolve("ca.pem"), pem + pem);
    Path der = Files.write(directory.resolve("ca.der"), authority.getCertificate().getEncoded());

    assertThat(read(twice)).hasSize(2).containsOnly(authority.getCertificate());
    assertThat(read(der)).containsExactly(authority.getCertificate());
  }

  @ParameterizedTest
  @CsvSource({"PKCS12, changeit", "PKCS12, ''", "JKS, changeit"})
  void aTrustStoreIsReadWithItsUsualPasswordOrNone(String type, String password) throws Exception {
    Path file = directory.resolve("store");
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setCertificateEntry("authority", authority.getCertificate());
    save(store, file, password);

    assertThat(read(file)).containsExactly(authority.getCertificate());
  }

  @Test
  void aKeyStoreWithoutATrustedCertificateIsNamed() throws Exception {
    Path file = directory.resolve("store");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = "changeit".toCharArray();
    Certificate[] chain = {authority.getCertificate()};
    store.setKeyEntry("key", authority.getKeyPair().getPrivate(), password, chain);
    save(store, file, "changeit");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no certificate is marked as trusted");
  }

  @Test
  void whatIsNoCertificateIsRefusedWithoutBeingShown() throws Exception {
    Path text = Files.writeString(directory.resolve("secret"), "hunter2");

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--ca-file")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> read(directory)).isInstanceOf(UserError.class);
  }

  private static void save(KeyStore store, Path file, String password) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
  }
}
