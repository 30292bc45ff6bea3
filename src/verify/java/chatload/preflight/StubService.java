package chatload.preflight;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A healthy chat service on 127.0.0.1 whose answers can be replaced one by one. */
final class StubService implements AutoCloseable {
  static final String REFUSAL =
      "{\"error\":\"Unauthorized request. Provide a valid JWT bearer token.\"}";
  static final String REPLY =
      """
      event: meta
      data: {"traceId":"t"}

      event: token
      data: {"text":"已记录：你偏好高铁出行。之后我会优先为你"}

      event: token
      data: {"text":"推荐高铁方案。"}

      event: done
      data: {"traceId":"t","retrievedCount":0,"persistedCount":2,"action":null}

      """;

  /** Answers one request. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** What arrived. */
  record Received(String method, URI uri, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse(null);
    }
  }

  final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<Probe, Answer> answers = new EnumMap<>(Probe.class);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private StubService(HttpServer server) {
    this.server = server;
    answers.put(Probe.HEALTH, json(200, "{\"status\":\"ok\"}"));
    answers.put(Probe.WITHOUT_TOKEN, json(401, REFUSAL));
    answers.put(Probe.IDENTITY_HEADERS_ONLY, json(401, REFUSAL));
    answers.put(Probe.FORGED_TOKEN, json(401, REFUSAL));
    answers.put(Probe.WITH_TOKEN, stream(REPLY));
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static StubService start() throws IOException {
    return new StubService(HttpServer.create(anyPort(), 0));
  }

  static StubService startTls(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new StubService(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  StubService answering(Probe probe, Answer answer) {
    answers.put(probe, answer);
    return this;
  }

  Answer answer(Probe probe) {
    return answers.get(probe);
  }

  URI chatUrl() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(
        scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/api/chat?region=eu");
  }

  static Answer json(int status, String body) {
    return answer(status, "application/json", body);
  }

  static Answer stream(String events) {
    return answer(200, "text/event-stream; charset=utf-8", events);
  }

  static Answer answer(int status, String contentType, String body) {
    return exchange -> {
      exchange.getResponseHeaders().set("content-type", contentType);
      exchange.sendResponseHeaders(status, 0);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      answers.get(probe(exchange)).to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Probe probe(HttpExchange exchange) {
    if (exchange.getRequestMethod().equals("GET")) {
      return Probe.HEALTH;
    }
    String authorization = exchange.getRequestHeaders().getFirst("authorization");
    if (authorization != null) {
      return isSigned(authorization) ? Probe.WITH_TOKEN : Probe.FORGED_TOKEN;
    }
    return exchange.getRequestHeaders().containsKey("x-tenant-id")
        ? Probe.IDENTITY_HEADERS_ONLY
        : Probe.WITHOUT_TOKEN;
  }

  private static boolean isSigned(String authorization) {
    return authorization.equals("Bearer " + Targets.TOKENS.token().reveal());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
