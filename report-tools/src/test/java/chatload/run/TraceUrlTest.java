package chatload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceUrlTest {

  private static final String UUID = "0af76519-16cd-43dd-8448-eb211c80319c";

  @Test
  void the_gap_takes_the_32_digits_that_traceparent_has() {
    assertThat(new TraceUrl("https://apm.example/#/t/{traceId}?again={traceId}").of(UUID))
        .contains(
            "https://apm.example/#/t/0af7651916cd43dd8448eb211c80319c"
                + "?again=0af7651916cd43dd8448eb211c80319c");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "trace-1",
        "0AF76519-16CD-43DD-8448-EB211C80319C",
        "0af7651916cd43dd8448eb211c80319c",
        "0af76519-16cd-43dd-8448-eb211c80319c\n",
        "0af76519-16cd-43dd-8448-eb211c80319c)[x](javascript:x"
      })
  void an_id_that_is_not_ours_has_no_address(String id) {
    assertThat(new TraceUrl("https://apm.example/{traceId}").of(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://apm.example/",
        "javascript:alert(1)//{traceId}",
        "data:text/html,{traceId}",
        "https://{traceId}/x",
        "https://apm.example{traceId}",
        "https://me@apm.example/{traceId}",
        "https://apm.example/{traceId}\n",
        "https://apm.example/{traceId}{",
        "https://apm.example/{traceId} \"x",
        "https://apm.example/{traceId}'",
        "https://apm.example/{traceId})",
        "https://apm.example/{traceId}|x",
        "https://apm.example/{traceId}<b>",
        "https://apm.example/{traceId}&lt;",
        "https://apm.example/{traceId}\\",
        "https://apm.example/\u00e4{traceId}"
      })
  void a_plan_with_anything_else_in_it_is_refused(String template) {
    JobPlan plan = Plans.whole("run-1");
    assertThatThrownBy(() -> new TraceUrl(template)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Plans.with(plan, "traceUrl", template))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
