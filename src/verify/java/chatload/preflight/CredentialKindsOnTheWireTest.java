package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.TokenSource;
import chatload.files.Json;
import chatload.settings.Setting;
import chatload.settings.Settings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that takes a key in one place and refuses everything else, whatever it says of it. */
class CredentialKindsOnTheWireTest {

  private static final String KEY = "sk-Zx81-Kq77_Lw5.Mv2=";

  /** What a request has where the key belongs; empty for nothing. */
  private final List<String> seen = new CopyOnWriteArrayList<>();

  private HttpServer server;
  private String place;
  private String right;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String query = String.valueOf(exchange.getRequestURI().getRawQuery());
      String found =
          place.startsWith("?")
              ? query.replaceFirst("^.*?" + place.substring(1) + "=|^.*", "")
              : exchange.getRequestHeaders().getFirst(place);
      seen.add(found == null ? "" : found);
      boolean passes = right.equals(found);
      exchange.getResponseHeaders().set("content-type", passes ? "text/plain" : "application/json");
      exchange.sendResponseHeaders(passes ? 200 : 401, 0);
      String refusal = "Wrong: " + exchange.getRequestURI() + " " + found;
      exchange.getResponseBody().write((passes ? "Hi" : refusal).getBytes(StandardCharsets.UTF_8));
    }
  }

  private PreflightReport run(String kind, String key) throws InterruptedException {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat?a=b");
    flags.put(Setting.PROTOCOL, "text");
    flags.put(Setting.WAIT, "0");
    flags.put(Setting.CREDENTIAL, kind);
    Settings settings =
        Settings.of(flags, new Properties(), Map.of("LOADTEST_API_KEY", key, "UNUSED", "x"));
    TokenSource tokens = settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC());
    return Targets.run(
        PreflightTarget.of(settings.url().orElseThrow(), settings, tokens, Clock.systemUTC()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token | authorization | Bearer sk-Zx81-Kq77_Lw5.Mv2=",
        "header:x-api-key | x-api-key | sk-Zx81-Kq77_Lw5.Mv2=",
        "header:api-key | api-key | sk-Zx81-Kq77_Lw5.Mv2=",
        "query:key | ?key | sk-Zx81-Kq77_Lw5.Mv2%3D"
      })
  void aKeyPassesAndNobodyAndAChangedOneAreRefused(String kind, String place, String right)
      throws Exception {
    this.place = place;
    this.right = right;

    PreflightReport report = run(kind, KEY);

    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(seen).hasSize(3).startsWith("").endsWith(right).doesNotHaveDuplicates();
    assertThat(Json.MAPPER.writeValueAsString(report)).doesNotContain(KEY, "sk-Zx81-Kq");
  }

  @Test
  void aWrongKeyIsNotRepeatedInWhatToDo() throws Exception {
    place = "x-api-key";
    right = "another one";

    PreflightReport report = run("header:x-api-key", KEY);

    PreflightCheck chat = report.checks().get(2);
    assertThat(chat.passed()).isFalse();
    assertThat(chat.observed()).startsWith("401: \"Wrong: /v1/chat?a=b (secret)");
    assertThat(chat.fix()).contains("check the key", "--credential");
  }

  @Test
  void userAndPasswordPass() throws Exception {
    place = "authorization";
    right = "Basic bWU6cGFzcyB3b3Jk";

    assertThat(run("basic", "me:pass word").passed()).isTrue();
    List<String> all = new ArrayList<>(seen);
    assertThat(all.get(1)).startsWith("Basic bWU6").isNotEqualTo(right);
  }

  @Test
  void whoeverIsSentNothingIsNotAskedToRefuseAnything() throws Exception {
    place = "?never";
    right = "";

    PreflightReport report = run("none", "unused");

    assertThat(report.passed()).isTrue();
    assertThat(report.checks()).extracting(PreflightCheck::name).containsExactly("chat-with-token");
    assertThat(report.notAsked())
        .extracting(PreflightReport.NotAsked::name)
        .contains("chat-without-token", "chat-with-forged-token");
    assertThat(seen).hasSize(1);
  }
}
