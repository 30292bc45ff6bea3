package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.metric.Check;
import chatload.metric.Latencies;
import chatload.metric.Limits;
import chatload.metric.Measured;
import chatload.metric.Measurements;
import chatload.metric.Metrics;
import chatload.verdict.Verdict.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  @Test
  void there_is_no_pass_with_a_reason_against_it() {
    List<Reason> reasons = List.of(Reason.of(Reason.Kind.ABORTED));
    assertThatThrownBy(() -> new Verdict(Status.PASS, List.of(), reasons))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_comes_out_is_told_by_the_exit_code_of_the_same_name() {
    assertThat(Status.values())
        .allSatisfy(status -> assertThat(status.exitCode()).hasToString(status.name()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASS")
  void anything_but_a_pass_has_a_reason(Status status) {
    assertThatThrownBy(() -> new Verdict(status, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_metric_is_asked_for_by_name() {
    Measured nothing = Measurements.of(2, 0, Latencies.of(time -> new double[0]));
    List<Check> checks = Limits.of(0.5, 6000, 2000).checks(nothing);
    Verdict verdict =
        new Verdict(Status.FAIL, checks, List.of(Reason.of(Reason.Kind.LIMIT_EXCEEDED)));
    assertThat(verdict.check(Metrics.P95_TOTAL)).contains(checks.get(1));
    assertThat(
            new Verdict(Status.FAIL, checks.subList(0, 1), verdict.reasons())
                .check(Metrics.P95_TOTAL))
        .isEmpty();
  }
}
