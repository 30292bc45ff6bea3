package chatload.load.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private static final long SECOND = 1_000;

  private long wallMillis = 1_795_420_800_000L;
  private long nanos = -5_000_000_000L;

  private final ClockWatch watch = new ClockWatch(() -> wallMillis, () -> nanos);

  @Test
  void clocksThatGoOnTogetherHaveNotParted() {
    pass(86_400 * SECOND, 86_400 * SECOND);
    assertThat(watch.parted()).isEmpty();
  }

  @Test
  void aSmallCorrectionIsNoJump() {
    pass(60 * SECOND, 61 * SECOND);
    assertThat(watch.parted()).isEmpty();
    pass(60 * SECOND, 58 * SECOND);
    assertThat(watch.parted()).isEmpty();
  }

  @Test
  void aClockThatIsSetOrAMachineThatSleepsIsNamedInTheSameWordsAllTheTime() {
    pass(SECOND, 3600 * SECOND);
    String words = watch.parted().orElseThrow();
    assertThat(words).contains("clock jumped forward", "suspended");
    pass(60 * SECOND, 62 * SECOND);
    assertThat(watch.parted()).contains(words);
  }

  @Test
  void aClockThatIsSetBackIsNamed() {
    pass(SECOND, -2 * SECOND);
    assertThat(watch.parted().orElseThrow()).contains("clock jumped back");
  }

  private void pass(long monotonicMillis, long wallClockMillis) {
    nanos += monotonicMillis * 1_000_000;
    wallMillis += wallClockMillis;
  }
}
