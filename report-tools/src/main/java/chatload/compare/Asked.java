package chatload.compare;

import chatload.metric.ChatTime;
import chatload.metric.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A question with unrounded figures, before it is known how many there are.
 *
 * @param chance how probable such figures are if it grew by no more than is tolerated, of this one
 *     question
 */
record Asked(
    ChatTime time,
    Integer percent,
    double before,
    double after,
    double change,
    double atLeast,
    double atMost,
    BigDecimal tolerated,
    double chance) {

  /** How often WORSE, and how often NOT_WORSE, may be wrong. */
  static final double RISK = 0.05;

  private static final int DECIMALS = 4;

  /** Smaller ones nobody tells apart. */
  private static final double LEAST_CHANCE = 1e-4;

  /**
   * Being worse is proven if any question proves it, so chances count as they do for several; not
   * being worse only if every one does, so each may take the whole risk.
   *
   * @param adjusted the chance as it counts among all questions
   */
  Question judged(double adjusted) {
    return new Question(
        time,
        percent,
        rounded(before),
        rounded(after),
        rounded(change),
        rounded(atLeast),
        rounded(atMost),
        tolerated,
        chance(adjusted),
        judgement(adjusted));
  }

  private Judgement judgement(double adjusted) {
    if (atMost <= tolerated.doubleValue()) {
      return Judgement.NOT_WORSE;
    }
    return adjusted <= RISK ? Judgement.WORSE : Judgement.INCONCLUSIVE;
  }

  /** No less than it is, and never 0. */
  static BigDecimal chance(double chance) {
    return Rounding.plain(
        BigDecimal.valueOf(Math.max(chance, LEAST_CHANCE)).setScale(DECIMALS, RoundingMode.UP));
  }

  static BigDecimal rounded(double figure) {
    return Rounding.plain(BigDecimal.valueOf(figure).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
