package chatload.run;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.records.Expectation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobPlanTest {

  @TempDir private Path root;

  @Test
  void a_plan_that_was_written_is_read_as_it_was() throws IOException {
    JobPlan plan = Plans.whole("run-1");
    Plans.write(dir(), plan);
    Expectation read = Expectation.read(dir());
    assertThat(read.state()).isEqualTo(Expectation.State.PLANNED);
    assertThat(read.plan()).contains(plan);
    assertThat(read.scenarios()).containsExactly("smoke", "baseline", "stress");
    assertThat(read.leftOut()).isEmpty();
  }

  @Test
  void todays_presets_are_those_that_were_published_last() {
    assertThat(PresetSet.published(PresetSet.CURRENT.name())).contains(PresetSet.CURRENT);
    assertThat(Scenario.PRESETS.stream().map(PlannedScenario::of).toList())
        .isEqualTo(PresetSet.CURRENT.scenarios());
  }

  /** Whoever changes a limit has to publish another set: this one is written into evidence. */
  @Test
  void the_published_presets_of_issue_26_never_change() throws IOException {
    assertThat(Json.MAPPER.writeValueAsString(PresetSet.ISSUE_26_1))
        .isEqualTo(
            """
            {"name":"issue-26/1","scenarios":[\
            {"name":"smoke","requests":20,"concurrency":2,"timeoutMs":30000,"rampMs":1000,\
            "thresholds":{"minSuccessRate":1.0,"maxP95TotalMs":8000.0,\
            "maxP95FirstTokenMs":2500.0}},\
            {"name":"baseline","requests":100,"concurrency":10,"timeoutMs":35000,"rampMs":1000,\
            "thresholds":{"minSuccessRate":0.99,"maxP95TotalMs":6000.0,\
            "maxP95FirstTokenMs":2000.0}},\
            {"name":"stress","requests":300,"concurrency":30,"timeoutMs":45000,"rampMs":1000,\
            "thresholds":{"minSuccessRate":0.95,"maxP95TotalMs":10000.0,\
            "maxP95FirstTokenMs":3500.0}}]}""");
  }

  @Test
  void a_plan_for_some_of_the_presets_says_which_ones_are_left_out() throws IOException {
    Plans.write(dir(), Plans.of("run-1", List.of(Scenario.SMOKE)));
    Expectation read = Expectation.read(dir());
    assertThat(read.scenarios()).containsExactly("smoke");
    assertThat(read.leftOut()).containsExactly("baseline", "stress");
  }

  @Test
  void a_set_of_presets_that_was_shortened_by_hand_leaves_out_no_less() throws IOException {
    write(
        plan -> {
          ((ObjectNode) plan.get("presets")).withArray("scenarios").remove(2).toString();
          plan.withArray("scenarios").remove(2);
        });
    assertThat(Expectation.read(dir()).leftOut()).containsExactly("stress");
  }

  @Test
  void what_is_no_plan_is_unusable_and_told_in_words() throws IOException {
    assertUnusable("schemaVersion 2, this version reads 1", plan -> plan.put("schemaVersion", 2));
    assertUnusable("runId is missing", plan -> plan.remove("runId"));
    assertUnusable("presets is missing", plan -> plan.remove("presets"));
    assertUnusable("scenarios must be different", plan -> plan.putArray("scenarios"));
    assertUnusable(
        "scenarios must be different",
        plan -> plan.withArray("scenarios").add(plan.at("/scenarios/0")));
    assertUnusable(
        "a scenario is called ../smoke",
        plan -> ((ObjectNode) plan.at("/scenarios/0")).put("name", "../smoke"));
    assertUnusable(
        "the sizes of the scenario smoke are impossible",
        plan -> ((ObjectNode) plan.at("/scenarios/0")).put("concurrency", 21));
    assertUnusable(
        "minSuccessRate must be in 0..1",
        plan -> ((ObjectNode) plan.at("/scenarios/0/thresholds")).put("minSuccessRate", -1));
    assertUnusable(
        "target.url and target.kind contradict",
        plan -> ((ObjectNode) plan.get("target")).putNull("url"));
    assertUnusable("no such JSON", plan -> plan.put("startedBy", "cron"));
    Files.writeString(dir().job(), "null");
    assertThat(Expectation.read(dir()).problem()).isEqualTo("it holds nothing");
    Files.writeString(dir().job(), "{");
    assertThat(Expectation.read(dir()).problem()).startsWith("no such JSON as expected");
  }

  private void assertUnusable(String problem, Consumer<ObjectNode> change) throws IOException {
    write(change);
    Expectation read = Expectation.read(dir());
    assertThat(read.state()).as(problem).isEqualTo(Expectation.State.UNUSABLE);
    assertThat(read.problem()).contains(problem);
    assertThat(read.scenarios()).as("all presets").hasSize(3);
  }

  private void write(Consumer<ObjectNode> change) throws IOException {
    ObjectNode plan = Json.MAPPER.valueToTree(Plans.whole("run-1"));
    change.accept(plan);
    Files.createDirectories(dir().raw());
    Files.write(dir().job(), Json.MAPPER.writeValueAsString(plan).getBytes(StandardCharsets.UTF_8));
  }

  private ReportDir dir() {
    return new ReportDir(root);
  }
}
