package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@OnIdleMachine
class BackstopTest {

  private final CompletableFuture<String> words = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void whatLastsTooLongIsNamedAndEnded() throws Exception {
    new Backstop(words::complete, ended::countDown).start("the run", Duration.ofMillis(50));
    assertThat(words.get(10, TimeUnit.SECONDS)).startsWith("the run was not over after 0 s");
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theNextPhaseHasATimeOfItsOwn() throws Exception {
    Backstop backstop = new Backstop(words::complete, ended::countDown);
    backstop.start("before", Duration.ofHours(1));
    backstop.enter("the run", Duration.ofMillis(50));
    assertThat(words.get(10, TimeUnit.SECONDS)).startsWith("the run");
  }

  @Test
  void whatEndsInTimeIsLeftAlone() throws Exception {
    Backstop backstop = new Backstop(words::complete, ended::countDown);
    backstop.start("the run", Duration.ofMillis(100));
    backstop.close();
    assertThat(ended.await(300, TimeUnit.MILLISECONDS)).isFalse();
  }

  @Test
  void lastWordsThatFailDoNotKeepItFromTheEnd() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    Backstop backstop =
        new Backstop(
            what -> {
              asked.set(true);
              throw new NoClassDefFoundError("chatload/Gone");
            },
            ended::countDown);
    backstop.start("the run", Duration.ZERO);
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(asked).isTrue();
  }

  @Test
  void lastWordsThatHangDoNotKeepItFromTheEnd() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Backstop backstop =
        new Backstop(what -> awaits(never), Duration.ofMillis(100), ended::countDown);
    backstop.start("the run", Duration.ZERO);
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    never.countDown();
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(50, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
