package chatload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.launch.Home;
import chatload.text.ShellWords;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command in an ASCII locale, started by a shell that has the bytes of UTF-8. */
@EnabledOnOs(OS.LINUX)
@OnIdleMachine
class LocaleTest {

  private static final String MESSAGE = "你好，ü? \ud83d\ude84";
  private static final String TENANT = "租户-ü";
  private static final String SECRET = "gr\u00fcn-0123456789-0123456789-0123456789-密";

  @TempDir private Path directory;

  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/api/chat", this::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  private void answer(HttpExchange chat) throws IOException {
    bodies.add(Json.MAPPER.readTree(chat.getRequestBody().readAllBytes()));
    tokens.add(chat.getRequestHeaders().getFirst("authorization").substring("Bearer ".length()));
    String trace = chat.getRequestHeaders().getFirst("x-trace-id");
    byte[] reply =
        ("event: meta\ndata: {\"traceId\":\""
                + trace
                + "\"}\n\nevent: token\ndata: {\"text\":\"hi\"}\n\nevent: done\ndata: {\"traceId\":\""
                + trace
                + "\"}\n\n")
            .getBytes(UTF_8);
    chat.getResponseHeaders().set("content-type", "text/event-stream");
    chat.getResponseHeaders().set("x-trace-id", trace);
    chat.sendResponseHeaders(200, 0);
    chat.getResponseBody().write(reply);
    chat.close();
  }

  @Test
  void textIsSentAsItWasGivenInAnyLocale() throws Exception {
    String output = loadtest("--message", MESSAGE, "--tenant-id", TENANT);

    assertThat(bodies).as(output).hasSize(2);
    assertThat(bodies).allMatch(body -> body.path("message").asText().equals(MESSAGE));
    Claims claims =
        Jwts.parser()
            .verifyWith(Keys.hmacShaKeyFor(SECRET.getBytes(UTF_8)))
            .build()
            .parseSignedClaims(tokens.get(0))
            .getPayload();
    assertThat(claims.get("tenantId", String.class)).isEqualTo(TENANT);
    JsonNode run = Json.MAPPER.readTree(directory.resolve("report/raw/smoke-run.json").toFile());
    assertThat(run.at("/config/message").asText()).isEqualTo(MESSAGE);
    assertThat(run.at("/config/tenantId").asText()).isEqualTo(TENANT);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws Exception {
    String output = loadtest("--message", "\u0001");

    assertThat(bodies).isEmpty();
    assertThat(output).contains("argument", "is not UTF-8 text").doesNotContain("\tat ");
  }

  /** U+0001 in an argument stands for a byte that UTF-8 can't have. */
  private String loadtest(String... more) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-D" + Home.PROPERTY + "=" + System.getProperty("user.dir")));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "chatload.Main"));
    line.addAll(List.of("scenarios", "--skip-preflight", "--profiles", "smoke"));
    line.addAll(List.of("--set", "smoke.requests=2", "--warm-up-seconds", "0"));
    line.addAll(List.of("--report-dir", directory.resolve("report").toString()));
    line.addAll(
        List.of("--url", "http://127.0.0.1:" + service.getAddress().getPort() + "/api/chat"));
    line.addAll(List.of(more));
    String script =
        "unset LANG LC_CTYPE JAVA_TOOL_OPTIONS; export LC_ALL=C AUTH_JWT_SECRET="
            + ShellWords.join(List.of(SECRET))
            + "\nexec "
            + ShellWords.join(line)
            + "\n";
    byte[] bytes = script.getBytes(UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = bytes[at] == 1 ? (byte) 0xff : bytes[at];
    }
    Path file = Files.write(directory.resolve("run.sh"), bytes);
    Process process =
        new ProcessBuilder("sh", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(directory.resolve("output"));
  }
}
