package chatload.service.journal;

import chatload.run.Millis;

/**
 * What the service did for one trace id. Instants are {@link System#nanoTime}, which all processes
 * of one Linux machine share.
 *
 * @param traceId the {@code x-trace-id} that was sent, or the one given out for want of it
 * @param posts how often it was POSTed; the instants are those of the last time
 * @param receivedNanos when the request, body included, had been decoded
 * @param firstTokenNanos just before the first token with text was written; null if none was
 * @param terminalNanos just before the first {@code done} or {@code error} event was written; null
 *     if none was
 * @param fault label of the injected {@link Fault}; null without one
 * @param maxGapMs longest time between two tokens with text, milliseconds; null below two
 * @param maxGapAt after how many of them it came; null likewise
 */
public record Entry(
    String traceId,
    int posts,
    long receivedNanos,
    Long firstTokenNanos,
    Long terminalNanos,
    String fault,
    Double maxGapMs,
    Integer maxGapAt) {

  /** From the request to the first token, milliseconds with one decimal; null without token. */
  public Double firstTokenMs() {
    return sinceReceived(firstTokenNanos);
  }

  /** From the request to the terminal event, milliseconds with one decimal; null without it. */
  public Double totalMs() {
    return sinceReceived(terminalNanos);
  }

  private Double sinceReceived(Long nanos) {
    return nanos == null ? null : Millis.ofNanos(nanos - receivedNanos);
  }
}
