package chatload.load.warmup;

import chatload.files.ReportDir;
import chatload.load.engine.TemporaryDirectory;
import chatload.load.record.RunRecorder;
import chatload.metric.NearestRank;
import chatload.protocol.mapping.Spoken;
import chatload.run.Millis;
import chatload.run.RunManifest.Calibration;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import chatload.settings.ClientSettings;
import chatload.settings.ProtocolSetting;
import java.time.Duration;
import java.util.List;

/**
 * Makes this JVM warm and finds out what it still measures wrong: many short chats, once in the
 * life of the JVM, then before each run calm ones whose times are compared with the journal of the
 * embedded chat service. As long as the error is not small, and the limit not reached, both follow
 * again. A cold JVM shows users' times that are a hundred milliseconds too long.
 */
public final class WarmUp {

  /** The measured error at which the JVM counts as warm, milliseconds at P95. */
  private static final double WARM_MILLIS = 2.5;

  private static final Timing SHORT = new Timing(Delay.parse("5"), Delay.parse("2"), 4, 1);
  private static final int USERS = 30;
  private static final int FIRST_CHATS = 600;
  private static final int MORE_CHATS = 200;

  private static final Timing CALM = new Timing(Delay.parse("80..120"), Delay.parse("5"), 4, 1);
  private static final int CALM_USERS = 25;
  private static final Duration CALM_APART = Duration.ofMillis(4);
  private static final int CALM_CHATS = 100;

  /** About what a further round takes. */
  private static final Duration ROUND = Duration.ofMillis(1000);

  private static boolean practised;

  private WarmUp() {}

  /**
   * Practises in a JVM that has not yet.
   *
   * @param limit after which no chat begins
   */
  public static void practise(Duration limit) {
    try (TemporaryDirectory directory = TemporaryDirectory.make();
        RunRecorder recorder = RunRecorder.open(new ReportDir(directory.path()), "warm-up")) {
      practise(FIRST_CHATS, limit, recorder, Spoken.EYWA);
    }
  }

  private static void practise(int chats, Duration limit, RunRecorder recorder, Spoken spoken) {
    PracticeRun.of(USERS, Duration.ZERO, chats, limit, recorder, SHORT, spoken);
    practised |= recorder.recorded() >= FIRST_CHATS;
  }

  /**
   * Warms up. A further round begins where half of it can be over by {@code limit}; what has begun
   * is not cut, so that its figures mean something, and ends up to some seconds after it.
   *
   * @param client of the run; a protocol that is not built in, which no embedded service speaks, is
   *     stood for by the checklist's
   */
  public static Calibration run(Duration limit, ClientSettings client) {
    boolean isBuiltIn = ProtocolSetting.names().contains(client.protocolName());
    Spoken spoken = isBuiltIn ? client.spoken() : Spoken.EYWA;
    long start = System.nanoTime();
    try (TemporaryDirectory directory = TemporaryDirectory.make();
        RunRecorder recorder = RunRecorder.open(new ReportDir(directory.path()), "warm-up")) {
      int rounds = 0;
      Calibration calibration;
      do {
        if (!practised) {
          practise(FIRST_CHATS, limit, recorder, spoken);
        } else if (rounds > 0) {
          practise(MORE_CHATS, limit, recorder, spoken);
        }
        rounds++;
        PracticeRun.Errors errors =
            PracticeRun.of(
                CALM_USERS, CALM_APART, CALM_CHATS, limit.plus(limit), recorder, CALM, spoken);
        calibration = calibration(rounds, recorder.recorded(), System.nanoTime() - start, errors);
      } while (!calibration.converged()
          && System.nanoTime() - start + ROUND.toNanos() < limit.toNanos());
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
