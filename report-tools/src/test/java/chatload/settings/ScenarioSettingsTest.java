package chatload.settings;

import static chatload.settings.SettingsTest.settings;
import static chatload.settings.SettingsTest.withFlag;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.metric.ChatTime;
import chatload.metric.Limits;
import chatload.metric.Metrics;
import chatload.metric.Thresholds;
import chatload.run.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioSettingsTest {

  @Test
  void selectedScenariosRunInTheOrderOfTheChecklistEachOnce() {
    assertThat(withFlag(Setting.PROFILES, "stress, smoke,stress").scenarios())
        .containsExactly(Scenario.SMOKE, Scenario.STRESS);
  }

  @Test
  void everyFieldOfAScenarioCanBeSet() {
    String all =
        "smoke.requests=600, smoke.concurrency=60,smoke.rampMs=0,smoke.timeoutMs=1500,"
            + "smoke.minSuccessRate=0.5,smoke.maxP95TotalMs=70.5,smoke.maxP95FirstTokenMs=30";

    assertThat(withFlag(Setting.SET, all).scenarios())
        .containsExactly(
            new Scenario(
                "smoke", 600, 60, Duration.ofMillis(1500), Limits.of(0.5, 70.5, 30), Duration.ZERO),
            Scenario.BASELINE,
            Scenario.STRESS);
  }

  @Test
  void everyLimitCanBeSetWithItsUnit() {
    String set =
        "smoke.p95.firstToken=> 2.5 s,smoke.p95.firstToken.warn=2 s,smoke.p99.longestGap=> 5 s,"
            + "smoke.good.total=30 s,smoke.goodShare=< 95 %";
    Thresholds limits = withFlag(Setting.SET, set).scenarios().get(0).thresholds();
    assertThat(limits.limits()).containsEntry(Metrics.P95_FIRST_TOKEN, 2500.0);
    assertThat(limits.warnings()).containsEntry(Metrics.P95_FIRST_TOKEN, 2000.0);
    assertThat(limits.limits()).containsEntry(Metrics.GOOD_SHARE, 0.95);
    assertThat(limits.good()).containsExactly(Map.entry(ChatTime.TOTAL, 30_000.0));
  }

  @Test
  void ofTwoNamesOfOneLimitTheLaterOneCounts() {
    assertThat(
            withFlag(Setting.SET, "smoke.p95.total=5 s,smoke.maxP95TotalMs=4000")
                .scenarios()
                .get(0)
                .thresholds()
                .limits())
        .containsEntry(Metrics.P95_TOTAL, 4000.0);
    assertThat(
            withFlag(Setting.SET, "smoke.maxP95TotalMs=4000,smoke.p95.total=5 s")
                .scenarios()
                .get(0)
                .thresholds()
                .limits())
        .containsEntry(Metrics.P95_TOTAL, 5000.0);
  }

  @Test
  void aCustomScenarioIsNoPresetAndTheOtherStaysOne() {
    assertThat(withFlag(Setting.SET, "baseline.requests=99,stress.rampMs=2000").scenarios())
        .extracting(Scenario::isPreset)
        .containsExactly(true, false, false);
  }

  @Test
  void theLimitsCanBeOnTheFirstGeneratedTokenWhichIsNoPreset() {
    assertThat(withFlag(Setting.FIRST_TOKEN, "visible").scenarios()).isEqualTo(Scenario.PRESETS);
    assertThat(withFlag(Setting.FIRST_TOKEN, "generated").scenarios())
        .allSatisfy(
            scenario -> {
              assertThat(scenario.isPreset()).isFalse();
              assertThat(scenario.thresholds())
                  .isEqualTo(
                      Scenario.preset(scenario.name()).orElseThrow().thresholds().onGenerated());
            });
  }

  @Test
  void fewerRequestsThanUsersMeanFewerUsers() {
    Scenario stress = withFlag(Setting.SET, "stress.requests=7").scenarios().get(2);

    assertThat(stress.requests()).isEqualTo(7);
    assertThat(stress.concurrency()).isEqualTo(7);
  }

  @Test
  void aFileOfRepliesReplacesTheBuiltInOnes(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("replies"), "# canned\n\n  Sorry, \r\n# more\n抱歉\n");

    assertThat(withFlag(Setting.FALLBACK_REPLIES, file.toString()).fallbackReplies())
        .containsExactly("Sorry,", "抱歉");
    assertThat(settings(Map.of(), Map.of(), Map.of()).fallbackReplies()).doesNotContain("抱歉");
  }
}
