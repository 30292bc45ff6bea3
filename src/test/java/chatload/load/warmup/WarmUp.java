package chatload.load.warmup;

import chatload.files.ReportDir;
import chatload.load.engine.TemporaryDirectory;
import chatload.load.record.RunRecorder;
import chatload.metric.NearestRank;
import chatload.run.Millis;
import chatload.run.RunManifest.Calibration;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import java.time.Duration;
import java.util.List;

/**
 * Makes this JVM warm and finds out what it still measures wrong: many short chats, then calm ones
 * whose times are compared with the journal of the embedded chat service, again and again until the
 * error is small or the limit is reached. A cold JVM shows users' times that are a hundred
 * milliseconds too long.
 */
public final class WarmUp {

  /** The measured error at which the JVM counts as warm, milliseconds at P95. */
  private static final double WARM_MILLIS = 2.5;

  private static final Timing SHORT = new Timing(Delay.parse("5"), Delay.parse("2"), 4, 1);
  private static final int USERS = 30;
  private static final Duration FIRST_ROUND = Duration.ofMillis(2500);
  private static final Duration NEXT_ROUND = Duration.ofMillis(1200);

  private static final Timing CALM = new Timing(Delay.parse("80..120"), Delay.parse("10"), 4, 1);
  private static final int CALM_USERS = 10;
  private static final int CALM_CHATS = 100;

  private WarmUp() {}

  /**
   * Warms up. A further round begins where half of it can be over by {@code limit}; what has begun
   * is not cut, so that its figures mean something, and ends up to some seconds after it.
   */
  public static Calibration run(Duration limit) {
    long start = System.nanoTime();
    try (TemporaryDirectory directory = TemporaryDirectory.make();
        RunRecorder recorder = RunRecorder.open(new ReportDir(directory.path()), "warm-up")) {
      int rounds = 0;
      Calibration calibration;
      do {
        Duration round = rounds == 0 ? FIRST_ROUND : NEXT_ROUND;
        rounds++;
        PracticeRun.of(USERS, Integer.MAX_VALUE, round, recorder, SHORT);
        PracticeRun.Errors errors =
            PracticeRun.of(CALM_USERS, CALM_CHATS, limit.plus(limit), recorder, CALM);
        calibration = calibration(rounds, recorder.recorded(), System.nanoTime() - start, errors);
      } while (!calibration.converged()
          && System.nanoTime() - start + NEXT_ROUND.toNanos() < limit.toNanos());
      return calibration;
    }
  }

  private static Calibration calibration(
      int rounds, int chats, long nanos, PracticeRun.Errors errors) {
    Double firstToken = p95(errors.firstToken());
    Double total = p95(errors.total());
    return new Calibration(
        rounds,
        chats,
        Millis.ofNanos(nanos),
        errors.total().size(),
        firstToken,
        total,
        total != null && firstToken <= WARM_MILLIS && total <= WARM_MILLIS);
  }

  private static Double p95(List<Long> nanos) {
    if (nanos.isEmpty()) {
      return null;
    }
    double[] sorted = nanos.stream().mapToDouble(Long::doubleValue).sorted().toArray();
    return Millis.ofNanos((long) NearestRank.of(95, sorted));
  }
}
