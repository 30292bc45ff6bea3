package chatload.records;

import chatload.metric.Quantity;
import java.util.BitSet;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Counts the chats that were good: OK, and inside every limit of a single chat. */
public final class GoodChats {

  private final ChatColumns columns;

  GoodChats(ChatColumns columns) {
    this.columns = columns;
  }

  /** Those that were. */
  public int count(Map<Quantity, Double> limits) {
    return rows(limits, columns::value).cardinality();
  }

  /** Those that were, by their place in the file. */
  public BitSet rows(Map<Quantity, Double> limits) {
    return rows(limits, columns::value);
  }

  /**
   * Those that can have been, if the load generator made the others look worse.
   *
   * @param tooLongMs by how much all can have been measured too long, beyond what is known of
   *     single chats
   */
  public int atMost(Map<Quantity, Double> limits, ToDoubleFunction<Quantity> tooLongMs) {
    return rows(limits, (row, one) -> columns.best(row, one, tooLongMs.applyAsDouble(one)))
        .cardinality();
  }

  /** What a chat had of a quantity. */
  private interface Valued {
    double of(int row, Quantity quantity);
  }

  private BitSet rows(Map<Quantity, Double> limits, Valued valued) {
    BitSet good = new BitSet();
    IntStream.range(0, columns.size())
        .filter(row -> columns.outcome(row).isOk() && isInside(row, limits, valued))
        .forEach(good::set);
    return good;
  }

  private boolean isInside(int row, Map<Quantity, Double> limits, Valued valued) {
    return limits.entrySet().stream()
        .allMatch(limit -> isInside(row, limit.getKey(), limit.getValue(), valued));
  }

  /** What is not known is not inside. */
  private boolean isInside(int row, Quantity quantity, double limit, Valued valued) {
    return columns.isWithout(row, quantity) || quantity.isInside(valued.of(row, quantity), limit);
  }
}
