package chatload.service;

import static chatload.service.WireCheck.TRACE_ID;
import static chatload.service.WireCheck.USUAL;
import static chatload.service.WireCheck.canned;
import static chatload.service.WireCheck.contentLength;
import static chatload.service.WireCheck.ended;
import static chatload.service.WireCheck.endless;
import static chatload.service.WireCheck.extraToken;
import static chatload.service.WireCheck.healthy;
import static chatload.service.WireCheck.lastSays;
import static chatload.service.WireCheck.named;
import static chatload.service.WireCheck.plain;
import static chatload.service.WireCheck.silent;
import static chatload.service.WireCheck.typed;
import static chatload.service.WireCheck.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.service.RawClient.Until;
import chatload.service.fault.Fault;
import chatload.text.Visible;
import java.io.EOFException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;

/** For every fault, what a raw client must see of it. */
final class WireChecks {

  static final Map<Fault, WireCheck> ALL = rows();

  private WireChecks() {}

  private static Map<Fault, WireCheck> rows() {
    Map<Fault, WireCheck> rows = new EnumMap<>(Fault.class);
    rows.put(Fault.NO_RESPONSE_CLOSE, ended(false, r -> assertThat(r.bytes()).isEmpty()));
    rows.put(Fault.RST_BEFORE_RESPONSE, ended(true, r -> assertThat(r.bytes()).isEmpty()));
    rows.put(
        Fault.NOT_HTTP,
        new WireCheck(
            Until.SILENCE, r -> assertThat(r.text()).isEqualTo("SSH-2.0-OpenSSH_9.6\r\n")));
    rows.put(Fault.STATUS_204, plain(204, ""));
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
    rows.put(
        Fault.INTERIM,
        new WireCheck(
            Until.COMPLETE,
            r ->
                assertThat(r.text())
                    .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n")
                    .contains("\r\n\r\nHTTP/1.1 200 OK\r\n")));
    rows.put(
        Fault.NO_CONTENT_TYPE, usual().and(r -> assertThat(r.header("content-type")).isEmpty()));
    rows.put(Fault.OTHER_CONTENT_TYPE, typed("text/event-streamX"));
    rows.put(Fault.CAPITAL_CONTENT_TYPE, typed("TEXT/EVENT-STREAM ; v=1; CHARSET=\"UTF-8\""));
    rows.put(
        Fault.HUGE_HEADERS, usual().and(r -> assertThat(r.head()).hasSizeGreaterThan(64 * 1024)));
    rows.put(
        Fault.MANY_HEADERS,
        usual().and(r -> assertThat(r.head().lines()).hasSizeGreaterThan(70_000)));
    rows.put(Fault.SILENCE, silent(r -> assertThat(r.bytes()).isEmpty()));
    rows.put(Fault.HEADERS_ONLY, silent(r -> assertThat(r.names()).isEqualTo("meta")));
    rows.put(Fault.LATE_HEADERS, usual());
    rows.put(Fault.HEADERS_TOO_LATE, silent(r -> assertThat(r.bytes()).isEmpty()));
    rows.put(
        Fault.SLOW_DRIP,
        new WireCheck(
            Until.SILENCE, r -> assertThat(r.names()).startsWith("meta").doesNotContain("done")));
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
    rows.put(
        Fault.DONE_UNFINISHED,
        named(USUAL).and(r -> assertThat(r.body()).endsWith("}\n").doesNotEndWith("\n\n")));
    rows.put(Fault.EMPTY, named("meta done"));
    rows.put(Fault.EMPTY_DELTAS, named(USUAL).and(r -> assertThat(r.reply()).isEmpty()));
    rows.put(
        Fault.BLANK_TOKENS,
        named(USUAL).and(r -> assertThat(Visible.isVisible(r.reply())).isFalse()));
    rows.put(
        Fault.INVISIBLE_TOKENS,
        named(USUAL).and(r -> assertThat(r.reply()).isNotEmpty().matches("[\\p{Cf}]+")));
    rows.put(Fault.DOUBLE_DONE, named(USUAL + " done"));
    rows.put(Fault.TOKEN_AFTER_DONE, named(USUAL + " token"));
    rows.put(
        Fault.ERROR_EVENT,
        named("meta token token error")
            .and(r -> assertThat(r.last().path("error").asText()).isNotEmpty()));
    rows.put(Fault.ERROR_AFTER_DONE, named(USUAL + " error"));
    rows.put(Fault.NAMELESS_ERROR, named("meta token message token token token done"));
    rows.put(Fault.NAMELESS_ERROR_AFTER_DONE, named(USUAL + " message"));
    rows.put(
        Fault.ERROR_WITHOUT_DATA,
        named(USUAL).and(r -> assertThat(r.body()).contains("event: error\n: overloaded\n\n")));
    rows.put(Fault.DONE_WITH_ERROR, lastSays("error", "model stream failed"));
    rows.put(
        Fault.DONE_NESTED_ERROR,
        named(USUAL)
            .and(
                r -> assertThat(r.last().at("/result/error").asText()).isEqualTo("model crashed")));
    rows.put(Fault.NAMED_EXCEPTION, named("meta token exception token token token done"));
    rows.put(Fault.DONE_FINISH_ERROR, lastSays("finishReason", "error"));
    rows.put(Fault.DONE_TRUNCATED, lastSays("truncated", "true"));
    rows.put(
        Fault.OTHER_PROTOCOL,
        named("message message message message message message message message")
            .and(r -> assertThat(r.body()).contains("\"choices\":[").endsWith("[DONE]\n\n")));
    rows.put(
        Fault.DEGRADED_TEXT,
        named(USUAL).and(r -> assertThat(r.last().path("degraded").textValue()).isEqualTo("yes")));
    rows.put(
        Fault.DEGRADED,
        named("meta token token done")
            .and(r -> assertThat(r.reply()).startsWith("服务暂时不可用，我已记录你的请求。"))
            .and(r -> assertThat(r.last().path("degraded").asBoolean()).isTrue()));
    rows.put(Fault.FALLBACK, canned("当前模型服务暂时不可用"));
    rows.put(Fault.FALLBACK_EMPTY, canned("我已经收到你的消息，但暂时无法生成完整回复"));
    rows.put(
        Fault.FALLBACK_PADDED,
        new WireCheck(
            Until.COMPLETE,
            r -> assertThat(r.reply()).startsWith("\ufeff\n\n ").contains("当前模型服务暂时不可用")));
    rows.put(Fault.MALFORMED, extraToken("{\"text\":{oops}"));
    rows.put(Fault.NUL_BYTES, extraToken("{\"text\":\"\0\"}"));
    rows.put(
        Fault.DEEP_JSON,
        new WireCheck(
            Until.COMPLETE,
            r -> assertThat(r.events().get(2).data()).contains("[".repeat(10_000))));
    rows.put(Fault.DUPLICATE_KEYS, extraToken("{\"text\":\"a\",\"text\":\"b\"}"));
    rows.put(Fault.REPLACED_TEXT, extraToken("{\"text\":\"\uFFFD\"}"));
    rows.put(Fault.EVENT_CASE, named("meta Token Token Token Token Done"));
    rows.put(
        Fault.GBK_BYTES,
        named(USUAL)
            .and(r -> assertThat(new String(r.bytes(), Charset.forName("GBK"))).contains("高铁"))
            .and(r -> assertThat(r.text()).contains("\uFFFD").doesNotContain("高铁")));
    rows.put(Fault.CHARSET_GBK, typed("text/event-stream; charset=gbk"));
    rows.put(Fault.ONE_PACKET, usual());
    rows.put(
        Fault.BYTE_BY_BYTE,
        usual().and(r -> assertThat(r.chunks()).allMatch(chunk -> chunk.length == 1)));
    rows.put(
        Fault.SPLIT_CHARACTERS,
        usual()
            .and(
                r ->
                    assertThat(r.chunks().stream().map(String::new))
                        .filteredOn(chunk -> chunk.contains("\uFFFD"))
                        .hasSize(2 * 4)));
    rows.put(
        Fault.SPLIT_CRLF,
        usual()
            .and(r -> assertThat(r.body()).contains("\r\n\r\nevent"))
            .and(r -> assertThat(r.chunks()).contains(new byte[] {'\n'})));
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
        new WireCheck(
            Until.COMPLETE,
            r -> {
              assertThat(r.names()).isEqualTo("meta token token token token token done");
              assertThat(r.events().get(2).data()).hasSizeGreaterThan(5 * 1024 * 1024 / 3);
              assertThat(r.bytes()).hasSizeGreaterThan(5 * 1024 * 1024);
            }));
    rows.put(Fault.ENDLESS_LINE, endless(r -> assertThat(r.names()).startsWith("meta token")));
    rows.put(Fault.COMMENT_FLOOD, endless(r -> assertThat(r.body()).contains(": ping\n\n: ping")));
    rows.put(Fault.TOKEN_FLOOD, endless(r -> assertThat(r.names()).contains("token token token")));
    rows.put(Fault.ENDLESS_INTERIM, endless(r -> assertThat(r.statusLine()).contains("102")));
    rows.put(Fault.ENDLESS_TRAILERS, endless(r -> assertThat(r.text()).contains("\r\n0\r\nx-end")));
    rows.put(
        Fault.TRAILERS_AFTER_DONE,
        endless(r -> assertThat(r.text()).containsSubsequence("event: done", "\r\n0\r\nx-end")));
    rows.put(Fault.ENDLESS_EXTENSION, endless(r -> assertThat(r.text()).contains("\r\n1;aaa")));
    rows.put(Fault.ENDLESS_HEADERS, endless(r -> assertThat(r.head()).isEmpty()));
    rows.put(
        Fault.GZIP_CUT,
        new WireCheck(
            Until.COMPLETE,
            r -> {
              assertThat(r.hasLastChunk()).isTrue();
              assertThatThrownBy(r::body).hasRootCauseInstanceOf(EOFException.class);
            }));
    rows.put(
        Fault.NOT_GZIP,
        new WireCheck(
            Until.COMPLETE,
            r -> {
              assertThat(r.header("content-encoding")).contains("gzip");
              assertThatThrownBy(r::body).hasMessageContaining("GZIP");
            }));
    rows.put(
        Fault.GZIP_BOMB,
        new WireCheck(
            Until.COMPLETE,
            r -> {
              assertThat(r.bytes()).hasSizeLessThan(100 * 1024);
              assertThat(r.body()).hasSize(64 * 1024 * 1024);
            }));
    rows.put(
        Fault.CHUNK_EXTRAS,
        healthy(Until.SILENCE)
            .and(r -> assertThat(r.text()).contains(";part=\"a;b\"\r\n"))
            .and(r -> assertThat(r.text()).endsWith("\r\n0;last\r\nx-checksum: 1\r\n\r\n")));
    rows.put(Fault.BAD_CHUNK_SIZE, silent(r -> assertThat(r.text()).endsWith("\n\n\r\nsize\r\n")));
    rows.put(
        Fault.LENGTH_TOO_SHORT,
        new WireCheck(
            Until.SILENCE, r -> assertThat(contentLength(r)).isEqualTo(r.rawBody().length - 10)));
    rows.put(
        Fault.LENGTH_TOO_LONG,
        new WireCheck(
            Until.SILENCE, r -> assertThat(contentLength(r)).isEqualTo(r.rawBody().length + 10)));
    rows.put(
        Fault.TWO_RESPONSES,
        new WireCheck(Until.SILENCE, r -> assertThat(r.text()).contains("0\r\n\r\nHTTP/1.1 204 ")));
    rows.put(
        Fault.GZIP, usual().and(r -> assertThat(r.header("content-encoding")).contains("gzip")));
    rows.put(
        Fault.DEFLATE,
        usual().and(r -> assertThat(r.header("content-encoding")).contains("deflate")));
    rows.put(
        Fault.BROTLI, usual().and(r -> assertThat(r.header("content-encoding")).contains("br")));
    rows.put(Fault.OTHERS_TRACE, usual());
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
        Fault.BLANK_FIRST,
        named("meta token token token token token done")
            .and(r -> assertThat(r.reply()).startsWith("\n已记录")));
    rows.put(
        Fault.SPLIT_PAIRS,
        named("meta token token token token token token done")
            .and(r -> assertThat(r.reply()).contains("\ud83d\ude00")));
    rows.put(Fault.NO_ERROR, lastSays("finishReason", "stop"));
    rows.put(
        Fault.NO_PERSIST,
        usual().and(r -> assertThat(r.last().path("persistedCount").asInt(-1)).isZero()));
    rows.put(
        Fault.LEAVE_OPEN, healthy(Until.SILENCE).and(r -> assertThat(r.hasLastChunk()).isFalse()));
    rows.put(Fault.KEEP_ALIVE, usual());
    rows.put(
        Fault.CLOSE_AFTER,
        healthy(Until.END)
            .and(r -> assertThat(r.hasLastChunk()).isTrue())
            .and(r -> assertThat(r.header("connection")).isEmpty()));
    return rows;
  }
}
