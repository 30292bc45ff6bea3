package chatload.verdict;

import chatload.metric.Rounding;
import chatload.records.RunEvidence;
import chatload.run.RunManifest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Whether the service was loaded as planned. A service that was not can't PASS; what it missed it
 * missed all the same, for less load is no excuse.
 */
final class Concurrency {

  /** The least share of the planned users who must have been at work at once. */
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.9");

  private Concurrency() {}

  /** Empty when enough users were at work, and for runs that do not say which user sent what. */
  static Optional<Reason> doubt(RunEvidence evidence, RunManifest manifest) {
    if (evidence.chats().atOnce().isEmpty()) {
      return Optional.empty();
    }
    int planned = manifest.config().concurrency();
    double atOnce = evidence.chats().atOnce().getAsDouble();
    if (isEnough(atOnce, planned)) {
      return Optional.empty();
    }
    BigDecimal needed = needed(planned);
    BigDecimal shown = Rounding.beside(BigDecimal.valueOf(atOnce), needed, 1);
    return Optional.of(
        Reason.of(
            Reason.Kind.CONCURRENCY_NOT_REACHED,
            shown.setScale(Math.max(1, shown.scale()), RoundingMode.UNNECESSARY).toPlainString(),
            Integer.toString(planned),
            needed.toPlainString()));
  }

  static boolean isEnough(double atOnce, int planned) {
    return BigDecimal.valueOf(atOnce).compareTo(needed(planned)) >= 0;
  }

  private static BigDecimal needed(int planned) {
    return LEAST_SHARE.multiply(BigDecimal.valueOf(planned));
  }
}
