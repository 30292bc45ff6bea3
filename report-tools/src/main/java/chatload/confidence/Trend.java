package chatload.confidence;

import chatload.metric.ChatTime;
import chatload.metric.NearestRank;
import chatload.metric.Rounding;
import chatload.records.ChatPoint;
import chatload.records.RecordedChats;
import chatload.records.Span;
import chatload.words.Phrase;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether something got better or worse while a run went: the first third of its time against the
 * last one. Told of runs that are long enough; no verdict depends on it.
 *
 * @param of what it is about
 * @param firstChats chats of the first third that it is over
 * @param first median of their times in milliseconds, or the share of them that failed
 * @param lastChats the same of the last third
 * @param last the same
 * @param chance how probable such a difference is where nothing changes, of all that are asked
 *     together
 * @param beyondChance whether that is too improbable to be it
 */
public record Trend(
    Of of,
    int firstChats,
    BigDecimal first,
    int lastChats,
    BigDecimal last,
    BigDecimal chance,
    boolean beyondChance) {

  /** Fewer chats, or fewer seconds between the first and the last start, have no trend. */
  public static final int LEAST_CHATS = 300;

  public static final int LEAST_SECONDS = 60;

  /** A third with fewer times than that tells nothing. */
  private static final int LEAST_IN_A_THIRD = 30;

  /**
   * How often one may be told where there is none is 5 %. Blocks of chats that go very much alike
   * are still somewhat alike, for which the rest is room.
   */
  private static final double RISK = 0.03;

  private static final int DECIMALS = 4;

  /** Smaller ones nobody tells apart. */
  private static final double LEAST_CHANCE = 1e-4;

  /** What it can be about. */
  public enum Of implements Phrase {
    FIRST_TOKEN("firstToken", chats -> chats.counting(ChatTime.FIRST_TOKEN)),
    TOTAL("total", chats -> chats.counting(ChatTime.TOTAL)),
    LONGEST_PAUSE("longestPause", RecordedChats::gaps),
    FAILURES("failures", chats -> chats.counting(ChatTime.TOTAL));

    private final String id;
    private final Function<RecordedChats, List<ChatPoint>> points;

    Of(String id, Function<RecordedChats, List<ChatPoint>> points) {
      this.id = id;
      this.points = points;
    }

    /** The word used in JSON. */
    @JsonValue
    public String id() {
      return id;
    }

    @Override
    public String bundle() {
      return "trend";
    }

    private double[] values(RecordedChats chats, Span third) {
      List<ChatPoint> within =
          points.apply(chats).stream().filter(chat -> third.contains(chat.startMs())).toList();
      return this == FAILURES
          ? InOrder.of(within).mapToDouble(chat -> chat.ok() ? 0 : 1).toArray()
          : InOrder.millis(within);
    }

    private Drift drift(Thirds thirds) {
      return this == FAILURES
          ? Drift.ofShares(thirds.first(), thirds.last())
          : Drift.ofTimes(thirds.first(), thirds.last());
    }

    private BigDecimal middle(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return this == FAILURES
          ? rounded(Arrays.stream(values).average().orElseThrow())
          : Rounding.plain(
              BigDecimal.valueOf(NearestRank.of(50, sorted)).setScale(1, RoundingMode.HALF_UP));
    }
  }

  /** Values of the chats of both thirds, each in the order of their starts. */
  record Thirds(double[] first, double[] last) {}

  /** Of a run's chats; empty where it is too short. */
  public static List<Trend> of(RecordedChats chats) {
    Span together = chats.together().orElse(null);
    if (together == null) {
      return List.of();
    }
    double[] starts =
        chats.counting(ChatTime.TOTAL).stream()
            .mapToDouble(ChatPoint::startMs)
            .filter(together::contains)
            .sorted()
            .toArray();
    if (starts.length < LEAST_CHATS) {
      return List.of();
    }
    double from = starts[0];
    double to = starts[starts.length - 1];
    if (to - from < LEAST_SECONDS * 1000) {
      return List.of();
    }
    double third = (to - from) / 3;
    Map<Of, Thirds> all = new TreeMap<>();
    for (Of of : Of.values()) {
      all.put(
          of,
          new Thirds(
              of.values(chats, new Span(from, from + third)),
              of.values(chats, new Span(to - third, to))));
    }
    return of(all);
  }

  static List<Trend> of(Map<Of, Thirds> all) {
    List<Of> asked =
        all.keySet().stream()
            .filter(of -> all.get(of).first().length >= LEAST_IN_A_THIRD)
            .filter(of -> all.get(of).last().length >= LEAST_IN_A_THIRD)
            .toList();
    List<Drift> drifts = asked.stream().map(of -> of.drift(all.get(of))).toList();
    double[] chances = Holm.adjusted(drifts.stream().mapToDouble(Drift::chance).toArray());
    return IntStream.range(0, chances.length)
        .mapToObj(i -> of(asked.get(i), all.get(asked.get(i)), chances[i], drifts.get(i).rose()))
        .toList();
  }

  private static Trend of(Of of, Thirds thirds, double chance, boolean rose) {
    BigDecimal first = of.middle(thirds.first());
    BigDecimal last = of.middle(thirds.last());
    boolean isSeen = last.compareTo(first) == (rose ? 1 : -1);
    return new Trend(
        of,
        thirds.first().length,
        first,
        thirds.last().length,
        last,
        rounded(Math.max(chance, LEAST_CHANCE)),
        chance <= RISK && isSeen);
  }

  @JsonIgnore
  public boolean rose() {
    return last.compareTo(first) > 0;
  }

  static BigDecimal rounded(double figure) {
    return Rounding.plain(BigDecimal.valueOf(figure).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
