package chatload.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import chatload.files.Json;
import chatload.metric.Metric.Bound;
import chatload.metric.Metric.Over;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

  private static final String JSON =
      "{\"minSuccessRate\":0.99,\"maxP95TotalMs\":6000.0,\"maxP95FirstTokenMs\":2000.0}";

  @Test
  void they_are_written_in_the_order_of_the_metrics_whatever_order_they_came_in() throws Exception {
    assertThat(Json.MAPPER.writeValueAsString(Limits.of(0.99, 6000, 2000))).isEqualTo(JSON);
    Thresholds read =
        Json.MAPPER.readValue(
            "{\"maxP95FirstTokenMs\":2000,\"maxP95TotalMs\":6e3,\"minSuccessRate\":0.99}",
            Thresholds.class);
    assertThat(read).isEqualTo(Limits.of(0.99, 6000, 2000));
    assertThat(Json.MAPPER.writeValueAsString(read)).isEqualTo(JSON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"minSuccessRate\":0.99,  | ``                        | minSuccessRate is missing",
        ",\"maxP95TotalMs\":6000.0 | ``                        | maxP95TotalMs is missing",
        "6000.0                    | \"6000\"                  | maxP95TotalMs must be a number",
        "6000.0                    | null                      | maxP95TotalMs must be a number",
        "6000.0                    | 0                         | must be a positive number, was 0.0",
        "0.99                      | -0.01                     | minSuccessRate must be in 0..1",
        "6000.0                    | 1e999                     | must be a positive number",
        "0.99                      | 1.01                      | minSuccessRate must be in 0..1",
        "0.99                      | 0.99,\"maxP50TotalMs\":1  | does not know: maxP50TotalMs",
        "0.99                      | 0.99,\"warn\":3           | limits have names",
        "0.99                      | 0.99,\"confidence\":0.49  | confidence must be in 0.5..1, below 1",
        "0.99                      | 0.99,\"confidence\":1     | confidence must be in 0.5..1, below 1",
        "0.99                      | 0.99,\"confidence\":\"a\" | confidence must be a number"
      })
  void no_run_is_judged_by_limits_that_are_not_understood(String was, String is, String problem) {
    assertThat(JSON).contains(was);
    assertThatThrownBy(() -> Json.MAPPER.readValue(JSON.replace(was, is), Thresholds.class))
        .isInstanceOf(IOException.class)
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void all_or_nothing_can_be_asked_for() throws Exception {
    for (double share : new double[] {0, 1}) {
      String json = JSON.replace("0.99", Double.toString(share));
      assertThat(Json.MAPPER.readValue(json, Thresholds.class))
          .isEqualTo(Limits.of(share, 6000, 2000));
    }
  }

  @Test
  void a_metric_that_not_every_run_is_held_to_may_go_without_a_limit() {
    Metric extra = Metric.of("p95X", "maxP95X", Aggregate.P95, ChatTime.TOTAL);
    List<Metric> metrics =
        Stream.concat(Stream.of(extra), Metrics.ALWAYS_LIMITED.stream()).toList();
    Map<Metric, Double> without = Limits.of(0.99, 6000, 2000).limits();
    assertThat(Thresholds.ordered(without, metrics)).isEqualTo(without);
    Map<Metric, Double> with = new HashMap<>(without);
    with.put(extra, 1.0);
    assertThat(Thresholds.ordered(with, metrics).keySet()).containsExactlyElementsOf(metrics);
  }

  @Test
  void the_limit_on_the_first_token_can_be_on_the_first_generated_one_instead() throws Exception {
    Thresholds visible = Limits.of(0.99, 6000, 2000);
    Thresholds generated = visible.onGenerated();
    assertThat(visible.firstToken()).isEqualTo(Metrics.P95_FIRST_TOKEN);
    assertThat(generated.firstToken()).isEqualTo(Metrics.P95_FIRST_GENERATED);
    assertThat(generated.limit(Metrics.P95_FIRST_GENERATED).orElseThrow()).hasToString("2000");
    assertThat(generated.limit(Metrics.P95_FIRST_TOKEN)).isEmpty();
    assertThat(visible.times()).containsExactly(ChatTime.FIRST_TOKEN, ChatTime.TOTAL);
    assertThat(generated.times())
        .containsExactly(ChatTime.FIRST_GENERATED, ChatTime.FIRST_TOKEN, ChatTime.TOTAL);
    String json = Json.MAPPER.writeValueAsString(generated);
    assertThat(json).contains("maxP95FirstGeneratedMs").doesNotContain("maxP95FirstTokenMs");
    assertThat(Json.MAPPER.readValue(json, Thresholds.class)).isEqualTo(generated);
  }

  @Test
  void a_limit_is_found_by_its_metric_and_by_what_it_limits() {
    Thresholds limits = Limits.of(0.99, 6000, 2000);
    assertThat(limits.limit(Metrics.P95_TOTAL).orElseThrow()).hasToString("6000");
    assertThat(limits.limit(Aggregate.P95, ChatTime.FIRST_TOKEN).orElseThrow()).hasToString("2000");
    assertThat(limits.limit(Aggregate.SHARE, ChatTime.FIRST_TOKEN)).isEmpty();
  }

  @Test
  void a_metric_is_about_a_time_exactly_if_it_is_made_of_times() {
    assertThatThrownBy(() -> Metric.of("a", "b", Aggregate.SHARE, ChatTime.TOTAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Metric("a", "b", Unit.MILLIS, Bound.AT_MOST, Over.OK, Aggregate.P95, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Metric.of("a", "b", Aggregate.P95, ChatTime.TOTAL).isOfTimes()).isTrue();
    assertThat(
            new Metric("a", "b", Unit.SHARE, Bound.AT_LEAST, Over.PLANNED, Aggregate.SHARE, null)
                .isOfTimes())
        .isFalse();
    assertThat(Map.of(true, Metrics.P95_TOTAL, false, Metrics.SUCCESS_RATE))
        .allSatisfy((times, metric) -> assertThat(metric.isOfTimes()).isEqualTo(times));
  }

  @Test
  void what_was_measured_is_held_against_every_limit() {
    Measured measured =
        Measurements.of(
            2, 1, Latencies.of(time -> new double[] {time == ChatTime.TOTAL ? 7000 : 5}));
    assertThat(Limits.of(0.5, 6000, 2000).checks(measured))
        .extracting(Check::metric, Check::met)
        .containsExactly(
            tuple(Metrics.SUCCESS_RATE, true),
            tuple(Metrics.P95_TOTAL, false),
            tuple(Metrics.P95_FIRST_TOKEN, true));
    assertThat(Limits.of(0.5, 6000, 2000).checks(measured.with(0, 0)).get(0).met()).isFalse();
  }

  @Test
  void all_that_was_said_is_written_and_read_again() throws Exception {
    String json =
        JSON.replace(
            "}",
            ",\"goodShare\":0.9,\"warn\":{\"maxP95TotalMs\":5000.0},"
                + "\"good\":{\"firstToken\":1000.0},\"confidence\":0.5}");
    Thresholds read = Json.MAPPER.readValue(json, Thresholds.class);
    assertThat(read.warnings()).containsExactly(Map.entry(Metrics.P95_TOTAL, 5000.0));
    assertThat(read.good()).containsExactly(Map.entry(ChatTime.FIRST_TOKEN, 1000.0));
    assertThat(read.confidence()).isEqualTo(0.5);
    assertThat(Json.MAPPER.writeValueAsString(read)).isEqualTo(json);
  }

  @Test
  void a_limit_that_warns_is_checked_beside_the_others() {
    Thresholds limits =
        new Thresholds(
            Limits.of(0.5, 6000, 2000).limits(), Map.of(Metrics.P95_TOTAL, 5000.0), Map.of(), null);
    Measured measured = Measurements.of(1, 1, Latencies.of(time -> new double[] {5500}));
    assertThat(limits.warningChecks(measured))
        .extracting(Check::metric, Check::met)
        .containsExactly(tuple(Metrics.P95_TOTAL, false));
    assertThat(limits.checks(measured)).hasSize(3);
  }
}
