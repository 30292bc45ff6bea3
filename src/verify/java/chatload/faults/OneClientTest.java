package chatload.faults;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_1_1;
import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.faults.Certificates.Kind;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.load.ChatRun;
import chatload.load.engine.NestedRun;
import chatload.load.preflight.PreflightClient;
import chatload.preflight.Preflight;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightReport;
import chatload.preflight.PreflightTarget;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.settings.Setting;
import chatload.settings.Settings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.typesafe.config.ConfigFactory;
import io.gatling.javaapi.core.Simulation;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/**
 * Preflight and load are the same client with the same requests: over real sockets, both of them
 * against services that look closely at who asks, and at how.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OneClientTest {

  private static final Secret SECRET = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());

  /** For {@link Chats}, which only Gatling can instantiate. */
  private static Settings settings;

  @TempDir private Path directory;
  private final EmbeddedTarget target = EmbeddedTarget.start(TargetConfig.defaults(SECRET));
  private Certificates certificates;

  @BeforeEach
  void make() throws Exception {
    certificates = Certificates.in(directory);
  }

  @AfterEach
  void stop() {
    target.close();
  }

  /** Two chats of one user. */
  public static final class Chats extends Simulation {
    private final ChatRun run = ChatRun.of(settings, "smoke");

    {
      setUp(
          scenario("chats").exec(run.chats()).injectOpen(atOnceUsers(1)).protocols(run.protocol()));
    }

    @Override
    public void before() {
      run.before();
    }

    @Override
    public void after() {
      run.after();
    }
  }

  /** What both made of a service. */
  private record Both(PreflightReport preflight, List<ChatRecord> chats, RunManifest manifest) {

    PreflightCheck health() {
      return preflight.checks().get(0);
    }

    void requireOk() {
      assertThat(preflight.passed()).as(preflight.toString()).isTrue();
      assertThat(chats)
          .hasSize(2)
          .allSatisfy(chat -> assertThat(chat.outcome()).as(chat.error()).isEqualTo(Outcome.OK));
    }
  }

  private Both both(URI url) throws Exception {
    return both(url, Map.of());
  }

  private Both both(URI url, Map<Setting, String> more) throws Exception {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, url.toString());
    flags.put(Setting.WAIT, "0");
    flags.put(Setting.WARM_UP_SECONDS, "0");
    flags.put(Setting.REPORT_DIR, directory.resolve("report").toString());
    flags.put(Setting.SET, "smoke.requests=2,smoke.concurrency=1,smoke.timeoutMs=3000");
    flags.putAll(more);
    settings = Settings.of(flags, new Properties(), Map.of("AUTH_JWT_SECRET", SECRET.reveal()));
    PreflightTarget checked =
        PreflightTarget.of(
            settings.url().orElseThrow(),
            settings,
            TokenSource.of(
                settings.credential().orElseThrow(), settings.identity(), Clock.systemUTC()),
            Clock.systemUTC());
    PreflightReport preflight;
    try (PreflightClient client = new PreflightClient(checked)) {
      preflight = Preflight.run(checked, client, line -> {});
    }
    NestedRun.of(Chats.class);
    ReportDir report = new ReportDir(settings.reportDir().orElseThrow());
    List<ChatRecord> chats =
        Files.readAllLines(report.chats("smoke")).stream().map(OneClientTest::record).toList();
    RunManifest manifest =
        Json.MAPPER.readValue(
            Files.readAllBytes(report.raw().resolve("smoke-run.json")), RunManifest.class);
    return new Both(preflight, chats, manifest);
  }

  private static ChatRecord record(String line) {
    try {
      return Json.MAPPER.readValue(line, ChatRecord.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

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

  private static HttpServer serve(InetAddress address, HttpHandler handler) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    server.createContext("/", handler);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return server;
  }

  /** Passes requests on, and answers back, without any of the answer's headers. */
  private void proxy(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.chatUrl().resolve(exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      String token = exchange.getRequestHeaders().getFirst("authorization");
      if (token != null) {
        request.header("authorization", token);
      }
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("server", "nginx");
      exchange
          .getResponseHeaders()
          .set("content-type", response.headers().firstValue("content-type").orElse("text/plain"));
      exchange.sendResponseHeaders(response.statusCode(), 0);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theEmbeddedServiceIsRecognisedBehindAProxyThatRewritesEveryHeader() throws Exception {
    HttpServer proxy = serve(InetAddress.getLoopbackAddress(), this::proxy);
    try {
      Both both =
          both(URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/api/chat"));

      both.requireOk();
      assertThat(both.preflight().targetKind()).isEqualTo("embedded");
      assertThat(both.manifest().target().isEmbedded()).isTrue();
    } finally {
      proxy.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "[::1]"})
  void aServiceOnAnAddressOfVersionSixIsFound(String host) throws Exception {
    InetAddress six = InetAddress.getByName("::1");
    assumeTrue(List.of(InetAddress.getAllByName(host)).contains(six), host + " has no ::1 here");
    HttpServer proxy;
    try {
      proxy = serve(six, this::proxy);
    } catch (IOException e) {
      throw new TestAbortedException("no IPv6 here", e);
    }
    try {
      int port = proxy.getAddress().getPort();
      Both both = both(URI.create("http://" + host + ":" + port + "/api/chat"));

      both.requireOk();
      assertThat(both.manifest().target().connection().addressFamilies()).containsExactly("IPv6");
    } finally {
      proxy.stop(0);
    }
  }

  @Test
  void whatStandsBeforeTheServiceIsNamedByBoth() throws Exception {
    HttpServer wall =
        serve(
            InetAddress.getLoopbackAddress(),
            exchange -> {
              byte[] page = "<title>Authentication Required</title>".getBytes("US-ASCII");
              exchange.getResponseHeaders().set("server", "Vercel");
              exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
              exchange.sendResponseHeaders(401, page.length);
              exchange.getResponseBody().write(page);
              exchange.close();
            });
    try {
      Both both = both(URI.create("http://127.0.0.1:" + wall.getAddress().getPort() + "/api/chat"));

      assertThat(both.preflight().checks())
          .allSatisfy(
              check ->
                  assertThat(check.fix())
                      .contains("the deployment protection of Vercel")
                      .doesNotContain("give the secret"));
      assertThat(both.chats())
          .allSatisfy(
              chat -> {
                assertThat(chat.outcome()).isEqualTo(Outcome.AUTH_ERROR);
                assertThat(chat.cause()).isEqualTo(Cause.NETWORK);
                assertThat(chat.error()).contains("the deployment protection of Vercel");
              });
    } finally {
      wall.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, deflate, br", "identity"})
  void bothSendTheSameHeadersAndTheEvidenceHasThem(String acceptEncoding) throws Exception {
    var seen = new java.util.concurrent.ConcurrentLinkedQueue<Map<String, List<String>>>();
    HttpServer proxy =
        serve(
            InetAddress.getLoopbackAddress(),
            exchange -> {
              if (exchange.getRequestHeaders().containsKey("authorization")) {
                seen.add(new java.util.TreeMap<>(exchange.getRequestHeaders()));
              }
              proxy(exchange);
            });
    try {
      Both both =
          both(
              URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/api/chat"),
              Map.of(Setting.ACCEPT_ENCODING, acceptEncoding));

      both.requireOk();
      assertThat(seen).hasSize(4);
      for (Map<String, List<String>> headers : seen) {
        headers.keySet().removeAll(List.of("X-trace-id", "Authorization", "Content-length"));
      }
      assertThat(List.copyOf(seen)).containsOnly(seen.peek());
      assertThat(seen.peek().get("Accept")).containsExactly("text/event-stream");
      assertThat(both.manifest().target().connection().acceptEncoding())
          .containsExactly(acceptEncoding);
      assertThat(both.manifest().target().connection().userAgent().get(0)).startsWith("chatload/");
    } finally {
      proxy.stop(0);
    }
  }
}
