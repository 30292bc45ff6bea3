package chatload.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An open load: when each chat is due, whatever became of those before. It is written as
 *
 * <pre>
 * rate 40/min for 10min
 * rate 2/s for 10min poisson seed 7
 * ramp 1/s to 20/s for 5min then rate 20/s for 10min
 * burst 30 every 1min for 10min
 * rate 5/s for 1min then pause 30s then rate 10/s for 1min
 * </pre>
 *
 * The text says everything, the seed included, so that the instants follow from it in every Java.
 */
public final class LoadShape {

  /** More chats than these are no load of one generator. */
  public static final int MOST_CHATS = 1_000_000;

  /** The longest load, microseconds. */
  static final long LONGEST = 24 * 3_600_000_000L;

  /** What is accepted, for messages. */
  public static final String FORMS =
      "replay FILE, or rate R for T, ramp R to R for T, burst N every T for T, pause T, one after the other with"
          + " then; with poisson behind a rate or ramp, and seed N at the end; R is such as 2/s or"
          + " 40/min, T such as 90s, 10min, 1h";

  private static final Pattern SEED = Pattern.compile("(.*\\S)\\s+seed\\s+([0-9]{1,18})");
  private static final Pattern RATE = Pattern.compile("rate (.+) for (.+?)( poisson)?");
  private static final Pattern RAMP = Pattern.compile("ramp (.+) to (.+) for (.+?)( poisson)?");
  private static final Pattern BURST = Pattern.compile("burst ([0-9]{1,7}) every (.+) for (.+)");
  private static final Pattern PAUSE = Pattern.compile("pause (.+)");
  private static final long DEFAULT_SEED = 1;

  private final List<LoadPart> parts;
  private final long seed;
  private final long[] micros;

  private LoadShape(List<LoadPart> parts, long seed) {
    this.parts = parts;
    this.seed = seed;
    this.micros = draw();
  }

  /**
   * @throws IllegalArgumentException if it is none, with what is accepted; also for one without
   *     chats, with more than {@link #MOST_CHATS}, or longer than a day
   */
  public static LoadShape parse(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher seeded = SEED.matcher(words);
    boolean isSeeded = seeded.matches();
    List<LoadPart> parts = new ArrayList<>();
    for (String part : (isSeeded ? seeded.group(1) : words).split(" then ", -1)) {
      parts.add(part(part.strip()));
    }
    if (isSeeded && parts.stream().noneMatch(LoadPart::isDrawn)) {
      throw new IllegalArgumentException("a seed is for poisson alone");
    }
    if (parts.stream().mapToDouble(LoadPart::micros).sum() > LONGEST) {
      throw new IllegalArgumentException("it lasts longer than 24h, the longest load");
    }
    return new LoadShape(parts, isSeeded ? Long.parseLong(seeded.group(2)) : DEFAULT_SEED);
  }

  private static LoadPart part(String text) {
    Matcher rate = RATE.matcher(text);
    if (rate.matches()) {
      Quantity.PerSecond all = notZero(Quantity.rate(rate.group(1)));
      return new LoadPart.Rate(all, all, Quantity.micros(rate.group(2)), rate.group(3) != null);
    }
    Matcher ramp = RAMP.matcher(text);
    if (ramp.matches()) {
      Quantity.PerSecond from = Quantity.rate(ramp.group(1));
      Quantity.PerSecond to = Quantity.rate(ramp.group(2));
      notZero(from.value() > 0 ? from : to);
      return new LoadPart.Rate(from, to, Quantity.micros(ramp.group(3)), ramp.group(4) != null);
    }
    Matcher burst = BURST.matcher(text);
    if (burst.matches() && Integer.parseInt(burst.group(1)) > 0) {
      return new LoadPart.Bursts(
          Integer.parseInt(burst.group(1)),
          Quantity.micros(burst.group(2)),
          Quantity.micros(burst.group(3)));
    }
    Matcher pause = PAUSE.matcher(text);
    if (pause.matches()) {
      return new LoadPart.Pause(Quantity.micros(pause.group(1)));
    }
    throw new IllegalArgumentException("\"" + text + "\" is no part of a load: " + FORMS);
  }

  private static Quantity.PerSecond notZero(Quantity.PerSecond rate) {
    if (rate.value() <= 0) {
      throw new IllegalArgumentException("at a rate of 0 nobody ever arrives; see pause");
    }
    return rate;
  }

  /** {@link Random} draws the same numbers in every Java, and StrictMath has one logarithm. */
  private long[] draw() {
    Random random = new Random(seed);
    Instants instants = new Instants();
    for (LoadPart part : parts) {
      part.arrivals(() -> -StrictMath.log(1 - random.nextDouble()), instants::add);
      instants.from += part.micros();
    }
    if (instants.count == 0) {
      throw new IllegalArgumentException(
          "nobody arrives in it; make it longer, or the rate higher");
    }
    return instants.all.build().toArray();
  }

  private static final class Instants {
    private final LongStream.Builder all = LongStream.builder();
    private int count;
    private long from;

    void add(long micros) {
      if (count == MOST_CHATS) {
        throw new IllegalArgumentException(
            "it has more than " + MOST_CHATS + " chats, the most of one load");
      }
      all.add(from + micros);
      count++;
    }
  }

  /** Number of chats. */
  public int chats() {
    return micros.length;
  }

  /** When each chat is due: microseconds from the beginning of the load, ascending; a copy. */
  public long[] micros() {
    return micros.clone();
  }

  /** How long chats are due, milliseconds, rounded up. */
  public long millis() {
    return (parts.stream().mapToLong(LoadPart::micros).sum() + 999) / 1000;
  }

  /** In one way of writing it: equal texts are equal loads. */
  @Override
  public String toString() {
    String words = parts.stream().map(LoadPart::words).collect(Collectors.joining(" then "));
    return parts.stream().anyMatch(LoadPart::isDrawn) ? words + " seed " + seed : words;
  }
}
