package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.run.LoadPlan;
import chatload.run.PlannedScenario;
import chatload.run.Scenario;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadSettingsTest {

  @TempDir private Path temporary;

  private static Settings set(String set) {
    return Settings.of(Map.of(Setting.SET, set), new Properties(), Map.of());
  }

  private Scenario own(String fields) throws IOException {
    Path file = temporary.resolve("chatload.yaml");
    Files.writeString(
        file,
        "scenarios:\n  noon: { "
            + fields
            + " }\nlimits: { successRate: 99 %, p95.total: 8 s, p95.firstToken: 2 s }\n");
    return Settings.of(Map.of(Setting.FILE, file.toString()), new Properties(), Map.of())
        .scenarios()
        .get(0);
  }

  @Test
  void a_load_says_how_many_chats_there_are_and_how_long_they_come() throws IOException {
    Scenario noon = own("load: \"rate 40/m for 10m\"");
    assertThat(noon.load()).isEqualTo(new LoadPlan("rate 40/min for 10min", null, null));
    assertThat(noon.requests()).isEqualTo(400);
    assertThat(noon.concurrency()).isEqualTo(400);
    assertThat(noon.ramp()).isEqualTo(Duration.ofMinutes(10));
    assertThat(noon.timeLimit()).isEqualTo(Duration.ofSeconds(32));
    assertThat(PlannedScenario.of(noon).scenario()).isEqualTo(noon);
    // as many as are due within one time limit: 40 in a minute, both ends included
    assertThat(noon.mostInFlight()).isEqualTo(22);
    assertThat(own("load: \"rate 40/m for 10m\", maxInFlight: 5").mostInFlight()).isEqualTo(5);
  }

  @Test
  void a_preset_with_a_load_is_none() {
    Scenario smoke = set("smoke.load=rate 2/s for 10s").scenarios().get(0);
    assertThat(smoke.isPreset()).isFalse();
    assertThat(smoke.requests()).isEqualTo(20);
    assertThat(smoke.thresholds()).isEqualTo(Scenario.SMOKE.thresholds());
  }

  @Test
  void a_replay_takes_the_instants_of_its_file() throws IOException {
    Path file = Files.writeString(temporary.resolve("arrivals.csv"), "seconds\n3\n1.5\n");
    Scenario noon = own("load: \"replay " + file + "\"");
    assertThat(noon.load())
        .isEqualTo(new LoadPlan("replay arrivals.csv", null, List.of(0L, 1_500_000L)));
    assertThat(noon.ramp()).isEqualTo(Duration.ofMillis(1500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smoke.load=rate 2 for 10s|load: \"2\" is no rate, such as 2/s",
        "smoke.load=replay nowhere.csv|nowhere.csv can't be read",
        "smoke.load=rate 2/s for 10s,smoke.requests=9|requests follows from the load",
        "smoke.load=rate 2/s for 10s,smoke.rampMs=0|rampMs follows from the load",
        "smoke.load=rate 2/s for 10s,smoke.maxInFlight=0|maxInFlight must be at least 1",
        "smoke.load=rate 2/s for 10s,smoke.maxInFlight=few|maxInFlight must be a whole number",
        "smoke.maxInFlight=3|maxInFlight is for a load alone"
      })
  void what_contradicts_a_load_is_refused(String set, String why) {
    assertThatThrownBy(() -> set(set))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why.replace("nowhere.csv can't", "can't"));
  }

  @Test
  void evidence_that_contradicts_its_load_is_no_plan() {
    PlannedScenario smoke =
        PlannedScenario.of(set("smoke.load=rate 2/s for 10s").scenarios().get(0));
    assertThatThrownBy(
            () ->
                new PlannedScenario(
                    smoke.name(), 19, 19, 30_000, 10_000, smoke.thresholds(), smoke.load()))
        .hasMessageContaining("has other chats than its load");
    assertThatThrownBy(() -> new LoadPlan("replay a", null, List.of(0L, 5L, 4L)))
        .hasMessageContaining("in no order");
    assertThatThrownBy(() -> new LoadPlan("replay a", null, List.of(1L)))
        .hasMessageContaining("instants from 0");
  }
}
