package chatload.document;

import chatload.metric.Figures;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How long something went on, in the unit that people would say it in. */
final class ReadableDuration {

  private static final int MILLIS_PER_SECOND = 1000;
  private static final int SECONDS_PER_MINUTE = 60;

  private ReadableDuration() {}

  /** Such as 812.4 ms, 12.3 s, 30 s or 2 min 5 s. */
  static String of(double millis, Wording wording) {
    if (millis < MILLIS_PER_SECOND) {
      return Figures.millis(millis) + " ms";
    }
    BigDecimal seconds =
        BigDecimal.valueOf(millis).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
    if (seconds.intValue() < SECONDS_PER_MINUTE) {
      return wording.say(OverviewPhrase.SECONDS, seconds.toPlainString().replaceFirst("\\.0$", ""));
    }
    long whole = Math.round(millis / MILLIS_PER_SECOND);
    return wording.say(
        OverviewPhrase.MINUTES,
        Long.toString(whole / SECONDS_PER_MINUTE),
        Long.toString(whole % SECONDS_PER_MINUTE));
  }
}
