package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.metric.Metric.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTextTest {

  @ParameterizedTest
  @CsvSource({
    "2 s, MILLIS, 2000",
    "> 1.5s, MILLIS, 1500",
    ">800 ms, MILLIS, 800",
    "> 2 min, MILLIS, 120000",
    "< 99.5 %, SHARE, 0.995",
    "100%, SHARE, 1",
    "< 20 /s, PER_SECOND, 20"
  })
  void a_limit_is_a_number_with_its_unit_and_may_say_on_which_side_it_is_missed(
      String text, Unit unit, double limit) {
    assertThat(LimitText.parse("x", text, unit, bound(unit))).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({
    "2, MILLIS",
    "2 h, MILLIS",
    "-2 s, MILLIS",
    "NaN s, MILLIS",
    "'', MILLIS",
    "99 s, SHARE",
    "0.99, SHARE",
    "20 ms, PER_SECOND",
    "1e9 s, MILLIS",
    "two s, MILLIS"
  })
  void what_has_no_unit_or_another_one_is_none(String text, Unit unit) {
    assertThatThrownBy(() -> LimitText.parse("p95.x", text, unit, bound(unit)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "p95.x must be a number with its unit, such as "
                + switch (unit) {
                  case SHARE -> "\"< 99 %\"";
                  case MILLIS -> "\"> 2 s\", \"> 800 ms\" or \"> 1 min\"";
                  case PER_SECOND -> "\"< 20 /s\"";
                });
  }

  @Test
  void the_side_has_to_be_the_one_on_which_it_can_be_missed() {
    assertThatThrownBy(() -> LimitText.parse("x", "< 2 s", Unit.MILLIS, Bound.AT_MOST))
        .hasMessage("x is missed above its limit: write > or nothing before the number");
    assertThatThrownBy(() -> LimitText.parse("x", "> 99 %", Unit.SHARE, Bound.AT_LEAST))
        .hasMessage("x is missed below its limit: write < or nothing before the number");
  }

  @Test
  void all_limits_can_be_written_and_read_again() {
    Thresholds preset = Limits.of(0.99, 6000, 2000);
    Map<String, String> given =
        Map.of(
            "p95.total", "> 5 s",
            "p95.total.warn", "> 4 s",
            "p99.9.longestGap", "> 3 s",
            "min.charsPerSecond", "< 5 /s",
            "goodShare", "< 95 %",
            "good.longestGap", "3 s",
            "good.outputTokensPerSecond", "10 /s");
    Thresholds limits = LimitFields.of(preset, given);
    assertThat(limits.limits())
        .containsEntry(Metrics.P95_TOTAL, 5000.0)
        .containsEntry(Metrics.of("p99.9.longestGap").orElseThrow(), 3000.0)
        .containsEntry(Metrics.GOOD_SHARE, 0.95);
    assertThat(limits.warnings()).containsEntry(Metrics.P95_TOTAL, 4000.0).hasSize(1);
    assertThat(limits.good()).containsKeys(Flow.LONGEST_GAP, Flow.OUTPUT_TOKENS_PER_SECOND);
    assertThat(LimitFields.of(preset, LimitText.fields(limits))).isEqualTo(limits);
    assertThat(limits.limited())
        .containsExactly(
            ChatTime.FIRST_TOKEN,
            ChatTime.TOTAL,
            Flow.LONGEST_GAP,
            Flow.CHARS_PER_SECOND,
            Flow.OUTPUT_TOKENS_PER_SECOND);
  }

  @ParameterizedTest
  @CsvSource({
    "p95.longestGap.warn, > 2 s, p95.longestGap.warn needs a limit to warn of",
    "p95.total.warn, > 7 s, p95.total.warn must be stricter than the limit itself",
    "p95.total.warn, > 6 s, p95.total.warn must be stricter than the limit itself",
    "successRate.warn, < 99 %, successRate.warn must be stricter than the limit itself",
    "p95.total.warn, > 0 s, 'p95.total.warn must be a positive number, was 0.0'",
    "successRate.warn, < 98 %, successRate.warn must be stricter than the limit itself",
    "goodShare, < 95 %, 'goodShare needs limits of a single chat, such as good.firstToken'",
    "p99.total, > 0 s, 'p99.total must be a positive number, was 0.0'",
    "good.total, 0 ms, 'good.total must be a positive number, was 0.0'"
  })
  void limits_that_make_no_sense_are_refused(String field, String text, String message) {
    Thresholds preset = Limits.of(0.99, 6000, 2000);
    assertThatThrownBy(() -> LimitFields.of(preset, Map.of(field, text))).hasMessage(message);
  }

  private static Bound bound(Unit unit) {
    return unit == Unit.MILLIS ? Bound.AT_MOST : Bound.AT_LEAST;
  }

  @Test
  void a_share_that_warns_is_above_its_limit() {
    assertThat(
            LimitFields.of(Limits.of(0.99, 6000, 2000), Map.of("successRate.warn", "< 99.5 %"))
                .warnings())
        .containsEntry(Metrics.SUCCESS_RATE, 0.995);
  }

  @Test
  void limits_can_be_given_without_a_preset() {
    Map<String, String> given =
        Map.of("minSuccessRate", "0.9", "maxP95TotalMs", "6000", "p95.firstToken", "2 s");
    assertThat(LimitFields.of(given)).isEqualTo(Limits.of(0.9, 6000, 2000));
  }

  @Test
  void a_limit_with_two_names_is_found_by_either() {
    assertThat(LimitFields.otherName("p95.total")).contains("maxP95TotalMs");
    assertThat(LimitFields.otherName("minSuccessRate")).contains("successRate");
    assertThat(LimitFields.otherName("goodShare")).isEmpty();
  }
}
