package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Identity;
import chatload.files.Json;
import chatload.job.JobPlanner;
import chatload.run.JobPlan;
import chatload.run.TraceUrl;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSettingTest {

  private static Settings settings(String url) {
    return SettingsTest.settings(
        url == null ? Map.of() : Map.of(Setting.TRACE_URL, url), Map.of(), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "https://apm.example/{traceId} https://apm.example/{traceId}",
        "HTTPS://b\u00fccher.example:8443?t={traceId} https://xn--bcher-kva.example:8443?t={traceId}",
        "http://[::1]:16686/trace/{traceId} http://[::1]:16686/trace/{traceId}",
        "https://k.example/app#/t?_g=(x:'{traceId}') https://k.example/app#/t?_g=%28x:%27{traceId}%27%29",
        "https://g.example/x?q=%7B\"a\"|{traceId}%7D https://g.example/x?q=%7B%22a%22%7C{traceId}%7D",
        "https://a.example/\u94fe/{traceId};v=1 https://a.example/%E9%93%BE/{traceId}%3Bv=1",
        "https://a.example/{traceId}/{traceId} https://a.example/{traceId}/{traceId}"
      })
  void it_is_taken_as_browsers_would_and_can_stand_in_a_link(String given, String taken) {
    assertThat(settings(given).traceUrl().map(TraceUrl::template)).contains(taken);
  }

  @Test
  void the_plan_has_it_and_says_nothing_of_it_where_nobody_did() throws Exception {
    assertThat(plan("https://apm.example/{traceId}"))
        .contains("\"traceUrl\":\"https://apm.example/{traceId}\"");
    assertThat(plan(null)).doesNotContain("traceUrl");
  }

  private static String plan(String url) throws Exception {
    Settings settings = settings(url);
    Identity identity = settings.identity();
    return Json.MAPPER.writeValueAsString(
        JobPlanner.plan(
            settings,
            settings.scenarios(),
            identity,
            "run-1",
            JobPlan.StartedBy.SCENARIOS,
            JobPlan.Preflight.SKIPPED,
            Instant.EPOCH));
  }
}
