package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Cause;
import chatload.run.LoadPlan;
import chatload.run.Part;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenLoadTimesTest {

  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong(5_000 * MILLI);

  private OpenLoad load(String shape, Integer most) {
    OpenLoad load = new OpenLoad(new LoadPlan(shape, most, null), Part.WHOLE, now::get);
    load.arrived();
    return load;
  }

  @Test
  void chatsAreDueFromTwoSecondsAfterTheFirstUserHasCome() {
    OpenLoad load = load("rate 2/s for 10s", null);
    assertThat(load.dueNanos(1)).isEqualTo(7_000 * MILLI);
    assertThat(load.untilDue(3)).isEqualTo(Duration.ofSeconds(3));
    now.addAndGet(1_500_001);
    load.arrived(); // who comes later changes nothing
    assertThat(load.untilDue(1)).as("rounded up").isEqualTo(Duration.ofMillis(1999));
    now.addAndGet(60_000 * MILLI);
    assertThat(load.untilDue(1)).isZero();
  }

  /** The user of a chat that is due after a pause comes in the second two before it. */
  @Test
  void aLoadThatBeginsWithAPauseBeginsThen() {
    OpenLoad load = load("pause 7s then rate 4/s for 1s", null);
    assertThat(load.dueNanos(1)).isEqualTo(7_000 * MILLI);
    assertThat(load.dueNanos(4)).isEqualTo(7_750 * MILLI);
  }

  @Test
  void whatTheCapKeepsBackIsTheServicesFault() {
    OpenLoad load = load("rate 10/s for 10s", 2);
    now.set(load.dueNanos(1));
    assertThat(load.begin(1)).isEmpty();
    assertThat(load.begin(2)).isEmpty();
    assertThat(load.begin(3)).contains(Cause.SERVICE);
    load.over();
    assertThat(load.begin(4)).isEmpty();
  }

  @Test
  void asManyAsWereLateAreTheGeneratorsUntilThereIsRoom() {
    OpenLoad load = load("rate 10/s for 10s", 2);
    now.set(load.dueNanos(9));
    assertThat(load.begin(1)).isEmpty();
    assertThat(load.begin(2)).isEmpty();
    assertThat(load.begin(3)).contains(Cause.GENERATOR);
    assertThat(load.begin(9))
        .as("in time, but behind two that were late")
        .contains(Cause.GENERATOR);
    assertThat(load.begin(9)).contains(Cause.GENERATOR);
    assertThat(load.begin(9)).as("as many as were late").contains(Cause.SERVICE);
    load.over();
    now.set(load.dueNanos(10));
    assertThat(load.begin(10)).isEmpty();
    now.set(load.dueNanos(11));
    assertThat(load.begin(11)).contains(Cause.SERVICE);
  }
}
