package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.metric.Limits;
import chatload.run.PresetSet;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import chatload.run.RunManifest.Target;
import chatload.run.Scenario;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaveatTest {

  @Test
  void a_preset_on_an_external_target_with_verified_certificates_carries_no_mark() {
    assertThat(Scenario.PRESETS)
        .extracting(preset -> caveats(TestRun.SMOKE.scenario(preset).manifest()))
        .allSatisfy(caveats -> assertThat(caveats).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "soak, 20, 2, 30000, 1, 8000, 2500, 1000",
    "smoke, 19, 2, 30000, 1, 8000, 2500, 1000",
    "smoke, 20, 1, 30000, 1, 8000, 2500, 1000",
    "smoke, 20, 2, 30001, 1, 8000, 2500, 1000",
    "smoke, 20, 2, 30000, 0.99, 8000, 2500, 1000",
    "smoke, 20, 2, 30000, 1, 8001, 2500, 1000",
    "smoke, 20, 2, 30000, 1, 8000, 2501, 1000",
    "smoke, 20, 2, 30000, 1, 8000, 2500, 999"
  })
  void a_run_that_says_preset_is_none_when_anything_is_not_the_checklists(
      String name,
      int chats,
      int users,
      long millis,
      double rate,
      double total,
      double first,
      long ramp) {
    Scenario scenario =
        new Scenario(
            name,
            chats,
            users,
            Duration.ofMillis(millis),
            Limits.of(rate, total, first),
            Duration.ofMillis(ramp));
    assertThat(caveats(TestRun.SMOKE.scenario(scenario).manifest()))
        .containsExactly(Caveat.NOT_PRESET);
  }

  @Test
  void a_run_that_says_it_is_no_preset_is_none() {
    assertThat(caveats(TestRun.SMOKE.saysPreset(false).manifest()))
        .containsExactly(Caveat.NOT_PRESET);
  }

  @Test
  void a_run_of_a_version_that_knew_no_ramp_is_a_preset_without_one() {
    ObjectNode run = Json.MAPPER.valueToTree(TestRun.SMOKE.manifest());
    ((ObjectNode) run.get("config")).remove("rampMs");
    assertThat(caveats(Json.MAPPER.convertValue(run, RunManifest.class))).isEmpty();
  }

  @Test
  void no_run_is_a_preset_where_nobody_knows_the_presets() {
    assertThat(Caveat.of(TestRun.SMOKE.manifest(), Optional.empty()))
        .containsExactly(Caveat.NOT_PRESET);
  }

  private static Set<Caveat> caveats(RunManifest run) {
    return Caveat.of(run, Optional.of(PresetSet.ISSUE_26_1));
  }

  @Test
  void the_embedded_target_and_unverified_certificates_are_marks() {
    assertThat(caveats(TestRun.SMOKE.target(Target.EMBEDDED, false).manifest()))
        .containsExactly(Caveat.EMBEDDED_TARGET, Caveat.TLS_NOT_VERIFIED);
  }

  @Test
  void a_run_that_knew_no_canned_reply_carries_a_mark() {
    Target target = new Target(Target.EXTERNAL, true, false, List.of(), null);

    assertThat(caveats(TestRun.SMOKE.target(target).manifest()))
        .containsExactly(Caveat.CANNED_REPLIES_UNKNOWN);
  }

  @Test
  void a_run_in_a_protocol_that_sees_no_cuts_carries_a_caveat() {
    assertThat(caveats(TestRun.SMOKE.target(spoken(false)).manifest()))
        .containsExactly(Caveat.CUTS_UNSEEN);
    assertThat(caveats(TestRun.SMOKE.target(spoken(true)).manifest())).isEmpty();
  }

  private static Target spoken(boolean seesCuts) {
    ProtocolUsed protocol = new ProtocolUsed("text", "0".repeat(64), seesCuts, null, null);
    return new Target(Target.EXTERNAL, true, false, List.of("Sorry, "), null, null, protocol);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancel | {\"share\":0.1,\"afterMs\":100,\"seed\":1}",
        "data | {\"name\":\"d\",\"bytes\":1,\"sha256\":\"x\",\"turns\":\"1\",\"messages\":1,\"order\":\"given\"}"
      })
  void a_run_of_other_messages_or_of_users_who_give_up_is_no_preset(String key, String value)
      throws Exception {
    ObjectNode run = Json.MAPPER.valueToTree(TestRun.SMOKE.manifest());
    ((ObjectNode) run.get("config")).set(key, Json.MAPPER.readTree(value));
    assertThat(caveats(Json.MAPPER.convertValue(run, RunManifest.class)))
        .containsExactly(Caveat.NOT_PRESET);
  }
}
