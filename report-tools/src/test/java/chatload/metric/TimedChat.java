package chatload.metric;

/** A chat with what a test says of it, and nothing else. */
record TimedChat(
    Double earliestMs,
    Double firstTokenMs,
    Double totalMs,
    Double closedMs,
    Double maxGapMs,
    Double p95GapMs,
    Integer chars,
    Long outputTokens,
    Double generatorMs)
    implements ChatTime.Timed {

  /** A streamed reply of which everything is known. */
  static final TimedChat STREAMED =
      new TimedChat(50.0, 100.0, 300.0, 310.4, 60.0, 40.0, 30, 10L, null);

  TimedChat lateBy(double millis) {
    return new TimedChat(
        earliestMs,
        firstTokenMs,
        totalMs,
        closedMs,
        maxGapMs,
        p95GapMs,
        chars,
        outputTokens,
        millis);
  }

  @Override
  public double endMs() {
    return totalMs;
  }

  @Override
  public Double generatorEarliestMs() {
    return generatorMs;
  }

  @Override
  public Double generatorFirstTokenMs() {
    return generatorMs;
  }

  @Override
  public Double generatorTotalMs() {
    return generatorMs;
  }

  @Override
  public Double generatorMaxGapMs() {
    return generatorMs;
  }

  @Override
  public Double generatorP95GapMs() {
    return generatorMs;
  }

  @Override
  public Double generatorClosedMs() {
    return generatorMs;
  }
}
