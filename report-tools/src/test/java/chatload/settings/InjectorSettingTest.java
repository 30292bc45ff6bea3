package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.job.JobPlanner;
import chatload.run.Injector;
import chatload.run.JobPlan;
import chatload.run.Part;
import chatload.run.PlannedPart;
import chatload.run.RunManifest;
import chatload.tool.UserError;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectorSettingTest {

  private static final Instant NOW = Instant.parse("2026-12-01T07:55:00Z");

  private static Settings part(String part) {
    return SettingsTest.settings(
        Map.of(
            Setting.PART, part,
            Setting.START_AT, "2026-12-01T08:00:00.1234Z",
            Setting.PROFILES, "stress"),
        Map.of(),
        Map.of());
  }

  private static JobPlan plan(Settings settings) {
    return JobPlanner.plan(
        settings,
        settings.scenarios(),
        settings.identity(),
        runId(settings),
        JobPlan.StartedBy.SCENARIOS,
        JobPlan.Preflight.SKIPPED,
        NOW);
  }

  private static String runId(Settings settings) {
    return JobPlanner.runId(settings, JobPlan.StartedBy.SCENARIOS, JobPlan.Preflight.SKIPPED, NOW);
  }

  @Test
  void aPartIsToldFromTheEnvironment() {
    Settings settings =
        SettingsTest.settings(
            Map.of(),
            Map.of(),
            Map.of("LOADTEST_PART", "2/2", "LOADTEST_START_AT", "2026-12-01T08:00:00Z"));

    assertThat(settings.injector())
        .isEqualTo(new Injector(new Part(2, 2), Instant.parse("2026-12-01T08:00:00Z")));
    assertThat(SettingsTest.settings(Map.of(), Map.of(), Map.of()).injector())
        .isEqualTo(Injector.ALONE);
  }

  @Test
  void allPartsOfAPlanComeToOneJobWithoutAskingEachOther() {
    JobPlan second = plan(part("2/4"));
    JobPlan third = plan(part("3/4"));

    assertThat(second.runId()).isEqualTo(third.runId()).matches("20261201-080000-[0-9a-f]{6}");
    PlannedPart part = second.part();
    assertThat(part.plan()).isEqualTo(third.part().plan()).startsWith(second.runId().substring(16));
    assertThat(part.number() + "/" + part.of() + " " + part.startAt())
        .isEqualTo("2/4 2026-12-01T08:00:00.123Z");
    assertThat(second.scenarios()).isEqualTo(third.scenarios());
    assertThat(second.scenarios().get(0).requests()).as("of the whole").isEqualTo(300);
    assertThat(second.tool()).isEqualTo(RunManifest.Tool.here());
    assertThat(runId(part("2/3"))).isNotEqualTo(second.runId());
  }

  @Test
  void withoutPartsAJobIsAnotherEachTimeAndItsPlanSaysNothingOfThem() {
    Settings settings = SettingsTest.settings(Map.of(), Map.of(), Map.of());

    assertThat(plan(settings).part()).isNull();
    assertThat(runId(settings)).isNotEqualTo(runId(settings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PART|5/4|--part is no part: there is no part 5 of 4",
        "PART|two|--part is no part: it is not of the form K/N",
        "PART|1/1|--part is all of the plan",
        "PART|1/3|--part: the 2 users of smoke are too few for 3 parts",
        "START_AT|2026-12-01T08:00:00Z|--start-at is for parts of a plan",
      })
  void whatCantBeUsedIsSaidWithWhatToDo(Setting setting, String value, String message) {
    assertThatThrownBy(() -> SettingsTest.withFlag(setting, value))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"08:00", "2026-12-01T08:00:00", "2026-13-01T08:00:00Z"})
  void whatIsNoInstantIsRefused(String value) {
    assertThatThrownBy(
            () ->
                SettingsTest.settings(
                    Map.of(Setting.PART, "1/2", Setting.START_AT, value), Map.of(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--start-at is no instant");
  }

  @Test
  void aStartThatIsOverOrFarAwayIsRefused() {
    Injector injector = new Injector(new Part(1, 2), NOW);
    InjectorSetting.requireSoon(injector, NOW.minusSeconds(3600));
    InjectorSetting.requireSoon(Injector.ALONE, NOW);

    assertThatThrownBy(() -> InjectorSetting.requireSoon(injector, NOW.plusMillis(1)))
        .hasMessageContaining("is over");
    assertThatThrownBy(() -> InjectorSetting.requireSoon(injector, NOW.minusSeconds(3601)))
        .hasMessageContaining("more than an hour ahead");
  }
}
