package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowTest {

  private static final TimedChat NOTHING =
      new TimedChat(null, null, 300.0, null, null, null, null, null, null);

  @Test
  void each_is_read_from_what_was_recorded() {
    assertThat(Flow.LONGEST_GAP.of(TimedChat.STREAMED)).isEqualTo(60);
    assertThat(Flow.P95_GAP.of(TimedChat.STREAMED)).isEqualTo(40);
    assertThat(Flow.TAIL.of(TimedChat.STREAMED)).isEqualTo(10.4);
    assertThat(Flow.CHARS_PER_SECOND.of(TimedChat.STREAMED)).isEqualTo(150);
    assertThat(Flow.OUTPUT_TOKENS_PER_SECOND.of(TimedChat.STREAMED)).isEqualTo(40);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_known_is_no_number_and_inside_no_limit(Flow flow) {
    assertThat(flow.of(NOTHING)).isNaN();
    assertThat(flow.isInside(flow.of(NOTHING), flow.isRate() ? 0.1 : 1e9)).isFalse();
    assertThat(flow.generatorShare(NOTHING)).isZero();
    assertThat(flow.generatorShare(TimedChat.STREAMED.lateBy(2))).isEqualTo(2);
  }

  @Test
  void text_that_came_at_once_has_no_rate() {
    TimedChat atOnce = new TimedChat(300.0, 300.0, 300.0, 300.0, 0.0, 0.0, 30, 10L, null);
    assertThat(Flow.CHARS_PER_SECOND.of(atOnce)).isNaN();
    assertThat(Flow.OUTPUT_TOKENS_PER_SECOND.of(atOnce)).isNaN();
  }

  @Test
  void a_time_was_shorter_and_a_rate_higher_if_it_was_measured_too_long() {
    assertThat(Flow.LONGEST_GAP.best(60, 60, 0.1f)).isEqualTo(59.9);
    assertThat(Flow.LONGEST_GAP.best(60, 60, 70)).isZero();
    assertThat(Flow.CHARS_PER_SECOND.best(150, 200, 50)).isEqualTo(200);
    assertThat(Flow.CHARS_PER_SECOND.best(150, 200, 200)).isInfinite();
    assertThat(Flow.CHARS_PER_SECOND.best(150, 200, 0)).isEqualTo(150);
  }

  @Test
  void of_rates_the_slow_side_is_the_low_one() {
    double[] hundred = new double[100];
    for (int i = 0; i < 100; i++) {
      hundred[i] = 100 - i;
    }
    assertThat(figure("p95.charsPerSecond", hundred)).isEqualTo(6);
    assertThat(figure("min.charsPerSecond", hundred)).isEqualTo(1);
    assertThat(figure("p95.longestGap", hundred)).isEqualTo(95);
    assertThat(figure("p99.9.longestGap", hundred)).isEqualTo(100);
    assertThat(figure("p75.longestGap", hundred)).isEqualTo(75);
    assertThat(figure("max.longestGap", hundred)).isEqualTo(100);
    assertThat(figure("mean.longestGap", hundred)).isEqualTo(50.5);
    assertThat(Metrics.of("max.charsPerSecond")).isEmpty();
    assertThat(Metrics.of("min.longestGap")).isEmpty();
  }

  private static double figure(String key, double[] values) {
    return Metrics.of(key).orElseThrow().of(values).orElseThrow().doubleValue();
  }

  @Test
  void each_is_measured_over_a_time_of_its_own() {
    assertThat(Flow.LONGEST_GAP.spanMs(TimedChat.STREAMED)).isEqualTo(60);
    assertThat(Flow.P95_GAP.spanMs(TimedChat.STREAMED)).isEqualTo(40);
    assertThat(Flow.TAIL.spanMs(TimedChat.STREAMED)).isEqualTo(10.4);
    assertThat(Flow.CHARS_PER_SECOND.spanMs(TimedChat.STREAMED)).isEqualTo(200);
    assertThat(Flow.OUTPUT_TOKENS_PER_SECOND.spanMs(TimedChat.STREAMED)).isEqualTo(250);
    assertThat(ChatTime.FIRST_TOKEN.spanMs(TimedChat.STREAMED)).isEqualTo(100);
  }

  @Test
  void of_a_reply_in_one_piece_nothing_lies_between_pieces() {
    TimedChat one = new TimedChat(50.0, 100.0, 300.0, 310.0, null, null, 30, 10L, null);
    assertThat(Flow.values())
        .filteredOn(Flow::isBetweenPieces)
        .containsExactly(Flow.LONGEST_GAP, Flow.P95_GAP, Flow.CHARS_PER_SECOND)
        .allSatisfy(flow -> assertThat(flow.of(one)).isNaN());
    assertThat(ChatTime.TOTAL.isBetweenPieces()).isFalse();
  }

  @Test
  void it_is_measured_too_long_by_as_much_as_the_total() {
    record Calibration(Double firstTokenErrorP95Ms, Double totalErrorP95Ms)
        implements ChatTime.Calibrated {}
    assertThat(Flow.TAIL.error(new Calibration(5.0, 6.0))).contains(6.0);
    assertThat(Flow.TAIL.error(new Calibration(5.0, null))).isEmpty();
  }

  @Test
  void the_limit_itself_is_inside_on_whichever_side_it_is() {
    assertThat(Flow.TAIL.bound()).isEqualTo(Metric.Bound.AT_MOST);
    assertThat(Flow.TAIL.isInside(5, 5)).isTrue();
    assertThat(Flow.TAIL.isInside(4, 5)).isTrue();
    assertThat(Flow.TAIL.isInside(6, 5)).isFalse();
    assertThat(Flow.CHARS_PER_SECOND.bound()).isEqualTo(Metric.Bound.AT_LEAST);
    assertThat(Flow.CHARS_PER_SECOND.isInside(5, 5)).isTrue();
    assertThat(Flow.CHARS_PER_SECOND.isInside(4, 5)).isFalse();
    assertThat(Flow.CHARS_PER_SECOND.isInside(6, 5)).isTrue();
  }

  @Test
  void what_was_not_measured_too_long_stays_as_it_is() {
    assertThat(Flow.LONGEST_GAP.best(60.04, 60.04, 0)).isEqualTo(60.04);
    assertThat(Flow.CHARS_PER_SECOND.best(150, 0, 0)).isEqualTo(150);
    assertThat(Flow.CHARS_PER_SECOND.best(150, 200, 300)).isInfinite();
    assertThat(Flow.CHARS_PER_SECOND.best(0, 200, 200)).isInfinite();
  }

  @Test
  void it_is_found_by_its_word() {
    assertThat(Quantities.of("tail")).contains(Flow.TAIL);
    assertThat(Quantities.of("total")).contains(ChatTime.TOTAL);
    assertThat(Quantities.of("tails")).isEmpty();
  }
}
