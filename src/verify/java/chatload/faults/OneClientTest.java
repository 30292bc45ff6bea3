package chatload.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatload.OnIdleMachine;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.settings.Setting;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/**
 * Preflight and load are the same client with the same requests: over real sockets, both of them
 * against services that look closely at who asks, and at how.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@OnIdleMachine
class OneClientTest extends PreflightAndLoad {

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
    var seen = new ConcurrentLinkedQueue<Map<String, List<String>>>();
    HttpServer proxy =
        serve(
            InetAddress.getLoopbackAddress(),
            exchange -> {
              if (exchange.getRequestHeaders().containsKey("authorization")) {
                seen.add(new TreeMap<>(exchange.getRequestHeaders()));
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
        List<String> eachHasItsOwn =
            List.of("X-trace-id", "Traceparent", "Authorization", "Content-length");
        headers.keySet().removeAll(eachHasItsOwn);
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
