package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.reach.Reach;
import chatload.tool.UserError;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachSettingsTest {

  private static final String SECRET = "a-load-test-secret-of-more-than-32-bytes";

  @TempDir Path dir;

  private final X509Bundle mine;
  private final X509Bundle other;

  ReachSettingsTest() throws Exception {
    CertificateBuilder builder =
        new CertificateBuilder().ecp256().subject("CN=me").setIsCertificateAuthority(true);
    mine = builder.buildSelfSigned();
    other = builder.buildSelfSigned();
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  private static Settings settings(Map<Setting, String> more, Map<String, String> variables) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, "https://chat.example/api/chat");
    flags.put(Setting.SECRET, SECRET);
    flags.putAll(more);
    return SettingsTest.settings(flags, Map.of(), variables);
  }

  private static void assertRefused(Map<Setting, String> flags, String why) {
    assertThatThrownBy(() -> settings(flags, Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  @Test
  void everyProcessOfTheJobGoesTheSameWay() throws Exception {
    Settings parent =
        settings(
            Map.of(
                Setting.PROXY,
                "socks5://proxy:9",
                Setting.CERT_FILE,
                file("cert", mine.getCertificatePathPEM()),
                Setting.KEY_FILE,
                file("key", mine.getPrivateKeyPEM())),
            Map.of("LOADTEST_PROXY_CREDENTIAL", "me:hunter2hunter2"));

    Settings inForce =
        parent.inForce(
            parent.url().orElseThrow(), parent.credential().orElseThrow(), Optional.of("r"));
    var tokens = parent.tokens(parent.credential().orElseThrow(), Clock.systemUTC());
    Reach child =
        ChildSettings.read(ChildSettings.of(inForce, tokens)).orElseThrow().client().reach();

    assertThat(child.proxyWords()).isEqualTo("socks5://proxy:9");
    assertThat(child.proxy().credential().reveal()).isEqualTo("me:hunter2hunter2");
    assertThat(child.certificate()).isEqualTo(parent.client().reach().certificate());
    assertThat(child.certificateWords()).matches("certificate [0-9a-f]{16}");
    assertThat(tokens.redaction().of("no hunter2hunter2")).isEqualTo("no (secret)");
  }

  @Test
  void theEnvironmentHasNoSayUnlessItIsAsked() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy:1");
    assertThat(settings(Map.of(), variables).client().reach()).isEqualTo(Reach.DIRECT);
    assertThat(settings(Map.of(Setting.PROXY, "none"), variables).client().isProxied()).isFalse();
    assertThat(settings(Map.of(Setting.PROXY, "env"), variables).client().reach().proxyWords())
        .isEqualTo("http://proxy:1");
  }

  @Test
  void whatAProxyAsksForComesFromAFileToo() throws Exception {
    String file = file("proxy", "me:hunter2hunter2\n");
    Map<Setting, String> flags =
        Map.of(Setting.PROXY, "http://proxy:9", Setting.PROXY_CREDENTIAL_FILE, file);
    Map<String, String> other = Map.of("LOADTEST_PROXY_CREDENTIAL", "not:this");
    assertThat(settings(flags, other).client().reach().proxy().credential().reveal())
        .isEqualTo("me:hunter2hunter2");
    assertRefused(Map.of(Setting.PROXY_CREDENTIAL_FILE, file), "no proxy");
  }

  @Test
  void theEmbeddedServiceIsReachedStraight() {
    Settings settings =
        SettingsTest.settings(Map.of(), Map.of(), Map.of("LOADTEST_PROXY", "http://proxy:1"));
    assertThat(settings.client().reach()).isEqualTo(Reach.DIRECT);
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() throws Exception {
    String cert = file("cert", mine.getCertificatePathPEM());
    String key = file("key", mine.getPrivateKeyPEM());
    String otherKey = file("other", other.getPrivateKeyPEM());
    assertRefused(Map.of(Setting.CERT_FILE, cert, Setting.KEY_FILE, otherKey), "is not that of");
    assertRefused(Map.of(Setting.CERT_FILE, key, Setting.KEY_FILE, key), "holds no certificate");
    assertRefused(Map.of(Setting.CERT_FILE, cert, Setting.KEY_FILE, cert), "is a certificate");
    assertRefused(Map.of(Setting.CERT_FILE, cert), "is no PKCS12 file");
    assertRefused(Map.of(Setting.KEY_FILE, key), "no certificate");
    assertRefused(Map.of(Setting.PROXY, "http://p", Setting.HTTP2, "true"), "HTTP/2");
  }
}
