package chatload.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.OnIdleMachine;
import chatload.protocol.EmbeddedProof;
import chatload.service.RawClient.Until;
import chatload.service.reply.Delay;
import chatload.service.reply.ReplyText;
import chatload.service.reply.Timing;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnIdleMachine
class EmbeddedTargetTest {

  private static final Timing QUICK = new Timing(new Delay.Fixed(5), new Delay.Fixed(2), 2, 1);

  private static final TargetConfig CONFIG =
      TargetConfig.defaults(RawClient.SECRET).withTiming(QUICK);

  private static EmbeddedTarget target;

  @BeforeAll
  static void start() {
    target = EmbeddedTarget.start(CONFIG);
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  @Test
  void a_chat_is_answered_byte_for_byte_as_described() {
    RawResponse response =
        RawClient.exchange(target, RawClient.chat(RawClient.headers("trace-1")), Until.COMPLETE);

    assertThat(response.head().replaceFirst("date: \\w{3}, [ \\w]{11} [:\\d]{8} GMT", "date: D"))
        .isEqualTo(
            """
            HTTP/1.1 200 OK
            x-trace-id: trace-1
            content-type: text/event-stream; charset=utf-8
            cache-control: no-cache, no-transform
            transfer-encoding: chunked
            server: chatload-embedded-target
            date: D

            """
                .replace("\n", "\r\n"));
    assertThat(response.body())
        .isEqualTo(
            """
            event: meta
            data: {"traceId":"trace-1","embeddedTarget":"%s"}

            event: token
            data: {"text":"已记录：你偏好高铁出行。之后我会优先为你"}

            event: token
            data: {"text":"推荐高铁方案，如需更改请随时告诉我。"}

            event: done
            data: {"traceId":"trace-1","retrievedCount":0,"persistedCount":2,"action":null}

            """
                .formatted(EmbeddedProof.of("trace-1")));
    assertThat(response.chunks()).hasSize(4);
    assertThat(response.hasLastChunk()).isTrue();
  }

  @Test
  void the_jdk_client_reads_chat_after_chat_on_one_connection() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(target.chatUrl())
                  .header("authorization", "Bearer " + RawClient.token())
                  .header("content-type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(RawClient.body("hello")))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("event: done");
    }
  }

  @Test
  void a_connection_carries_many_requests_also_such_as_were_sent_ahead() {
    try (RawClient client = new RawClient(target)) {
      for (String id : List.of("a", "b", "c")) {
        RawResponse response =
            client.send(RawClient.chat(RawClient.headers(id))).read(Until.COMPLETE);
        assertThat(response.header("x-trace-id")).contains(id);
      }
      client.send(
          RawClient.chat(RawClient.headers("d")) + "GET /api/health HTTP/1.1\r\nhost: x\r\n\r\n");
      assertThat(client.read(Until.SILENCE).text())
          .containsSubsequence("x-trace-id: d", "0\r\n\r\nHTTP/1.1 200 OK", "\"status\":\"ok\"");
    }
  }

  @Test
  void a_request_without_trace_id_gets_a_new_one() {
    String headers = "authorization: Bearer " + RawClient.token() + "\r\n";
    RawResponse response = RawClient.exchange(target, RawClient.chat(headers), Until.COMPLETE);

    String traceId = response.header("x-trace-id").orElseThrow();
    assertThat(UUID.fromString(traceId)).hasToString(traceId);
    assertThat(response.last().path("traceId").asText()).isEqualTo(traceId);
  }

  @Test
  void health_is_json_and_needs_no_token() {
    RawResponse response =
        RawClient.exchange(
            target, "GET /api/health HTTP/1.1\r\nhost: x\r\nx-trace-id: h\r\n\r\n", Until.COMPLETE);

    assertThat(response.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(response.header("server")).contains(EmbeddedProof.SERVER);
    JsonNode body = RawResponse.json(response.body());
    assertThat(body.path("status").asText()).isEqualTo("ok");
    assertThat(Instant.parse(body.path("timestamp").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(body.path("traceId").asText()).isEqualTo("h");
  }

  @Test
  void its_own_counters_are_told_in_the_text_of_prometheus() {
    try (EmbeddedTarget fresh = EmbeddedTarget.start(CONFIG)) {
      RawClient.exchange(fresh, RawClient.chat(RawClient.headers("taken")), Until.COMPLETE);
      RawClient.exchange(fresh, RawClient.chat("x-trace-id: refused\r\n"), Until.COMPLETE);

      RawResponse response =
          RawClient.exchange(fresh, "GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n", Until.COMPLETE);

      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(response.header("content-type"))
          .contains("text/plain; version=0.0.4; charset=utf-8");
      assertThat(response.body().lines().filter(line -> !line.startsWith("#")))
          .containsExactly("chat_posts_total 2", "chats_total 1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/chat", "PUT /api/chat", "GET /", "POST /api/chat/x"})
  void anything_else_is_not_found(String route) {
    String request = route + " HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n";

    RawResponse response = RawClient.exchange(target, request, Until.COMPLETE);

    assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
    assertThat(response.header("server")).contains(EmbeddedProof.SERVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"threadId\":\"a\"}",
        "{\"threadId\":\"a\",\"message\":\"\"}",
        "{\"threadId\":7,\"message\":\"x\"}",
        "{\"threadId\":\"a\",\"message\":\"x\"} x",
        "{\"threadId\":\"a\",\"message\":\"[fault:nonsense]\"}"
      })
  void an_unusable_body_is_answered_with_400_and_the_issues(String body) {
    RawResponse response =
        RawClient.exchange(target, RawClient.post(RawClient.headers("bad"), body), Until.COMPLETE);

    assertThat(response.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
    assertThat(response.header("x-trace-id")).contains("bad");
    assertThat(response.body()).startsWith("{\"error\":\"Invalid chat payload\",\"issues\":[{");
  }

  @Test
  void a_body_above_one_mebibyte_is_refused_and_the_largest_one_is_not() {
    RawResponse small =
        RawClient.exchange(target, RawClient.post("", " ".repeat(1024 * 1024)), Until.COMPLETE);
    RawResponse large =
        RawClient.exchange(target, RawClient.post("", " ".repeat(3 * 1024 * 1024)), Until.COMPLETE);

    assertThat(small.statusLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
    assertThat(large.statusLine()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
  }

  @Test
  void what_is_not_http_is_refused() {
    RawResponse response = RawClient.exchange(target, "nonsense\r\n\r\n", Until.END);

    assertThat(response.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
  }

  @Test
  void old_clients_and_such_as_ask_for_it_get_the_connection_closed_after_the_reply() {
    String request = RawClient.chat(RawClient.headers("x"));
    RawResponse old =
        RawClient.exchange(target, request.replace("HTTP/1.1", "HTTP/1.0"), Until.END);
    RawResponse asked =
        RawClient.exchange(
            target, RawClient.chat(RawClient.headers("x") + "connection: close\r\n"), Until.END);

    assertThat(old.head()).doesNotContain("chunked");
    assertThat(old.reply()).isEqualTo(ReplyText.REPLY);
    assertThat(asked.header("connection")).contains("close");
    assertThat(asked.hasLastChunk()).isTrue();
  }

  @Test
  void it_listens_on_127_0_0_1_only() throws IOException {
    URI url = target.chatUrl();
    assertThat(url.toString()).isEqualTo("http://127.0.0.1:" + url.getPort() + "/api/chat");
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
            .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
            .toList();
    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, url.getPort()).close())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_taken_port_is_named() {
    TargetConfig config = CONFIG.withPort(target.chatUrl().getPort());

    assertThatThrownBy(() -> EmbeddedTarget.start(config))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT))
        .hasMessageContaining("127.0.0.1:" + config.port());
  }

  @Test
  void close_ends_open_streams_and_leaves_no_thread_behind() {
    Timing endless = new Timing(new Delay.Fixed(5), new Delay.Fixed(60_000), 2, 1);
    List<Thread> before = threads();
    EmbeddedTarget closing = EmbeddedTarget.start(CONFIG.withTiming(endless));
    try (RawClient streaming = new RawClient(closing);
        RawClient silent = new RawClient(closing)) {
      streaming.send(RawClient.chat(RawClient.headers("s")));
      silent.send(RawClient.post(RawClient.headers("q"), RawClient.body("[fault:silence]")));
      assertThat(streaming.read(Until.SILENCE).names()).isEqualTo("meta token");
      assertThat(threads()).hasSizeGreaterThan(before.size());

      closing.close();
      closing.close();

      assertThat(streaming.read(Until.END).closed()).isTrue();
      assertThat(silent.read(Until.END).closed()).isTrue();
    }
    assertThat(threads()).isSubsetOf(before);
    assertThatThrownBy(() -> new RawClient(closing)).hasRootCauseMessage("Connection refused");
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("chatload-target"))
        .filter(Thread::isAlive)
        .toList();
  }
}
