package chatload.service.fault;

import chatload.service.reply.WireFormat;
import chatload.text.Spelling;
import chatload.tool.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Everything that the embedded chat service can do otherwise than it should, or in an unusual way
 * that is still right. The label is the name in lower case with hyphens, such as {@code cut-rst}.
 */
public enum Fault {
  NO_RESPONSE_CLOSE(false, "the connection is closed without a response"),
  RST_BEFORE_RESPONSE(false, "the connection is reset without a response"),
  NOT_HTTP(false, "an answer that is not HTTP"),
  STATUS_204(false, "status 204, which has no body"),
  STATUS_400(false, "status 400, invalid payload"),
  STATUS_401(false, "status 401"),
  STATUS_403(false, "status 403"),
  STATUS_404(false, "status 404"),
  STATUS_429(false, "status 429 with retry-after: 1"),
  STATUS_500(false, "status 500"),
  STATUS_502_HTML(false, "status 502 with a proxy's HTML page"),
  REDIRECT_301(false, "status 301 to another path"),
  INTERIM(true, "statuses 100 and 103 before the 200"),
  JSON_200(false, "status 200 with a JSON object instead of a stream"),
  HTML_200(false, "status 200 with an HTML page instead of a stream"),
  NO_CONTENT_TYPE(false, "a stream without a content type"),
  OTHER_CONTENT_TYPE(false, "a stream with content type text/event-streamX"),
  CAPITAL_CONTENT_TYPE(true, "the content type in capitals, with other parameters"),
  HUGE_HEADERS(true, "64 KiB of headers"),
  MANY_HEADERS(true, "70,000 headers"),
  ENDLESS_HEADERS(false, "headers without end"),
  ENDLESS_INTERIM(false, "interim responses without end"),
  SILENCE(false, "the request is read and never answered"),
  HEADERS_ONLY(false, "headers and meta, then nothing more"),
  LATE_HEADERS(true, "nothing, not even headers, until the first token is there"),
  HEADERS_TOO_LATE(false, "nothing, not even headers, for a minute; then a whole reply"),
  STALL(false, "half of the tokens, then nothing more"),
  SLOW_DRIP(false, "a token every 400 ms for a minute, then done"),
  CUT_RST(false, "half of the tokens, then the connection is reset"),
  CUT_FIN(false, "half of the tokens, then the connection is closed inside a chunk"),
  TRUNCATED(false, "all tokens and a clean end, but no terminal event"),
  DONE_UNFINISHED(false, "a clean end before the blank line that completes the terminal event"),
  EMPTY(false, "done without any token"),
  EMPTY_DELTAS(false, "tokens with empty text, then done"),
  BLANK_TOKENS(false, "tokens of blanks alone, U+3000 and U+00A0 among them, then done"),
  INVISIBLE_TOKENS(false, "tokens of characters that show nothing, such as U+200B, then done"),
  DOUBLE_DONE(false, "the terminal event twice"),
  TOKEN_AFTER_DONE(false, "another token after the terminal event"),
  ERROR_EVENT(false, "an error event after half of the tokens"),
  ERROR_AFTER_DONE(false, "an error event after the terminal event"),
  NAMELESS_ERROR(false, "an event without a name that says error, among the normal ones"),
  NAMELESS_ERROR_AFTER_DONE(false, "the same after the terminal event"),
  ERROR_WITHOUT_DATA(false, "an event named error with a comment in place of its data"),
  DONE_WITH_ERROR(false, "the terminal event says error"),
  DONE_NESTED_ERROR(false, "the terminal event has an error inside its result"),
  NAMED_EXCEPTION(false, "an event named exception among the normal ones"),
  DONE_FINISH_ERROR(false, "the terminal event gives error as the finish reason"),
  DONE_TRUNCATED(false, "the terminal event says truncated"),
  OTHER_ERROR(false, "an error in the protocol's other form, after half of the tokens"),
  FILTERED(false, "half of the tokens, then an end because of a filter"),
  CUT_SHORT(false, "all tokens, then an end because there may be no more"),
  REFUSAL(false, "the model refuses to answer"),
  TOOL_CALL(false, "the call of a tool and no answer"),
  OTHER_MODEL(false, "an answer of another model than was asked for"),
  NO_REASON(false, "all tokens, then an end without the reason that belongs to it"),
  NO_MARKER(false, "all tokens and a reason to end, but not the marker that belongs behind it"),
  LOST_EVENT(false, "the number of the terminal event says that events before it were lost"),
  OTHER_PROTOCOL(false, "the stream of a service that speaks another protocol"),
  DEGRADED(false, "the reply to an internal error, done with degraded: true"),
  DEGRADED_TEXT(false, "done with degraded: \"yes\""),
  FALLBACK(false, "the canned reply of a service without its model, normal done"),
  FALLBACK_EMPTY(false, "the canned reply to an empty answer of the model, normal done"),
  FALLBACK_PADDED(false, "a byte order mark, line ends and blanks before the canned reply"),
  MALFORMED(false, "a token event whose data is not JSON among the normal ones"),
  NUL_BYTES(false, "a NUL inside the JSON of a token"),
  DEEP_JSON(false, "a token with 10,000 nested arrays beside its text"),
  DUPLICATE_KEYS(false, "a token with two texts"),
  EVENT_CASE(false, "events named Token and Done"),
  GBK_BYTES(false, "text in GBK, and a content type that says so"),
  REPLACED_TEXT(false, "a token with U+FFFD, what is left of a character that was lost"),
  CHARSET_GBK(true, "text in UTF-8, although the content type says GBK"),
  ONE_PACKET(true, "headers and all events in one write"),
  BYTE_BY_BYTE(true, "every byte of the body in a chunk and a write of its own"),
  SPLIT_CHARACTERS(true, "packets that end inside a character"),
  SPLIT_CRLF(true, "packets that end between CR and LF"),
  CRLF(true, "lines that end with CR LF"),
  CR(true, "lines that end with CR"),
  BOM(true, "a byte order mark before the first event"),
  HEARTBEATS(true, "comments and unknown events between the others"),
  MULTI_LINE_DATA(true, "JSON split over two data lines"),
  ID_RETRY(true, "id and retry fields, one of them with an unusable value"),
  BIG_EVENT(true, "one more token, of 5 MiB"),
  COMMENT_FLOOD(false, "comments without end, 32 KiB each millisecond, and no token"),
  TOKEN_FLOOD(false, "tokens without end, 32 KiB each millisecond"),
  ENDLESS_TRAILERS(false, "half of the tokens, then trailers without end"),
  TRAILERS_AFTER_DONE(false, "the whole reply, then trailers without end"),
  ENDLESS_EXTENSION(false, "half of the tokens, then a chunk extension without end"),
  ENDLESS_LINE(false, "a token, then a line without end"),
  GZIP(true, "a body compressed with gzip"),
  DEFLATE(true, "a body compressed with deflate"),
  BROTLI(true, "a body compressed with br"),
  GZIP_CUT(false, "half of a body compressed with gzip, then a clean end"),
  NOT_GZIP(false, "a body that is called gzip and isn't"),
  GZIP_BOMB(false, "64 MiB without a line end, compressed to 64 KiB"),
  CHUNK_EXTRAS(true, "chunk extensions and a trailer"),
  BAD_CHUNK_SIZE(false, "half of the tokens, then a chunk whose size is no number"),
  LENGTH_TOO_SHORT(false, "a content length that ends inside the terminal event"),
  LENGTH_TOO_LONG(true, "a content length above the body's, then nothing more"),
  TWO_RESPONSES(true, "another response right behind the reply"),
  NO_TRACE_ECHO(true, "a trace id of the service's own in the events, none in the headers"),
  OTHERS_TRACE(false, "the trace id of the chat before, in the headers, meta and done"),
  HTTP10_CLOSE(true, "HTTP/1.0: neither chunks nor a length, the body ends with the connection"),
  BLANK_FIRST(true, "a token with a line end at once, then the normal ones"),
  SPLIT_PAIRS(true, "a character whose two halves come in two tokens"),
  THINKING(true, "thoughts before the first token"),
  RETRACTED(true, "the first token is taken back, then the others"),
  BARE_END(true, "the end with no more than it must have"),
  NO_ERROR(true, "the terminal event says error: null, finish reason stop, truncated: false"),
  NO_PERSIST(true, "persistedCount is 0"),
  LEAVE_OPEN(true, "done is sent, but the response never ends"),
  KEEP_ALIVE(true, "the connection stays open although the client asked to close it"),
  CLOSE_AFTER(true, "the connection is closed after the last chunk, unannounced");

  private final boolean healthy;
  private final String meaning;

  Fault(boolean healthy, String meaning) {
    this.healthy = healthy;
    this.meaning = meaning;
  }

  /** True when a correct client must still call the chat OK. */
  public boolean healthy() {
    return healthy;
  }

  /** What it does, in one line. */
  public String meaning() {
    return meaning;
  }

  /** The name used on the command line, in messages and in the journal. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a service of that protocol can do that. */
  public boolean isIn(WireFormat wire) {
    return switch (this) {
      case DEGRADED,
          DEGRADED_TEXT,
          DONE_WITH_ERROR,
          DONE_NESTED_ERROR,
          DONE_FINISH_ERROR,
          DONE_TRUNCATED,
          ERROR_EVENT,
          ERROR_WITHOUT_DATA,
          NAMELESS_ERROR,
          NAMED_EXCEPTION,
          OTHER_ERROR,
          FILTERED,
          CUT_SHORT,
          REFUSAL,
          TOOL_CALL,
          OTHER_MODEL,
          NO_REASON,
          NO_MARKER,
          LOST_EVENT,
          HEARTBEATS,
          THINKING,
          RETRACTED,
          BARE_END,
          NO_ERROR,
          NO_PERSIST ->
          wire.has(label());
      case ERROR_AFTER_DONE -> wire.has(ERROR_EVENT.label());
      case NAMELESS_ERROR_AFTER_DONE -> wire.has(NAMELESS_ERROR.label());
      case EVENT_CASE -> wire.name().equals("eywa");
      case OTHER_PROTOCOL, CR, MULTI_LINE_DATA, ID_RETRY, COMMENT_FLOOD -> wire.isSse();
      case DEEP_JSON, DUPLICATE_KEYS -> wire.hasObjects();
      case MALFORMED,
          NUL_BYTES,
          SPLIT_PAIRS,
          EMPTY_DELTAS,
          CRLF,
          SPLIT_CRLF,
          ENDLESS_LINE,
          DONE_UNFINISHED,
          DOUBLE_DONE,
          TOKEN_AFTER_DONE ->
          wire.hasLines();
      case TOKEN_FLOOD -> !wire.isNumbered();
      default -> true;
    };
  }

  /**
   * Refuses what a service of that protocol can't do.
   *
   * @throws UserError with exit code 2; it names what it can
   */
  public void requireIn(WireFormat wire) {
    if (!isIn(wire)) {
      String can =
          Arrays.stream(values())
              .filter(fault -> fault.isIn(wire))
              .map(Fault::label)
              .collect(Collectors.joining(", "));
      throw UserError.usage(
          "a service that speaks " + wire + " can't do " + label(), "Use one of " + can + ".");
    }
  }

  /**
   * The fault with that label.
   *
   * @throws UserError with exit code 2 when there is none; it names all labels, and a near one
   *     first
   */
  public static Fault labelled(String label) {
    for (Fault fault : values()) {
      if (fault.label().equals(label)) {
        return fault;
      }
    }
    List<String> labels = Arrays.stream(values()).map(Fault::label).toList();
    List<String> near = Spelling.near(label, labels);
    throw UserError.usage(
        "there is no such fault"
            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"),
        "Use one of " + String.join(", ", labels) + ".");
  }
}
