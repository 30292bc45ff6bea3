package chatload.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.InForce.ServiceClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockOffsetTest {

  private static final long NOW = Instant.parse("2026-12-01T08:00:00Z").toEpochMilli();

  private static String date(long millis) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3000, -3000, 137, -86_400_000})
  void theTrueOffsetIsNeverOutsideAndManyResponsesLeaveLittleOpen(long ahead) {
    Random random = new Random(7);
    ClockOffset offset = new ClockOffset();
    for (int n = 0; n < 200; n++) {
      long written = NOW + random.nextInt(60_000);
      long stamped = written + random.nextInt(40);
      offset.add(date(stamped + ahead), written, stamped + random.nextInt(40));
      ServiceClock seen = offset.seen().orElseThrow();
      assertThat(seen.n()).isEqualTo(n + 1);
      assertThat((double) ahead).isBetween(seen.fromMs(), seen.toMs());
    }
    ServiceClock seen = offset.seen().orElseThrow();
    assertThat(seen.toMs() - seen.fromMs()).isLessThan(150);
  }

  @Test
  void oneResponseLeavesASecondOpenAndItsOwnTime() {
    ClockOffset offset = new ClockOffset();
    offset.add(date(NOW), NOW + 100, NOW + 250);

    assertThat(offset.seen()).contains(new ServiceClock(1, -250, 900));
  }

  @Test
  void severalServersWithClocksOfTheirOwnLeaveAllOfThemOpen() {
    ClockOffset offset = new ClockOffset();
    offset.add(date(NOW), NOW, NOW);
    offset.add(date(NOW + 5000), NOW, NOW);

    assertThat(offset.seen()).contains(new ServiceClock(2, 1000, 5000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "Tue, 01 Dec 2026",
        "Mon, 01 Dec 2026 08:00:00 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Tue, 01 Dec 999999999 08:00:00 GMT",
        "Tue, 01 Dec 2026 08:00:00 GMT, and so on and on and on"
      })
  void whatIsNoDateSaysNothing(String date) {
    ClockOffset offset = new ClockOffset();
    offset.add(date, NOW, NOW);
    offset.add(null, NOW, NOW);
    offset.add(date(NOW), 0, NOW);
    offset.add(date(NOW), NOW, 0);

    assertThat(offset.seen()).isEmpty();
  }
}
