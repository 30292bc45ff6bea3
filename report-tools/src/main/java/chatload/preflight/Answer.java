package chatload.preflight;

import chatload.run.Outcome;
import java.util.Map;
import java.util.Objects;

/**
 * What came back for one request, as the load's client saw it. All texts are untrusted.
 *
 * @param traceId the {@code x-trace-id} that was sent
 * @param sent whether the request was written, not only a connection asked for
 * @param status HTTP status; null if no response arrived
 * @param headers first values of the response's headers by their lower-case names
 * @param body its beginning, unless it is an event stream
 * @param failure why there is no response, or no more of it; null without such a reason
 * @param elapsedMs until the answer or the failure was complete, milliseconds
 * @param outcome how the chat would count in a load
 * @param error in words, without secrets; null if the outcome is OK
 * @param stream what the event stream brought; all null without one
 * @param embedded whether this project's own chat service answered
 */
public record Answer(
    String traceId,
    boolean sent,
    Integer status,
    Map<String, String> headers,
    String body,
    Throwable failure,
    double elapsedMs,
    Outcome outcome,
    String error,
    Stream stream,
    boolean embedded) {

  /**
   * What an event stream brought; times are milliseconds, null where there was nothing.
   *
   * @param chunks pieces of text
   */
  public record Stream(
      Double firstTokenMs, Double endMs, int chunks, Double maxGapMs, Integer persistedCount) {}

  public Answer {
    Objects.requireNonNull(traceId, "traceId");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(stream, "stream");
    headers = Map.copyOf(headers);
  }

  /** Empty without that header. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
