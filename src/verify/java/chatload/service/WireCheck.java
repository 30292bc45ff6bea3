package chatload.service;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.service.RawClient.Until;
import chatload.service.reply.ReplyText;
import java.util.function.Consumer;

/**
 * What a raw client must see of a fault.
 *
 * @param until how long it reads
 * @param check what it asserts then
 */
record WireCheck(Until until, Consumer<RawResponse> check) {

  /** The trace id that every request of the test carries. */
  static final String TRACE_ID = "trace-of-the-client";

  /** Names of the events of a healthy reply. */
  static final String USUAL = "meta token token token token done";

  private static final String FULL_REPLY = ReplyText.REPLY + ReplyText.REPLY;

  WireCheck and(Consumer<RawResponse> more) {
    return new WireCheck(until, check.andThen(more));
  }

  static WireCheck ended(boolean reset, Consumer<RawResponse> check) {
    return new WireCheck(
        Until.END,
        response -> {
          assertThat(response.reset()).isEqualTo(reset);
          assertThat(response.closed()).isEqualTo(!reset);
          check.accept(response);
        });
  }

  static WireCheck silent(Consumer<RawResponse> check) {
    return new WireCheck(
        Until.SILENCE,
        response -> {
          assertThat(response.reset() || response.closed()).isFalse();
          check.accept(response);
        });
  }

  static WireCheck endless(Consumer<RawResponse> check) {
    return new WireCheck(Until.MUCH, check);
  }

  static WireCheck typed(String contentType) {
    return usual().and(r -> assertThat(r.header("content-type")).contains(contentType));
  }

  static WireCheck lastSays(String field, String value) {
    return named(USUAL).and(r -> assertThat(r.last().path(field).asText()).isEqualTo(value));
  }

  static WireCheck extraToken(String data) {
    return named("meta token token token token token done")
        .and(r -> assertThat(r.events().get(2).data()).isEqualTo(data));
  }

  static int contentLength(RawResponse response) {
    return Integer.parseInt(response.header("content-length").orElseThrow());
  }

  static WireCheck plain(int status, String body) {
    return new WireCheck(
        Until.COMPLETE,
        response -> {
          assertThat(response.statusLine()).startsWith("HTTP/1.1 " + status + " ");
          assertThat(response.header("x-trace-id")).contains(TRACE_ID);
          assertThat(response.body()).contains(body);
        });
  }

  static WireCheck named(String names) {
    return new WireCheck(Until.COMPLETE, response -> assertThat(response.names()).isEqualTo(names));
  }

  static WireCheck canned(String beginning) {
    return named("meta token token done")
        .and(r -> assertThat(r.reply()).startsWith(beginning))
        .and(r -> assertThat(r.last().has("degraded")).isFalse());
  }

  /** Whatever else it is, a correct client gets the whole reply and one terminal event. */
  static WireCheck healthy(Until until) {
    return new WireCheck(
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

  static WireCheck usual() {
    return healthy(Until.COMPLETE).and(r -> assertThat(r.names()).isEqualTo(USUAL));
  }
}
