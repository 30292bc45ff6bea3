package chatload.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How a reply came while its user read it. */
public enum Flow implements Quantity {
  /** The longest time between two pieces of text that can be seen. */
  LONGEST_GAP(
      "longestGap",
      Unit.MILLIS,
      chat -> of(chat.maxGapMs()),
      chat -> of(chat.maxGapMs()),
      chat -> of(chat.generatorMaxGapMs())),
  /** The time between two pieces that 95 % of the gaps do not exceed. */
  P95_GAP(
      "p95Gap",
      Unit.MILLIS,
      chat -> of(chat.p95GapMs()),
      chat -> of(chat.p95GapMs()),
      chat -> of(chat.generatorP95GapMs())),
  /** From the terminal event to the end of the response. */
  TAIL("tail", Unit.MILLIS, Flow::tail, Flow::tail, chat -> of(chat.generatorClosedMs())),
  /** Of text, from the first token to the terminal event; of replies in one piece there is none. */
  CHARS_PER_SECOND(
      "charsPerSecond",
      Unit.PER_SECOND,
      chat -> rate(of(chat.chars()), reading(chat)),
      Flow::reading,
      chat -> of(chat.generatorTotalMs())),
  /** As the service counts them, from the first that was generated to the terminal event. */
  OUTPUT_TOKENS_PER_SECOND(
      "outputTokensPerSecond",
      Unit.PER_SECOND,
      chat -> rate(of(chat.outputTokens()), generating(chat)),
      Flow::generating,
      chat -> of(chat.generatorTotalMs()));

  private final String id;
  private final Unit unit;
  private final ToDoubleFunction<ChatTime.Timed> value;
  private final ToDoubleFunction<ChatTime.Timed> span;
  private final ToDoubleFunction<ChatTime.Timed> generator;

  Flow(
      String id,
      Unit unit,
      ToDoubleFunction<ChatTime.Timed> value,
      ToDoubleFunction<ChatTime.Timed> span,
      ToDoubleFunction<ChatTime.Timed> generator) {
    this.id = id;
    this.unit = unit;
    this.value = value;
    this.span = span;
    this.generator = generator;
  }

  private static double of(Number number) {
    return number == null ? Double.NaN : number.doubleValue();
  }

  private static double tail(ChatTime.Timed chat) {
    return tenths(of(chat.closedMs()) - of(chat.totalMs()));
  }

  private static double reading(ChatTime.Timed chat) {
    return chat.maxGapMs() == null
        ? Double.NaN
        : tenths(of(chat.totalMs()) - of(chat.firstTokenMs()));
  }

  private static double generating(ChatTime.Timed chat) {
    return tenths(of(chat.totalMs()) - of(chat.earliestMs()));
  }

  /** As all times are. */
  private static double tenths(double millis) {
    return Double.isNaN(millis) ? millis : Math.round(millis * 10) / 10.0;
  }

  private static double rate(double amount, double spanMs) {
    return spanMs > 0 ? amount * 1000 / spanMs : Double.NaN;
  }

  @Override
  @JsonValue
  public String id() {
    return id;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public double of(ChatTime.Timed chat) {
    return value.applyAsDouble(chat);
  }

  @Override
  public double spanMs(ChatTime.Timed chat) {
    return span.applyAsDouble(chat);
  }

  @Override
  public float generatorShare(ChatTime.Timed chat) {
    double share = generator.applyAsDouble(chat);
    return Double.isNaN(share) ? 0 : (float) share;
  }

  @Override
  public boolean isBetweenPieces() {
    return this == LONGEST_GAP || this == P95_GAP || this == CHARS_PER_SECOND;
  }

  /** What ends it is an arrival like that of the terminal event. */
  @Override
  public Optional<Double> error(ChatTime.Calibrated calibration) {
    return Optional.ofNullable(calibration.totalErrorP95Ms());
  }
}
