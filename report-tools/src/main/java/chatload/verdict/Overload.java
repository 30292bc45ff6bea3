package chatload.verdict;

import chatload.metric.Figures;
import chatload.metric.Rounding;
import chatload.run.RunManifest.Generator;
import chatload.run.Watched;
import chatload.run.Watched.Lateness;
import java.util.Optional;

/**
 * Whether the load generator was so late during a run that the run says little about the service:
 * each user waits for the reply before sending the next chat, so a late generator also sends less
 * load than was planned, and even good times prove nothing.
 */
final class Overload {

  /**
   * The most that the event loop or the handing over of chats may be late at P95, milliseconds. A
   * chat has some three steps that can each be late by so much; together that is little beside the
   * seconds that limits are about, and as little of the load that was planned. Generators that have
   * the processor time they need stay far below it.
   */
  static final double LIMIT_MS = 100;

  private Overload() {}

  /** Whether the run says how late the load generator was. */
  static boolean isKnown(Generator generator) {
    return generator != null
        && generator.watch() != null
        && generator.watch().loopLag().p95Ms() != null;
  }

  static Optional<Reason> doubt(Generator generator) {
    Watched watch = generator.watch();
    if (watch == null || !(isLate(watch.loopLag()) || isLate(watch.dispatchDelay()))) {
      return Optional.empty();
    }
    return Optional.of(
        Reason.of(
            Reason.Kind.GENERATOR_LATE,
            p95(watch.loopLag()),
            p95(watch.dispatchDelay()),
            Rounding.plain(LIMIT_MS).toPlainString(),
            Rounding.plain(watch.coresUsed()).toPlainString(),
            Integer.toString(generator.processors()),
            Long.toString(watch.gc().totalMs()),
            Long.toString(watch.gc().longestMs())));
  }

  private static boolean isLate(Lateness lateness) {
    return lateness.p95Ms() != null && lateness.p95Ms() > LIMIT_MS;
  }

  private static String p95(Lateness lateness) {
    return lateness.p95Ms() == null ? "—" : Figures.millis(lateness.p95Ms());
  }
}
