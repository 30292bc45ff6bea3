package chatload.records;

import chatload.metric.ChatTime;
import chatload.metric.Quantity;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What is kept in memory of every usable record of a run, one column per field, in the order of the
 * file: about ninety bytes a chat, and eight more for each quantity that is limited, so that a
 * million of them fit in little memory. Everything else is read again from the file when it is
 * wanted.
 */
final class ChatColumns {

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Cause[] CAUSES = Cause.values();
  private static final byte NO_CAUSE = -1;

  private int size;
  private int[] ids = new int[256];
  private long[] offsets = new long[256];
  private int[] lengths = new int[256];
  private double[] startMs = new double[256];
  private final List<Quantity> quantities;
  private final double[][] values;
  private final double[][] spansMs;
  private final BitSet inOnePiece = new BitSet();
  private double[] closedMs = new double[256];
  private float[] thoughtMs = new float[256];
  private int[] users = new int[256];
  private long[] replies = new long[256];
  private byte[] outcomes = new byte[256];
  private byte[] causes = new byte[256];

  /** Null as long as no record has one. */
  private float[] gapMs;

  private final GeneratorShares generator;

  /**
   * @param further quantities that are looked at beside times
   */
  ChatColumns(List<Quantity> further) {
    List<Quantity> all = new ArrayList<>(List.of(ChatTime.values()));
    further.stream().filter(one -> !all.contains(one)).forEach(all::add);
    quantities = List.copyOf(all);
    values = new double[quantities.size()][256];
    spansMs = new double[quantities.size()][];
    Arrays.setAll(spansMs, i -> quantities.get(i).isRate() ? new double[256] : null);
    generator = new GeneratorShares(quantities);
  }

  /**
   * @param outcome as which it counts
   * @param offset where its line starts in the file, bytes
   * @param length of its line, bytes
   */
  public void add(ChatRecord chat, Outcome outcome, long offset, int length) {
    if (size == ids.length) {
      grow(size + (size >> 1));
    }
    ids[size] = chat.id();
    offsets[size] = offset;
    lengths[size] = length;
    startMs[size] = chat.startMs();
    for (int i = 0; i < values.length; i++) {
      values[i][size] = quantities.get(i).of(chat);
      if (spansMs[i] != null) {
        spansMs[i][size] = quantities.get(i).spanMs(chat);
      }
    }
    inOnePiece.set(size, chat.chunks() < 2);
    closedMs[size] =
        chat.startMs() + (chat.closedMs() == null ? chat.elapsedMs() : chat.closedMs());
    thoughtMs[size] = chat.thoughtMs() == null ? 0 : chat.thoughtMs().floatValue();
    users[size] = chat.user() == null ? 0 : chat.user();
    replies[size] = chat.replyHash() == null ? 0 : Long.parseUnsignedLong(chat.replyHash(), 16);
    outcomes[size] = (byte) outcome.ordinal();
    boolean hasCause = outcome.isFailure() && chat.cause() != null;
    causes[size] = hasCause ? (byte) chat.cause().ordinal() : NO_CAUSE;
    if (chat.maxGapMs() != null) {
      keepGap(chat.stallMs());
    }
    generator.add(size, chat);
    size++;
  }

  int size() {
    return size;
  }

  int id(int row) {
    return ids[row];
  }

  long offset(int row) {
    return offsets[row];
  }

  int length(int row) {
    return lengths[row];
  }

  double startMs(int row) {
    return startMs[row];
  }

  /** From when its user was at work for it, since the run's start: a user who thinks is. */
  double atWorkMs(int row) {
    return startMs[row] - thoughtMs[row];
  }

  /** NaN if the chat has none; only of what is kept. */
  double value(int row, Quantity quantity) {
    return values[quantities.indexOf(quantity)][row];
  }

  /**
   * What it can have been without what the load generator can have added; only of what is kept.
   *
   * @param tooLongMs the same beyond what is known of single chats
   */
  double best(int row, Quantity quantity, double tooLongMs) {
    double[] spans = spansMs[quantities.indexOf(quantity)];
    double value = value(row, quantity);
    double added = generator.of(row, quantity) + tooLongMs;
    return quantity.best(value, spans == null ? value : spans[row], added);
  }

  /**
   * Whether there was nothing to wait for, so that no limit on it can be missed: a reply in one
   * piece has no gap, and what came all at once no rate.
   */
  boolean isWithout(int row, Quantity quantity) {
    double[] spans = spansMs[quantities.indexOf(quantity)];
    return quantity.isBetweenPieces() && inOnePiece.get(row) || spans != null && spans[row] == 0;
  }

  /** Whether it had some of it, and nobody knows how much. */
  boolean isUnknown(int row, Quantity quantity) {
    return Double.isNaN(value(row, quantity)) && !isWithout(row, quantity);
  }

  /** Longest gap in its reply that the load generator did not make; NaN without any. */
  double gapMs(int row) {
    return gapMs == null ? Double.NaN : gapMs[row];
  }

  /** When its response had ended, since the run's start: until then it was in flight. */
  double closedMs(int row) {
    return closedMs[row];
  }

  /** Which user sent it; 0 if the record does not say. */
  int user(int row) {
    return users[row];
  }

  /** Equal for equal replies; 0 if the record does not say. */
  long reply(int row) {
    return replies[row];
  }

  Outcome outcome(int row) {
    return OUTCOMES[outcomes[row]];
  }

  /** Null when the chat was OK. */
  Cause cause(int row) {
    return causes[row] == NO_CAUSE ? null : CAUSES[causes[row]];
  }

  /** Number of chats by outcome, those that occur. */
  Map<Outcome, Integer> outcomes() {
    int[] found = new int[OUTCOMES.length];
    for (int row = 0; row < size; row++) {
      found[outcomes[row]]++;
    }
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : OUTCOMES) {
      if (found[outcome.ordinal()] > 0) {
        counts.put(outcome, found[outcome.ordinal()]);
      }
    }
    return Collections.unmodifiableMap(counts);
  }

  /** How many different replies these chats got; empty without any, or if one does not say. */
  OptionalInt differentReplies(IntStream rows) {
    long[] sorted = rows.mapToLong(this::reply).sorted().toArray();
    if (sorted.length == 0 || Arrays.binarySearch(sorted, 0) >= 0) {
      return OptionalInt.empty();
    }
    int different = 1;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] != sorted[i - 1]) {
        different++;
      }
    }
    return OptionalInt.of(different);
  }

  private void grow(int capacity) {
    ids = Arrays.copyOf(ids, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    startMs = Arrays.copyOf(startMs, capacity);
    Arrays.setAll(values, i -> Arrays.copyOf(values[i], capacity));
    Arrays.setAll(spansMs, i -> spansMs[i] == null ? null : Arrays.copyOf(spansMs[i], capacity));
    closedMs = Arrays.copyOf(closedMs, capacity);
    thoughtMs = Arrays.copyOf(thoughtMs, capacity);
    users = Arrays.copyOf(users, capacity);
    replies = Arrays.copyOf(replies, capacity);
    outcomes = Arrays.copyOf(outcomes, capacity);
    causes = Arrays.copyOf(causes, capacity);
    if (gapMs != null) {
      growGaps(size, capacity);
    }
  }

  private void keepGap(double millis) {
    if (gapMs == null) {
      gapMs = new float[0];
      growGaps(0, ids.length);
    }
    gapMs[size] = (float) millis;
  }

  private void growGaps(int known, int capacity) {
    gapMs = Arrays.copyOf(gapMs, capacity);
    Arrays.fill(gapMs, known, capacity, Float.NaN);
  }
}
