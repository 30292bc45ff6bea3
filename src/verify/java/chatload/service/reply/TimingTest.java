package chatload.service.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

  private static final long MS = 1_000_000;

  @Test
  void fixed_delays_give_an_even_schedule() {
    Timeline timeline = new Timing(new Delay.Fixed(500), new Delay.Fixed(50), 100, 1).timeline(7);

    assertThat(timeline.tokenNanos())
        .isEqualTo(LongStream.range(0, 100).map(i -> (500 + 50 * i) * MS).toArray());
    assertThat(timeline.doneNanos()).isEqualTo(5500 * MS);
  }

  @Test
  void the_same_seed_gives_the_same_delays_for_the_same_chat_and_others_for_the_next() {
    Timing timing = new Timing(Delay.parse("lognormal:400:0.3"), Delay.parse("5..25"), 20, 42);
    Timing again = new Timing(Delay.parse("lognormal:400:0.3"), Delay.parse("5..25"), 20, 42);

    assertThat(again.timeline(3).tokenNanos()).isEqualTo(timing.timeline(3).tokenNanos());
    assertThat(timing.timeline(4).tokenNanos()).isNotEqualTo(timing.timeline(3).tokenNanos());
  }

  @Test
  void a_log_normal_delay_has_the_given_median() {
    long[] draws = draws("lognormal:400:0.3");

    assertThat(draws[draws.length / 2] / 1e6).isBetween(390.0, 410.0);
    assertThat(draws[draws.length * 84 / 100] / 1e6).isBetween(520.0, 560.0);
  }

  @Test
  void a_uniform_delay_stays_inside_its_limits() {
    long[] draws = draws("300..800");

    assertThat(draws[0] / 1e6).isBetween(300.0, 305.0);
    assertThat(draws[draws.length - 1] / 1e6).isBetween(795.0, 800.0);
  }

  @Test
  void delays_are_read_from_text() {
    assertThat(Delay.parse("500")).isEqualTo(new Delay.Fixed(500));
    assertThat(Delay.parse("0.5")).isEqualTo(new Delay.Fixed(0.5));
    assertThat(Delay.parse("300..800")).isEqualTo(new Delay.Uniform(300, 800));
    assertThat(Delay.parse("lognormal:400:0.3")).isEqualTo(new Delay.LogNormal(400, 0.3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-1",
        "NaN",
        "1e9",
        "800..300",
        "1..",
        "..1",
        "lognormal:400",
        "lognormal:400:-1",
        "lognormal:400:9",
        "normal:1:2"
      })
  void anything_else_is_refused_with_an_example(String text) {
    assertThatThrownBy(() -> Delay.parse(text))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.hint()).contains("lognormal:400:0.3"));
  }

  @Test
  void the_usual_reply_takes_about_half_a_second() {
    double meanMillis =
        LongStream.rangeClosed(1, 400)
                .map(n -> Timing.defaults().timeline(n).doneNanos())
                .average()
                .orElseThrow()
            / 1e6;

    assertThat(meanMillis).isBetween(400.0, 500.0);
  }

  private static long[] draws(String delay) {
    SplittableRandom random = new SplittableRandom(1);
    long[] draws =
        LongStream.range(0, 10_000).map(i -> Delay.parse(delay).drawNanos(random)).toArray();
    Arrays.sort(draws);
    return draws;
  }
}
