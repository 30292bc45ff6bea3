package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTest {

  @ParameterizedTest
  @CsvSource({
    "P95, 6000, 0.05, 1, 0",
    "P95, 6000, 0.05, 19, 0",
    "P95, 6000, 0.05, 20, 1",
    "P95, 6000, 0.05, 300, 15",
    "SHARE, 0.99, 0.01, 99, 0",
    "SHARE, 0.99, 0.01, 100, 1",
    "SHARE, 1, 0, 100, 0",
    "SHARE, 0.9, 0.1, 30, 3"
  })
  void soManyMayMissThatTheLimitIsStillMet(
      Aggregate how, BigDecimal limit, BigDecimal share, int n, int chats) {
    assertThat(how.mayMiss(limit)).isEqualByComparingTo(share);
    assertThat(how.mayMiss(limit, n)).isEqualTo(chats);
  }
}
