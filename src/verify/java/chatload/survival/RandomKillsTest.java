package chatload.survival;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.files.ReportDir;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs that are killed at random moments: never a PASS, never a torn record, never a lost one but
 * of the last second, never a process left over. A few in every build; a hundred with {@code
 * -Psurvival}. The same {@code -Dsurvival.seed} plans the same kills.
 */
@EnabledOnOs(OS.LINUX)
class RandomKillsTest {

  private static final int KILLS = Integer.getInteger("survival.kills", 4);
  private static final long SEED = Long.getLong("survival.seed", 1);
  private static final int AT_ONCE = 2;
  private static final long ENDS_WITHIN_SECONDS = 30;
  private static final long JOB_SECONDS = 180;

  private static final Secret SECRET = new Secret("test-secret-0123456789-0123456789-0123456789");

  @TempDir private Path temporary;

  @Test
  void aKilledJobNeverPassesLosesNothingAndLeavesNoProcess() throws Exception {
    Random random = new Random(SEED);
    List<Future<Aftermath>> running = new ArrayList<>();
    List<Aftermath> all = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int number = 1; number <= KILLS; number++) {
        Kill kill = Kill.random(number, random);
        running.add(threads.submit(() -> aftermath(kill)));
      }
      for (Future<Aftermath> each : running) {
        all.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println(KillSummary.of(SEED, all));
    assertThat(all).allSatisfy(aftermath -> assertThat(aftermath.faults()).isEmpty());
  }

  private Aftermath aftermath(Kill kill) throws Exception {
    Path reportDir = Files.createDirectories(temporary.resolve("kill-" + kill.number()));
    try (EmbeddedTarget service = EmbeddedTarget.start(TargetConfig.defaults(SECRET))) {
      RunningJob job = start(kill, reportDir, service);
      job.await(kill.moment());
      Thread.sleep(kill.delayMillis());
      Instant killedAt = Instant.now();
      long killedNanos = System.nanoTime();
      job.signal(kill.victim(), kill.signal().name());
      if (kill.twice()) {
        Thread.sleep(kill.delayMillis() / 4);
        job.signal(kill.victim(), kill.signal().name());
      }
      Optional<Integer> exitStatus =
          job.exitStatus(kill.hitsJob() ? ENDS_WITHIN_SECONDS : JOB_SECONDS);
      List<Long> alive = job.leftOver(ENDS_WITHIN_SECONDS);
      List<Ended> ended =
          kill.embedded()
              ? Ended.inFile(new ReportDir(reportDir).targetJournal(), killedAt)
              : Ended.in(service.journal(), killedNanos);
      Aftermath aftermath = Aftermath.of(kill, reportDir, exitStatus, ended, alive);
      System.out.println(aftermath);
      return aftermath;
    }
  }

  private static RunningJob start(Kill kill, Path reportDir, EmbeddedTarget service)
      throws IOException {
    List<String> more = new ArrayList<>(List.of("--warm-up-seconds", "" + kill.warmUpSeconds()));
    if (!kill.embedded()) {
      more.addAll(List.of("--url", service.chatUrl().toString()));
    }
    if (!kill.hitsJob()) {
      more.add("--fail-fast");
    }
    return RunningJob.start(
        reportDir, Path.of(reportDir + ".out"), Map.of("AUTH_JWT_SECRET", SECRET.reveal()), more);
  }
}
