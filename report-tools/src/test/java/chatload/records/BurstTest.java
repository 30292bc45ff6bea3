package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "2, 4306.0, 4307.0, 0.1, true, held back by a proxy",
    "900, 9000.0, 9060.0, 1.5, true, a long one that takes a moment to be received",
    "2, 5000.0, 5030.0, 15.0, false, two slices 15 ms apart",
    "2, 306.0, 4307.0, 4000.0, false, streamed",
    "500, 1000.0, 1800.0, 2.0, false, a fast model",
    "1, 4306.0, 4307.0, , false, one piece tells nothing",
    "2, 30.0, 31.0, 0.1, false, at once anyway",
    "5, , , , false, none"
  })
  void aReplyThatCameAllAtOnceIsTold(
      int chunks, Double first, Double total, Double gap, boolean burst, String why) {
    assertThat(Burst.is(chunks, first, total, gap)).as(why).isEqualTo(burst);
  }
}
