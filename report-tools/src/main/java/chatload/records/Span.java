package chatload.records;

/** A part of a run: milliseconds since its start. */
public record Span(double fromMs, double toMs) {

  public boolean contains(double millis) {
    return fromMs <= millis && millis <= toMs;
  }
}
