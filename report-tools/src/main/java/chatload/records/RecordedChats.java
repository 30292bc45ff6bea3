package chatload.records;

import chatload.metric.ChatTime;
import chatload.metric.Latencies;
import chatload.metric.Quantity;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the usable records of one run say together, one record per chat. Times are milliseconds.
 *
 * <p>Of every chat only the figures are kept in memory; whole records are read again from the file
 * one by one when they are asked for, so that a million of them, also of failures, need little.
 */
public final class RecordedChats {

  private final ChatColumns columns;
  private final RecordFile file;
  private final int[] missing;
  private final Traits traits;
  private final Users users;
  private final Map<Outcome, Integer> outcomes;
  private final int ok;
  private Latencies latencies;

  RecordedChats(ChatColumns columns, RecordFile file, int[] missing, Traits traits, Users users) {
    this.columns = columns;
    this.file = file;
    this.missing = missing;
    this.traits = traits;
    this.users = users;
    this.outcomes = columns.outcomes();
    this.ok = outcomes.getOrDefault(Outcome.OK, 0);
  }

  /** No record at all, and nothing known of what was planned. */
  static RecordedChats none() {
    ChatColumns none = new ChatColumns(List.of());
    return new RecordedChats(
        none,
        null,
        new int[0],
        new Traits(null, 0, 0, 0, 0, TokensUsed.NONE, -1),
        new Users(none, 1, 1));
  }

  /** Number of chats that were to be closed on purpose, and count for nothing. */
  public int cancelled() {
    return outcomes.getOrDefault(Outcome.CANCELLED, 0);
  }

  /** Number of OK chats. */
  public int ok() {
    return ok;
  }

  /** That of the OK chats that have it, in the order of the file. */
  public double[] values(Quantity quantity) {
    return okValues(row -> columns.value(row, quantity));
  }

  /** Number of OK chats of which nobody knows it. */
  public int unknown(Quantity quantity) {
    return count(row -> columns.outcome(row).isOk() && columns.isUnknown(row, quantity));
  }

  /** All times of the OK chats, summed up once and no more. */
  public Latencies latencies() {
    if (latencies == null) {
      latencies = Latencies.of(this::values);
    }
    return latencies;
  }

  /** The same without what the generator can have added to each, and {@code tooLongMs} to all. */
  public double[] best(Quantity quantity, double tooLongMs) {
    return okValues(row -> columns.best(row, quantity, tooLongMs));
  }

  /** Those of the OK ones that were good. */
  public GoodChats good() {
    return new GoodChats(columns);
  }

  /** Every chat that was recorded, in the order of the file; read when it is got. */
  public List<ChatRecord> chats() {
    return file == null
        ? List.of()
        : new Reread(file.inOrder(), columns, rows(row -> true).toArray());
  }

  /** Every chat that was recorded and failed, by id; each is read when it is got. */
  public List<ChatRecord> failures() {
    return records(rows(row -> columns.outcome(row).isFailure()));
  }

  /** Ids of {@link #failures()}, ascending. */
  public int[] failedIds() {
    return rows(row -> columns.outcome(row).isFailure()).map(columns::id).sorted().toArray();
  }

  /** As {@link #failures()}, those with that cause only. */
  public List<ChatRecord> failures(Cause cause) {
    return records(rows(row -> columns.cause(row) == cause));
  }

  /** Number of recorded chats by outcome, those that occur. */
  public Map<Outcome, Integer> outcomes() {
    return outcomes;
  }

  /** Number of recorded failures by cause, those that occur. */
  public Map<Cause, Integer> causes() {
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    rows(row -> columns.cause(row) != null)
        .forEach(row -> counts.merge(columns.cause(row), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Recorded failures of the load generator itself, without those that were never sent. */
  public int generatorFailures() {
    return count(row -> columns.cause(row) == Cause.GENERATOR && !isNotSent(row));
  }

  /** Recorded chats that were not sent for a reason of ours, not after a turn that failed. */
  public int notSent() {
    return count(row -> columns.cause(row) == Cause.GENERATOR && isNotSent(row));
  }

  /** Recorded turns that were not sent since one before them had failed. */
  public int leftOut() {
    return count(row -> columns.cause(row) != Cause.GENERATOR && isNotSent(row));
  }

  /** Recorded failures for want of time, which a late load generator may have caused. */
  public int timeFailures() {
    return count(
        row -> columns.cause(row) != Cause.GENERATOR && columns.outcome(row).isForWantOfTime());
  }

  private boolean isNotSent(int row) {
    return columns.outcome(row) == Outcome.NOT_SENT;
  }

  private int count(IntPredicate wanted) {
    return (int) rows(wanted).count();
  }

  /** The slowest OK chats, the slowest first, and of equals the one with the lower id. */
  public List<ChatRecord> slowest(ChatTime time, int most) {
    Comparator<Integer> fasterFirst =
        Comparator.<Integer>comparingDouble(row -> columns.value(row, time))
            .thenComparing(Comparator.<Integer>comparingInt(columns::id).reversed());
    PriorityQueue<Integer> slowest = new PriorityQueue<>(fasterFirst);
    okRows()
        .filter(row -> !Double.isNaN(columns.value(row, time)))
        .forEach(
            row -> {
              slowest.add(row);
              if (slowest.size() > most) {
                slowest.remove();
              }
            });
    return slowest.stream().sorted(fasterFirst.reversed()).map(this::record).toList();
  }

  /** The OK chat that took exactly that long, and of several the one with the lowest id. */
  public Optional<ChatRecord> withTime(ChatTime time, double millis) {
    return okRows()
        .filter(row -> columns.value(row, time) == millis)
        .boxed()
        .min((one, other) -> Integer.compare(columns.id(one), columns.id(other)))
        .map(this::record);
  }

  /** The OK chat with the longest gap that the generator did not make; empty if none is known. */
  public Optional<ChatRecord> longestStall() {
    return traits.stalled() < 0 ? Optional.empty() : Optional.of(record(traits.stalled()));
  }

  /** That of every recorded chat as charts show it, in the order of the file. */
  public List<ChatPoint> points(Quantity quantity) {
    return new ChatPoints(columns, row -> columns.value(row, quantity));
  }

  /** The same without those that were closed on purpose. */
  public List<ChatPoint> counting(ChatTime time) {
    return counting(points(time));
  }

  /** The longest time between two pieces of the reply, of chats that count, as above. */
  public List<ChatPoint> gaps() {
    return counting(new ChatPoints(columns, columns::gapMs));
  }

  private List<ChatPoint> counting(List<ChatPoint> points) {
    return cancelled() == 0
        ? points
        : points.stream().filter(one -> one.outcome() != Outcome.CANCELLED).toList();
  }

  /** Number of {@link #missing()}. */
  public int missingCount() {
    return missing.length;
  }

  /** Ids of the planned chats without a usable record, ascending; a copy. */
  public int[] missing() {
    return missing.clone();
  }

  /** From the first chat's start to the last one's end; null without any record. */
  public Double spanMs() {
    return traits.spanMs();
  }

  /** OK chats that said of themselves that nothing was persisted. */
  public int notPersisted() {
    return traits.notPersisted();
  }

  /** Responses that did not carry the trace id that was sent. */
  public int notEchoed() {
    return traits.notEchoed();
  }

  /** The tokens that the service said it has used; empty if it never said so. */
  public Optional<TokensUsed> used() {
    return Optional.of(traits.used()).filter(said -> said.chats() > 0);
  }

  /** OK chats whose reply could have been streamed, see {@link Burst}. */
  public int ableToStream() {
    return traits.ableToStream();
  }

  /** OK chats whose reply came all at once, see {@link Burst}. */
  public int inBursts() {
    return traits.inBursts();
  }

  /** Users without an OK chat; empty for versions whose users shared one pool of chats. */
  public OptionalInt usersWithoutOk() {
    return users.areKnown() ? OptionalInt.of(users.withoutOk()) : OptionalInt.empty();
  }

  /**
   * Mean number of chats in flight while all users should have been at work; the most at once where
   * there is no such time. Empty as above.
   */
  public OptionalDouble atOnce() {
    return users.areKnown() ? OptionalDouble.of(users.atOnce()) : OptionalDouble.empty();
  }

  /** From when to when all users should have been at work; without end where none are known. */
  public Optional<Span> together() {
    return users.together();
  }

  /**
   * How many different replies the OK chats got: one for all may be one that a service keeps for
   * everybody. Empty without OK chats, and where a record does not say.
   */
  public OptionalInt differentReplies() {
    return columns.differentReplies(okRows());
  }

  private double[] okValues(IntToDoubleFunction value) {
    return okRows().mapToDouble(value).filter(one -> !Double.isNaN(one)).toArray();
  }

  private IntStream okRows() {
    return rows(row -> columns.outcome(row).isOk());
  }

  private IntStream rows(IntPredicate wanted) {
    return IntStream.range(0, columns.size()).filter(wanted);
  }

  private ChatRecord record(int row) {
    return file.read(columns.id(row), columns.offset(row), columns.length(row));
  }

  private List<ChatRecord> records(IntStream rows) {
    return Reread.byId(file, columns, rows);
  }
}
