package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.ReportDir;
import chatload.load.record.ManifestDraft;
import chatload.records.Expectation;
import chatload.run.JobPlan;
import chatload.run.RunManifest;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.tool.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedRunTest {

  private static final String URL = "https://a.example/api/chat";

  @TempDir private Path root;

  @Test
  void theFirstRunWithMavenMakesThePlanAndTheNextOnesKeepToIt() {
    require(settings(), "baseline");
    JobPlan plan = Expectation.read(dir()).plan().orElseThrow();
    assertThat(plan.startedBy()).isEqualTo(JobPlan.StartedBy.MAVEN);
    assertThat(plan.names()).containsExactly("smoke", "baseline", "stress");
    require(settings(), "smoke");
    assertThat(Expectation.read(dir()).plan()).contains(plan);
  }

  @Test
  void aRunThatWouldDoSomethingElseSendsNothingAndSaysWhatDiffers() {
    require(settings(), "smoke");
    Map<Setting, String> other =
        Map.of(
            Setting.URL, "https://b.example/api/chat",
            Setting.MESSAGE, "another",
            Setting.TENANT_ID, "another",
            Setting.TLS_INSECURE, "true",
            Setting.SET, "baseline.maxP95TotalMs=99999");
    other.forEach(
        (setting, value) ->
            assertThatThrownBy(() -> require(settings(setting, value), "baseline"))
                .as(setting.toString())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("plans another run")
                .hasMessageContaining(" ≠ "));
  }

  @Test
  void aScenarioThatWasNotPlannedIsRefusedInThatDirectory() {
    require(settings(Setting.PROFILES, "smoke"), "smoke");
    assertThatThrownBy(() -> require(settings(), "stress"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("plans no stress, but smoke");
  }

  @Test
  void withMavenOnlyTheProfilesThatWereNamedAreAskedFor() {
    Settings settings = settings(Setting.PROFILES, "smoke");
    assertThat(PlannedRun.isAskedFor(settings, settings.scenario("smoke"))).isTrue();
    assertThat(PlannedRun.isAskedFor(settings, settings.scenario("baseline"))).isFalse();
  }

  @Test
  void aRunOfAJobWhosePlanIsGoneIsRefused() throws Exception {
    Files.createDirectories(dir().raw());
    assertThatThrownBy(() -> require(settings(Setting.RUN_ID, "run-1"), "smoke"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("job.json is missing");
    require(settings(), "smoke");
    Files.writeString(dir().job(), "{}");
    assertThatThrownBy(() -> require(settings(), "baseline")).isInstanceOf(UserError.class);
  }

  private void require(Settings settings, String scenario) {
    ManifestDraft draft =
        new ManifestDraft(
            "run-1", settings.scenario(scenario), settings, settings.url().orElseThrow());
    draft.startedNow();
    PlannedRun.require(
        dir(),
        settings,
        settings.scenario(scenario),
        draft.build(RunManifest.Status.RUNNING, false));
  }

  private static Settings settings(Setting setting, String value) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, URL);
    flags.put(setting, value);
    return Settings.of(flags, new Properties(), Map.of("AUTH_JWT_SECRET", "x".repeat(40)));
  }

  private static Settings settings() {
    return settings(Setting.URL, URL);
  }

  private ReportDir dir() {
    return new ReportDir(root);
  }
}
