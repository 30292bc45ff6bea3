package chatload.faults;

import static chatload.faults.Detection.AT_ONCE;
import static chatload.faults.Detection.AT_THE_END;
import static chatload.faults.Detection.AT_THE_LIMIT;
import static chatload.faults.Detection.BY_THE_LIMIT;
import static chatload.faults.Detection.IN_MID_STREAM;
import static chatload.faults.Detection.WHEN_TOO_LONG;

import chatload.faults.Row.Place;
import chatload.faults.Row.Protocol;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.service.fault.Fault;
import chatload.service.reply.WireFormat;
import chatload.verdict.Verdict.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every row of the fault matrix: the one table that says what must come of what. */
final class FaultMatrix {

  /** Whether all rows are asked for, or a sample of them. */
  static final boolean ALL = Boolean.getBoolean("faults.all");

  static final Set<String> FLOODS =
      Stream.of(
              Fault.ENDLESS_HEADERS,
              Fault.ENDLESS_INTERIM,
              Fault.ENDLESS_TRAILERS,
              Fault.TRAILERS_AFTER_DONE,
              Fault.ENDLESS_EXTENSION,
              Fault.COMMENT_FLOOD,
              Fault.TOKEN_FLOOD,
              Fault.ENDLESS_LINE,
              Fault.GZIP_BOMB)
          .map(Fault::label)
          .collect(Collectors.toSet());

  private static final Set<String> MORE_TO_SEE =
      Stream.of(Fault.NO_TRACE_ECHO, Fault.NO_PERSIST, Fault.MANY_HEADERS)
          .map(Fault::label)
          .collect(Collectors.toSet());

  /** What a stream of HTTP/2 has no way to do, or is not allowed by its peer. */
  private static final Set<Fault> ONLY_HTTP1 =
      EnumSet.of(
          Fault.MANY_HEADERS,
          Fault.CHUNK_EXTRAS,
          Fault.LENGTH_TOO_LONG,
          Fault.TWO_RESPONSES,
          Fault.KEEP_ALIVE);

  static final List<Row> ROWS = new FaultMatrix().rows;

  private final List<Row> rows = new ArrayList<>();

  private FaultMatrix() {
    connections();
    responses();
    streams();
    events();
    encodings();
    healthy();
    http2();
    floods();
  }

  /** The first row of each protocol, outcome and cause, and those with more to look at. */
  static List<Row> sample() {
    Set<Object> kinds = new HashSet<>();
    return ROWS.stream()
        .filter(
            row ->
                kinds.add(Arrays.asList(row.protocol(), row.outcomes(), row.cause()))
                    | MORE_TO_SEE.contains(row.label()))
        .toList();
  }

  private void connections() {
    at(Places.REFUSED, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(Places.UNKNOWN_HOST, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(Places.NEVER_ACCEPTED, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_THE_LIMIT);
    at(Places.CLOSED_AT_ONCE, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(Places.NEVER_READ, Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE, AT_THE_LIMIT);
    at(Places.TLS_TRUSTED, Outcome.OK, null, AT_THE_END);
    at(Places.TLS_WITHOUT_HTTP2, Outcome.OK, null, AT_THE_END);
    at(Places.TLS_EXPIRED, Outcome.CONNECT_ERROR, Cause.SERVICE, AT_ONCE);
    at(Places.TLS_OTHER_HOST, Outcome.CONNECT_ERROR, Cause.SERVICE, AT_ONCE);
    at(Places.TLS_SELF_SIGNED, Outcome.CONNECT_ERROR, Cause.SERVICE, AT_ONCE);
    at(Places.TLS_SILENT, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_THE_LIMIT);
    at(Places.TLS_CLOSED_AT_ONCE, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(Places.TLS_TO_PLAIN, Outcome.CONNECT_ERROR, Cause.SERVICE, AT_ONCE);
    at(Places.PLAIN_TO_TLS, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(Places.EARLY_REPLY, Outcome.OK, null, AT_ONCE);
    at(
        Places.RESTART,
        List.of(Outcome.OK, Outcome.STREAM_CUT, Outcome.CONNECT_ERROR),
        Cause.NETWORK,
        BY_THE_LIMIT);
  }

  private void responses() {
    both(Fault.NO_RESPONSE_CLOSE, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    both(Fault.RST_BEFORE_RESPONSE, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    both(Fault.SILENCE, Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE, AT_THE_LIMIT);
    both(Fault.HEADERS_TOO_LATE, Outcome.FIRST_TOKEN_TIMEOUT, Cause.SERVICE, AT_THE_LIMIT);
    plain(Fault.NOT_HTTP, Outcome.MALFORMED, Cause.PROTOCOL, AT_ONCE);
    both(Fault.STATUS_204, Outcome.HTTP_ERROR, Cause.PROTOCOL, AT_ONCE);
    both(Fault.REDIRECT_301, Outcome.HTTP_ERROR, Cause.PROTOCOL, AT_ONCE);
    both(Fault.STATUS_400, Outcome.HTTP_ERROR, Cause.PROTOCOL, AT_ONCE);
    both(Fault.STATUS_401, Outcome.AUTH_ERROR, Cause.AUTH, AT_ONCE);
    both(Fault.STATUS_403, Outcome.AUTH_ERROR, Cause.AUTH, AT_ONCE);
    both(Fault.STATUS_404, Outcome.HTTP_ERROR, Cause.PROTOCOL, AT_ONCE);
    both(Fault.STATUS_429, Outcome.RATE_LIMITED, Cause.RATE_LIMIT, AT_ONCE);
    both(Fault.STATUS_500, Outcome.HTTP_ERROR, Cause.SERVICE, AT_ONCE);
    both(Fault.STATUS_502_HTML, Outcome.HTTP_ERROR, Cause.SERVICE, AT_ONCE);
    both(Fault.JSON_200, Outcome.NOT_SSE, Cause.PROTOCOL, AT_ONCE);
    both(Fault.HTML_200, Outcome.NOT_SSE, Cause.NETWORK, AT_ONCE);
    both(Fault.NO_CONTENT_TYPE, Outcome.NOT_SSE, Cause.PROTOCOL, AT_ONCE);
    both(Fault.OTHER_CONTENT_TYPE, Outcome.NOT_SSE, Cause.PROTOCOL, AT_ONCE);
  }

  private void streams() {
    both(Fault.HEADERS_ONLY, Outcome.FIRST_TOKEN_TIMEOUT, Cause.MODEL, AT_THE_LIMIT);
    both(Fault.STALL, Outcome.TOTAL_TIMEOUT, Cause.SERVICE, AT_THE_LIMIT);
    both(Fault.SLOW_DRIP, Outcome.TOTAL_TIMEOUT, Cause.SERVICE, AT_THE_LIMIT);
    both(Fault.CUT_RST, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    both(Fault.CUT_FIN, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    both(Fault.TRUNCATED, Outcome.TRUNCATED, Cause.SERVICE, IN_MID_STREAM);
    both(Fault.DONE_UNFINISHED, Outcome.TRUNCATED, Cause.SERVICE, AT_THE_END);
    plain(Fault.BAD_CHUNK_SIZE, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    plain(Fault.LENGTH_TOO_SHORT, Outcome.TRUNCATED, Cause.SERVICE, AT_THE_END);
    plain(Fault.GZIP_CUT, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    add(
        Fault.GZIP_CUT,
        Protocol.HTTP2,
        Outcome.TRUNCATED,
        Cause.SERVICE,
        IN_MID_STREAM,
        services -> services.http2(Fault.GZIP_CUT));
    both(Fault.NOT_GZIP, Outcome.MALFORMED, Cause.PROTOCOL, AT_ONCE);
  }

  private void events() {
    both(Fault.EMPTY, Outcome.EMPTY, Cause.MODEL, AT_THE_END);
    both(Fault.EMPTY_DELTAS, Outcome.EMPTY, Cause.MODEL, AT_THE_END);
    both(Fault.BLANK_TOKENS, Outcome.EMPTY, Cause.MODEL, AT_THE_END);
    both(Fault.INVISIBLE_TOKENS, Outcome.EMPTY, Cause.MODEL, AT_THE_END);
    both(Fault.DOUBLE_DONE, Outcome.MALFORMED, Cause.PROTOCOL, AT_THE_END);
    both(Fault.TOKEN_AFTER_DONE, Outcome.MALFORMED, Cause.PROTOCOL, AT_THE_END);
    both(Fault.ERROR_EVENT, Outcome.ERROR_EVENT, Cause.SERVICE, IN_MID_STREAM);
    both(Fault.ERROR_AFTER_DONE, Outcome.ERROR_EVENT, Cause.SERVICE, AT_THE_END);
    both(Fault.NAMELESS_ERROR, Outcome.ERROR_EVENT, Cause.SERVICE, IN_MID_STREAM);
    both(Fault.NAMELESS_ERROR_AFTER_DONE, Outcome.ERROR_EVENT, Cause.SERVICE, AT_THE_END);
    both(Fault.ERROR_WITHOUT_DATA, Outcome.ERROR_EVENT, Cause.SERVICE, IN_MID_STREAM);
    both(Fault.DONE_WITH_ERROR, Outcome.ERROR_EVENT, Cause.SERVICE, AT_THE_END);
    both(Fault.DONE_NESTED_ERROR, Outcome.ERROR_EVENT, Cause.SERVICE, AT_THE_END);
    both(Fault.NAMED_EXCEPTION, Outcome.ERROR_EVENT, Cause.SERVICE, IN_MID_STREAM);
    both(Fault.DONE_FINISH_ERROR, Outcome.ERROR_EVENT, Cause.SERVICE, AT_THE_END);
    both(Fault.DONE_TRUNCATED, Outcome.TRUNCATED, Cause.MODEL, AT_THE_END);
    both(Fault.OTHER_PROTOCOL, Outcome.OTHER_PROTOCOL, Cause.PROTOCOL, AT_THE_END);
    both(Fault.DEGRADED, Outcome.DEGRADED, Cause.SERVICE, AT_THE_END);
    both(Fault.DEGRADED_TEXT, Outcome.DEGRADED, Cause.SERVICE, AT_THE_END);
    at(Places.OTHERS_TRACE, List.of(Outcome.OK, Outcome.CROSS_TALK), Cause.SERVICE, BY_THE_LIMIT);
    both(Fault.FALLBACK, Outcome.FALLBACK_REPLY, Cause.MODEL, AT_THE_END);
    both(Fault.FALLBACK_EMPTY, Outcome.FALLBACK_REPLY, Cause.MODEL, AT_THE_END);
    both(Fault.FALLBACK_PADDED, Outcome.FALLBACK_REPLY, Cause.MODEL, AT_THE_END);
    both(Fault.MALFORMED, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    both(Fault.NUL_BYTES, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    both(Fault.DEEP_JSON, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    both(Fault.DUPLICATE_KEYS, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    both(Fault.EVENT_CASE, Outcome.TRUNCATED, Cause.SERVICE, AT_THE_END);
  }

  private void encodings() {
    both(Fault.GBK_BYTES, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    both(Fault.REPLACED_TEXT, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
  }

  private void healthy() {
    for (Fault fault : Fault.values()) {
      if (!fault.isIn(WireFormat.EYWA)) {
        continue;
      }
      if (fault.healthy() && ONLY_HTTP1.contains(fault)) {
        plain(fault, Outcome.OK, null, AT_THE_END);
      } else if (fault.healthy()) {
        both(fault, Outcome.OK, null, AT_THE_END);
      }
    }
  }

  private void http2() {
    at(StreamFault.NO_SETTINGS, 0, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_THE_LIMIT);
    at(StreamFault.CLOSED_BEFORE_SETTINGS, 0, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_THE_LIMIT);
    at(StreamFault.REFUSED_STREAM, 1, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(StreamFault.RESET_BEFORE_RESPONSE, 1, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(StreamFault.GOAWAY_BEFORE_RESPONSE, 1, Outcome.CONNECT_ERROR, Cause.NETWORK, AT_ONCE);
    at(StreamFault.CANCELLED, 1, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    at(StreamFault.RESET_WITHOUT_ERROR, 1, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    at(StreamFault.GOAWAY_DROPS_STREAM, 1, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    at(StreamFault.CONNECTION_CUT, 1, Outcome.STREAM_CUT, Cause.NETWORK, IN_MID_STREAM);
    at(StreamFault.END_WITH_HEADERS, 1, Outcome.TRUNCATED, Cause.SERVICE, AT_ONCE);
    at(StreamFault.GOAWAY_KEEPS_STREAM, 1, Outcome.OK, null, AT_THE_END);
    at(StreamFault.TRAILERS, 1, Outcome.OK, null, AT_THE_END);
    at(StreamFault.ENDLESS_TRAILERS, 1, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
  }

  private void floods() {
    plain(Fault.ENDLESS_HEADERS, Outcome.MALFORMED, Cause.PROTOCOL, AT_ONCE);
    plain(Fault.ENDLESS_INTERIM, Outcome.MALFORMED, Cause.PROTOCOL, AT_ONCE);
    plain(Fault.ENDLESS_TRAILERS, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    plain(Fault.TRAILERS_AFTER_DONE, Outcome.OK, null, AT_THE_END);
    plain(Fault.ENDLESS_EXTENSION, Outcome.MALFORMED, Cause.PROTOCOL, IN_MID_STREAM);
    plain(Fault.COMMENT_FLOOD, Outcome.FIRST_TOKEN_TIMEOUT, Cause.MODEL, AT_THE_LIMIT);
    plain(Fault.TOKEN_FLOOD, Outcome.TOTAL_TIMEOUT, Cause.SERVICE, AT_THE_LIMIT);
    plain(Fault.ENDLESS_LINE, Outcome.MALFORMED, Cause.PROTOCOL, WHEN_TOO_LONG);
    both(Fault.GZIP_BOMB, Outcome.MALFORMED, Cause.PROTOCOL, WHEN_TOO_LONG);
  }

  private void both(Fault fault, Outcome outcome, Cause cause, Detection detection) {
    plain(fault, outcome, cause, detection);
    add(fault, Protocol.HTTP2, outcome, cause, detection, services -> services.http2(fault));
  }

  private void plain(Fault fault, Outcome outcome, Cause cause, Detection detection) {
    add(fault, Protocol.PLAIN, outcome, cause, detection, services -> services.plain(fault));
  }

  private void add(
      Fault fault,
      Protocol protocol,
      Outcome outcome,
      Cause cause,
      Detection detection,
      Place place) {
    add(fault.label(), fault.meaning(), protocol, List.of(outcome), cause, 1, detection, place);
  }

  private void at(StreamFault fault, int posts, Outcome outcome, Cause cause, Detection detection) {
    add(
        fault.label(),
        fault.meaning(),
        Protocol.HTTP2,
        List.of(outcome),
        cause,
        posts,
        detection,
        services -> services.http2(fault));
  }

  private void at(Places place, Outcome outcome, Cause cause, Detection detection) {
    at(place, List.of(outcome), cause, detection);
  }

  private void at(Places place, List<Outcome> outcomes, Cause cause, Detection detection) {
    add(
        place.label(),
        place.meaning(),
        place.protocol(),
        outcomes,
        cause,
        place.posts(),
        detection,
        place);
  }

  private void add(
      String label,
      String meaning,
      Protocol protocol,
      List<Outcome> outcomes,
      Cause cause,
      int posts,
      Detection detection,
      Place place) {
    Status verdict = verdict(outcomes, cause);
    rows.add(new Row(label, meaning, protocol, outcomes, cause, posts, verdict, detection, place));
  }

  /** That the wrong protocol was set is no fault of the service. */
  static Status verdict(List<Outcome> outcomes, Cause cause) {
    if (outcomes.equals(List.of(Outcome.OTHER_PROTOCOL))) {
      return Status.INCONCLUSIVE;
    }
    return cause == null ? Status.PASS : Status.FAIL;
  }
}
