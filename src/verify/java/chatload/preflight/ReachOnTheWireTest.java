package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.TokenSource;
import chatload.settings.Setting;
import chatload.settings.Settings;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Through proxies, and with a certificate of our own, a target is reached or the reason is said.
 */
@Timeout(60)
class ReachOnTheWireTest {

  private static final char[] PASSWORD = "keys-of-a-test".toCharArray();
  private static final String CREDENTIAL = "me:pRoxy-Passw0rd";

  @TempDir static Path directory;

  private X509Bundle authority;
  private X509Bundle client;
  private X509Bundle proxyCertificate;
  private HttpsServer service;

  @BeforeEach
  void start() throws Exception {
    CertificateBuilder builder = new CertificateBuilder().ecp256();
    authority =
        builder.copy().subject("CN=authority").setIsCertificateAuthority(true).buildSelfSigned();
    client = builder.copy().subject("CN=load").buildIssuedBy(authority);
    proxyCertificate =
        builder.copy().subject("CN=p").addSanIpAddress("127.0.0.1").buildIssuedBy(authority);
    X509Bundle server =
        builder.copy().subject("CN=s").addSanDnsName("chat.example").buildIssuedBy(authority);
    service = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("content-type", "text/plain");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("Hi".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    service.setHttpsConfigurator(configurator(server));
    service.start();
  }

  private SSLContext withTls(X509Bundle server) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("s", server.getKeyPair().getPrivate(), PASSWORD, server.getCertificatePath());
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", authority.getCertificate());
    TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  private HttpsConfigurator configurator(X509Bundle server) throws Exception {
    SSLContext context = withTls(server);
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters all = context.getDefaultSSLParameters();
        all.setNeedClientAuth(true);
        parameters.setSSLParameters(all);
      }
    };
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private static Path file(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }

  private PreflightReport run(String url, Map<Setting, String> more, Map<String, String> variables)
      throws Exception {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, url);
    flags.put(Setting.PROTOCOL, "text");
    flags.put(Setting.WAIT, "0");
    flags.put(Setting.CA_FILE, file("ca.pem", authority.getCertificatePEM()).toString());
    flags.putAll(more);
    Settings settings = Settings.of(flags, new Properties(), variables);
    TokenSource tokens = settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC());
    return Targets.run(
        PreflightTarget.of(settings.url().orElseThrow(), settings, tokens, Clock.systemUTC()));
  }

  private Map<Setting, String> inPem() throws Exception {
    String path = client.getCertificatePathPEM();
    return new EnumMap<>(
        Map.of(
            Setting.CERT_FILE,
            file("cert.pem", path).toString(),
            Setting.KEY_FILE,
            file("key.pem", client.getPrivateKeyPEM()).toString()));
  }

  /** By a name that only the proxy knows the address of. */
  private String service() {
    return "https://chat.example:" + service.getAddress().getPort() + "/chat";
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https", "socks4", "socks5"})
  void aProxyThatWantsAPasswordLeadsToAServiceThatWantsACertificate(String scheme)
      throws Exception {
    ServerSocketFactory sockets =
        scheme.equals("https")
            ? withTls(proxyCertificate).getServerSocketFactory()
            : ServerSocketFactory.getDefault();
    try (TestProxy proxy = TestProxy.start(sockets, CREDENTIAL, service.getAddress())) {
      Map<Setting, String> flags = inPem();
      flags.put(Setting.PROXY, scheme + "://127.0.0.1:" + proxy.port());

      PreflightReport report =
          run(service(), flags, Map.of("LOADTEST_PROXY_CREDENTIAL", CREDENTIAL));

      assertThat(report.passed()).as(report.toString()).isTrue();
      assertThat(proxy.asked()).contains(service().replaceAll("https://|/chat", ""));
    }
  }

  @Test
  void theEnvironmentIsAskedOnlyWhereItIsSaidAndNamesWhatIsExcepted() throws Exception {
    try (TestProxy proxy = TestProxy.start(CREDENTIAL, service.getAddress())) {
      Map<Setting, String> flags = inPem();
      flags.put(Setting.PROXY, "env");
      String url = "http://" + CREDENTIAL + "@127.0.0.1:" + proxy.port();
      Map<String, String> variables = Map.of("HTTPS_PROXY", url);

      assertThat(run(service(), flags, variables).passed()).isTrue();
      assertThat(run(service(), inPem(), variables).checks().get(0).observed())
          .startsWith("unknown host");
      assertThat(
              run(service(), flags, Map.of("HTTPS_PROXY", url, "NO_PROXY", "a, .example"))
                  .checks()
                  .get(0)
                  .observed())
          .startsWith("unknown host");
    }
  }

  @Test
  void withoutTlsTheProxyGetsTheWholeUrlAndThePassword() throws Exception {
    try (StubService proxy = StubService.start()) {
      proxy.answering(Probe.WITHOUT_TOKEN, StubService.answer(200, "text/plain", "Hi"));
      Map<Setting, String> flags = new EnumMap<>(Setting.class);
      flags.put(Setting.PROXY, "127.0.0.1:" + proxy.chatUrl().getPort());

      PreflightReport report =
          run("http://chat.example/c?d=e", flags, Map.of("LOADTEST_PROXY_CREDENTIAL", CREDENTIAL));

      assertThat(report.passed()).as(report.toString()).isTrue();
      StubService.Received chat = proxy.received.get(0);
      assertThat(chat.uri()).hasToString("http://chat.example/c?d=e");
      assertThat(chat.header("host")).isEqualTo("chat.example");
      assertThat(chat.header("proxy-authorization")).startsWith("Basic ");
    }
  }

  @Test
  void aProxyThatRefusesIsNamedAndItsPasswordIsNot() throws Exception {
    try (TestProxy proxy = TestProxy.start("some:thing-else", service.getAddress())) {
      Map<Setting, String> flags = inPem();
      flags.put(Setting.PROXY, "http://127.0.0.1:" + proxy.port());

      PreflightReport report =
          run(service(), flags, Map.of("LOADTEST_PROXY_CREDENTIAL", CREDENTIAL));

      assertThat(report.checks().get(0).observed())
          .startsWith("the proxy did not connect to chat.example:")
          .contains("407")
          .doesNotContain("pRoxy");
      assertThat(report.checks().get(0).fix()).contains("LOADTEST_PROXY_CREDENTIAL");
    }
  }

  @Test
  void aCertificateInPkcs12DoesToo() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("c", client.getKeyPair().getPrivate(), PASSWORD, client.getCertificatePath());
    Path file = directory.resolve("client.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    try (TestProxy proxy = TestProxy.start(null, service.getAddress())) {
      PreflightReport report =
          run(
              service(),
              Map.of(
                  Setting.CERT_FILE,
                  file.toString(),
                  Setting.PROXY,
                  "http://127.0.0.1:" + proxy.port()),
              Map.of("LOADTEST_CERT_PASSWORD", String.valueOf(PASSWORD)));
      assertThat(report.passed()).as(report.toString()).isTrue();
    }
  }

  @Test
  void withoutACertificateTheReasonIsSaid() throws Exception {
    try (TestProxy proxy = TestProxy.start(null, service.getAddress())) {
      Map<Setting, String> flags = new EnumMap<>(Setting.class);
      flags.put(Setting.PROXY, "http://127.0.0.1:" + proxy.port());

      assertThat(run(service(), flags, Map.of()).checks().get(0).fix()).contains("--cert-file");
    }
  }
}
