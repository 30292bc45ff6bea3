package chatload.target;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.target.RawClient.Until;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault, asked for by the message, as a raw client sees it. */
class FaultsOnTheWireTest {

  private static final String FULL_REPLY = Texts.REPLY + Texts.REPLY;
  private static final String USUAL = "meta token token token token done";
  private static final String TRACE_ID = "trace-of-the-client";

  private record Row(Until until, Consumer<RawResponse> check) {
    Row and(Consumer<RawResponse> more) {
      return new Row(until, check.andThen(more));
    }
  }

  private static final Map<Fault, Row> ROWS = rows();

  private static EmbeddedTarget target;

  @BeforeAll
  static void start() {
    target =
        EmbeddedTarget.start(
            TargetConfig.defaults(RawClient.SECRET)
                .withTiming(new Timing(new Delay.Fixed(6), new Delay.Fixed(2), 4, 1)));
  }

  @AfterAll
  static void stop() {
    target.close();
  }

  private static Map<Fault, Row> rows() {
    Map<Fault, Row> rows = new EnumMap<>(Fault.class);
    rows.put(Fault.NO_RESPONSE_CLOSE, ended(false, r -> assertThat(r.bytes()).isEmpty()));
    rows.put(Fault.RST_BEFORE_RESPONSE, ended(true, r -> assertThat(r.bytes()).isEmpty()));
    rows.put(Fault.STATUS_400, plain(400, "\"Invalid chat payload\""));
    rows.put(Fault.STATUS_401, plain(401, "Provide a valid JWT bearer token."));
    rows.put(Fault.STATUS_403, plain(403, "Forbidden"));
    rows.put(Fault.STATUS_404, plain(404, "Not found"));
    rows.put(
        Fault.STATUS_429,
        plain(429, "Too many").and(r -> assertThat(r.header("retry-after")).contains("1")));
    rows.put(Fault.STATUS_500, plain(500, "Internal server error"));
    rows.put(Fault.STATUS_502_HTML, plain(502, "<title>502 Bad Gateway</title>"));
    rows.put(
        Fault.REDIRECT_301,
        plain(301, "301").and(r -> assertThat(r.header("location")).contains("/moved")));
    rows.put(Fault.JSON_200, plain(200, "{\"text\":\"已记录"));
    rows.put(Fault.HTML_200, plain(200, "<h1>Sign in</h1>"));
    rows.put(Fault.SILENCE, silent(r -> assertThat(r.bytes()).isEmpty()));
    rows.put(Fault.HEADERS_ONLY, silent(r -> assertThat(r.names()).isEqualTo("meta")));
    rows.put(Fault.LATE_HEADERS, usual());
    rows.put(Fault.STALL, silent(r -> assertThat(r.names()).isEqualTo("meta token token")));
    rows.put(
        Fault.CUT_RST,
        ended(true, r -> assertThat(r.names()).isEqualTo("meta token token"))
            .and(r -> assertThat(r.hasLastChunk()).isFalse()));
    rows.put(
        Fault.CUT_FIN,
        ended(false, r -> assertThat(r.names()).isEqualTo("meta token token"))
            .and(r -> assertThat(r.text().split("event: token", -1)).hasSize(4))
            .and(r -> assertThat(r.hasLastChunk()).isFalse()));
    rows.put(Fault.TRUNCATED, named("meta token token token token"));
    rows.put(Fault.EMPTY, named("meta done"));
    rows.put(Fault.EMPTY_DELTAS, named(USUAL).and(r -> assertThat(r.reply()).isEmpty()));
    rows.put(Fault.DOUBLE_DONE, named(USUAL + " done"));
    rows.put(Fault.TOKEN_AFTER_DONE, named(USUAL + " token"));
    rows.put(
        Fault.ERROR_EVENT,
        named("meta token token error")
            .and(r -> assertThat(r.last().path("error").asText()).isNotEmpty()));
    rows.put(
        Fault.DEGRADED,
        named("meta token token done")
            .and(r -> assertThat(r.reply()).startsWith("服务暂时不可用，我已记录你的请求。"))
            .and(r -> assertThat(r.last().path("degraded").asBoolean()).isTrue()));
    rows.put(Fault.FALLBACK, canned("当前模型服务暂时不可用"));
    rows.put(Fault.FALLBACK_EMPTY, canned("我已经收到你的消息，但暂时无法生成完整回复"));
    rows.put(
        Fault.MALFORMED,
        named("meta token token token token token done")
            .and(r -> assertThat(r.events().get(2).data()).isEqualTo("{oops")));
    rows.put(Fault.ONE_PACKET, usual());
    rows.put(
        Fault.BYTE_BY_BYTE,
        usual().and(r -> assertThat(r.chunks()).allMatch(chunk -> chunk.length == 1)));
    rows.put(
        Fault.CRLF,
        usual().and(r -> assertThat(r.body()).contains("event: meta\r\ndata: ", "\r\n\r\n")));
    rows.put(
        Fault.CR,
        usual().and(r -> assertThat(r.body()).contains("event: meta\rdata:").doesNotContain("\n")));
    rows.put(Fault.BOM, usual().and(r -> assertThat(r.body()).startsWith("\uFEFFevent: meta\n")));
    rows.put(
        Fault.HEARTBEATS,
        healthy(Until.COMPLETE)
            .and(
                r ->
                    assertThat(r.body()).contains("\n\n: ping\n\nevent: heartbeat\ndata: {}\n\n")));
    rows.put(
        Fault.MULTI_LINE_DATA,
        usual().and(r -> assertThat(r.body()).contains("data: {\"text\":\ndata: \"已记录")));
    rows.put(
        Fault.ID_RETRY,
        usual().and(r -> assertThat(r.body()).contains("id: 7\nretry: 3000\nretry: abc\nevent: ")));
    rows.put(
        Fault.BIG_EVENT,
        new Row(
            Until.COMPLETE,
            r -> {
              assertThat(r.names()).isEqualTo("meta token token token token token done");
              assertThat(r.events().get(2).data()).hasSizeGreaterThan(5 * 1024 * 1024 / 3);
              assertThat(r.bytes()).hasSizeGreaterThan(5 * 1024 * 1024);
            }));
    rows.put(
        Fault.GZIP, usual().and(r -> assertThat(r.header("content-encoding")).contains("gzip")));
    rows.put(
        Fault.NO_TRACE_ECHO,
        usual()
            .and(r -> assertThat(r.header("x-trace-id")).isEmpty())
            .and(r -> assertThat(r.body()).doesNotContain(TRACE_ID)));
    rows.put(
        Fault.HTTP10_CLOSE,
        healthy(Until.END)
            .and(r -> assertThat(r.statusLine()).isEqualTo("HTTP/1.0 200 OK"))
            .and(r -> assertThat(r.head()).doesNotContain("transfer-encoding", "content-length")));
    rows.put(
        Fault.NO_PERSIST,
        usual().and(r -> assertThat(r.last().path("persistedCount").asInt(-1)).isZero()));
    rows.put(
        Fault.LEAVE_OPEN, healthy(Until.SILENCE).and(r -> assertThat(r.hasLastChunk()).isFalse()));
    rows.put(
        Fault.CLOSE_AFTER,
        healthy(Until.END)
            .and(r -> assertThat(r.hasLastChunk()).isTrue())
            .and(r -> assertThat(r.header("connection")).isEmpty()));
    return rows;
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_fault_does_on_the_wire_what_it_says(Fault fault) {
    Row row = ROWS.get(fault);
    String request =
        RawClient.post(
            RawClient.headers(TRACE_ID), RawClient.body("hello [fault:" + fault.label() + "]"));

    RawResponse response = RawClient.exchange(target, request, row.until());

    row.check().accept(response);
    if (response.bytes().length > 0) {
      assertThat(response.header("server")).contains(EmbeddedTarget.SERVER_HEADER);
    }
    assertThat(target.journal().entry(TRACE_ID).orElseThrow().fault()).isEqualTo(fault.label());
  }

  @Test
  void every_fault_has_a_row() {
    assertThat(ROWS.keySet()).containsExactly(Fault.values());
  }

  @Test
  void late_headers_come_with_the_first_token_and_other_headers_at_once() {
    try (EmbeddedTarget slow =
            EmbeddedTarget.start(
                TargetConfig.defaults(RawClient.SECRET)
                    .withTiming(new Timing(new Delay.Fixed(3000), new Delay.Fixed(1), 1, 1)));
        RawClient late = new RawClient(slow);
        RawClient early = new RawClient(slow)) {
      late.send(RawClient.post(RawClient.headers("late"), RawClient.body("[fault:late-headers]")));
      early.send(RawClient.post(RawClient.headers("early"), RawClient.body("hello")));

      assertThat(early.read(Until.SILENCE).names()).isEqualTo("meta");
      assertThat(late.read(Until.SILENCE).bytes()).isEmpty();
    }
  }

  private static Row ended(boolean reset, Consumer<RawResponse> check) {
    return new Row(
        Until.END,
        response -> {
          assertThat(response.reset()).isEqualTo(reset);
          assertThat(response.closed()).isEqualTo(!reset);
          check.accept(response);
        });
  }

  private static Row silent(Consumer<RawResponse> check) {
    return new Row(
        Until.SILENCE,
        response -> {
          assertThat(response.reset() || response.closed()).isFalse();
          check.accept(response);
        });
  }

  private static Row plain(int status, String body) {
    return new Row(
        Until.COMPLETE,
        response -> {
          assertThat(response.statusLine()).startsWith("HTTP/1.1 " + status + " ");
          assertThat(response.header("x-trace-id")).contains(TRACE_ID);
          assertThat(response.body()).contains(body);
        });
  }

  private static Row named(String names) {
    return new Row(Until.COMPLETE, response -> assertThat(response.names()).isEqualTo(names));
  }

  private static Row canned(String beginning) {
    return named("meta token token done")
        .and(r -> assertThat(r.reply()).startsWith(beginning))
        .and(r -> assertThat(r.last().has("degraded")).isFalse());
  }

  /** Whatever else it is, a correct client gets the whole reply and one terminal event. */
  private static Row healthy(Until until) {
    return new Row(
        until,
        response -> {
          assertThat(response.reply()).isEqualTo(FULL_REPLY);
          assertThat(response.names())
              .startsWith("meta ")
              .endsWith(" done")
              .containsOnlyOnce("done");
          assertThat(response.reset()).isFalse();
          assertThat(response.closed()).isEqualTo(until == Until.END);
        });
  }

  private static Row usual() {
    return healthy(Until.COMPLETE).and(r -> assertThat(r.names()).isEqualTo(USUAL));
  }
}
