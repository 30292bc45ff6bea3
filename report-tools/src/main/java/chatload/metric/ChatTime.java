package chatload.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A time that a chat takes, in the order in which documents list them. Milliseconds. */
public enum ChatTime implements Quantity {
  /** The first that the model produced, seen or not. */
  FIRST_GENERATED(
      "firstGenerated",
      Clocked::firstGenerated,
      Timed::earliestMs,
      Timed::generatorEarliestMs,
      Calibrated::firstTokenErrorP95Ms),
  /** The first that its user sees. */
  FIRST_TOKEN(
      "firstToken",
      Clocked::firstToken,
      Timed::firstTokenMs,
      Timed::generatorFirstTokenMs,
      Calibrated::firstTokenErrorP95Ms),
  TOTAL(
      "total",
      Clocked::terminal,
      Timed::endMs,
      Timed::generatorTotalMs,
      Calibrated::totalErrorP95Ms);

  private final String id;
  private final ToLongFunction<Clocked> clocked;
  private final Function<Timed, Double> time;
  private final Function<Timed, Double> generator;
  private final Function<Calibrated, Double> error;

  ChatTime(
      String id,
      ToLongFunction<Clocked> clocked,
      Function<Timed, Double> time,
      Function<Timed, Double> generator,
      Function<Calibrated, Double> error) {
    this.id = id;
    this.clocked = clocked;
    this.time = time;
    this.generator = generator;
    this.error = error;
  }

  /** A chat that has just ended; nanoseconds, negative for what did not happen. */
  public interface Clocked {
    long firstGenerated();

    long firstToken();

    long terminal();
  }

  /** A chat that was timed; null where there is nothing to tell. */
  public interface Timed {
    /**
     * The first that was produced; where nobody looked, the first that was seen, which is no
     * earlier.
     */
    Double earliestMs();

    Double firstTokenMs();

    /** The total of an OK chat; of others, when the outcome was known. */
    double endMs();

    /** The most that the load generator itself can have added. */
    Double generatorEarliestMs();

    /** As above. */
    Double generatorFirstTokenMs();

    /** As above. */
    Double generatorTotalMs();

    Double totalMs();

    /** When the response had ended. */
    Double closedMs();

    /** The most that lay between two pieces of text. */
    Double maxGapMs();

    Double p95GapMs();

    /** As above. */
    Double generatorMaxGapMs();

    /** As above. */
    Double generatorP95GapMs();

    /** Since the terminal event, as above. */
    Double generatorClosedMs();

    /** Characters of the reply. */
    Integer chars();

    /** Tokens of the answer, as the service said. */
    Long outputTokens();
  }

  /** By how much times were measured too long, at P95; null where nobody knows. */
  public interface Calibrated {
    Double firstTokenErrorP95Ms();

    Double totalErrorP95Ms();
  }

  /** The word used in JSON. */
  @Override
  @JsonValue
  public String id() {
    return id;
  }

  @Override
  public Unit unit() {
    return Unit.MILLIS;
  }

  @Override
  public double spanMs(Timed chat) {
    return of(chat);
  }

  /** Nanoseconds; negative if that chat has none. */
  public long nanos(Clocked chat) {
    return clocked.applyAsLong(chat);
  }

  @Override
  public double of(Timed chat) {
    Double millis = time.apply(chat);
    return millis == null ? Double.NaN : millis;
  }

  @Override
  public float generatorShare(Timed chat) {
    Double millis = generator.apply(chat);
    return millis == null ? 0 : millis.floatValue();
  }

  @Override
  public Optional<Double> error(Calibrated calibration) {
    return Optional.ofNullable(error.apply(calibration));
  }
}
