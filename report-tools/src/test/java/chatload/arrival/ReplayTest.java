package chatload.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

  @Test
  void instantsAreSecondsOrTimesInAnyOrder() {
    assertThat(Replay.micros("seconds,who\n12.5,a\n# a remark\n\n12\n14.000001\r\n", 9))
        .containsExactly(0L, 500_000L, 2_000_001L);
    assertThat(Replay.micros("2026-11-30T12:00:01Z\n2026-11-30T12:00:00.250Z", 9))
        .containsExactly(0L, 750_000L);
  }

  @Test
  void itsFileStandsBehindTheWord() {
    assertThat(Replay.file(" Replay  my arrivals.csv ")).contains("my arrivals.csv");
    assertThat(Replay.file("rate 1/s for 1s")).isEmpty();
    assertThat(Replay.file(Replay.of("a.csv"))).contains("a.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\ntwo", "1\n-2", "1\n1e9", "1\n2026-11-30", "1\n12:00:00"})
  void whatIsNoInstantIsNamedByItsLine(String text) {
    assertThatThrownBy(() -> Replay.micros(text, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2 of the file");
  }

  @Test
  void noneTooManyOrTooLongIsNoReplay() {
    assertThatThrownBy(() -> Replay.micros("# none", 9)).hasMessageContaining("has 0 instants");
    assertThatThrownBy(() -> Replay.micros("1\n2\n3", 2)).hasMessageContaining("has 3 instants");
    assertThatThrownBy(() -> Replay.micros("0\n90000", 2)).hasMessageContaining("24h");
  }
}
