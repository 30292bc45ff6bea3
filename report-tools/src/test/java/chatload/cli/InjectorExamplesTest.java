package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.CommandRun;
import chatload.settings.Setting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The manifests and the workflow of docs/injectors.md send all parts of one plan, and merge them.
 */
class InjectorExamplesTest {

  private static final Path KUBERNETES = Path.of("deploy/kubernetes");
  private static final Pattern COMMAND = Pattern.compile("loadtest (scenarios|merge)([^\n]*)");

  private static JsonNode manifest(String name) throws IOException {
    return new YAMLMapper().readTree(Files.readString(KUBERNETES.resolve(name)));
  }

  private static JsonNode container(JsonNode job) {
    return job.at("/spec/template/spec/containers/0");
  }

  /** That the command has every option that a line gives it. */
  private static void hasItsOptions(String script, String command) {
    Matcher found = COMMAND.matcher(script);
    assertThat(found.find()).as(script).isTrue();
    assertThat(found.group(1)).isEqualTo(command);
    String help = CommandRun.with(Map.of(), List.of(command, "--help")).out();
    Stream.of(found.group(2).split(" "))
        .filter(word -> word.startsWith("--"))
        .forEach(option -> assertThat(help).contains(option + "="));
  }

  @Test
  void everyPodIsOnePartAndNoneIsTriedAgain() throws IOException {
    JsonNode job = manifest("parts.yaml");
    JsonNode spec = job.get("spec");
    String parts = container(job).at("/env/0/value").asText();

    assertThat(spec.get("completionMode").asText()).isEqualTo("Indexed");
    assertThat(spec.get("completions").asText()).isEqualTo(parts);
    assertThat(spec.get("parallelism").asText()).as("all at once").isEqualTo(parts);
    assertThat(spec.get("backoffLimit").asInt(-1)).isZero();
    assertThat(container(job).at("/env/0/name").asText()).isEqualTo("PARTS");
    String script = container(job).at("/args/0").asText();
    assertThat(script)
        .contains("number=$((JOB_COMPLETION_INDEX + 1))", "--part \"$number/$PARTS\"")
        .contains("[ \"$code\" -eq 5 ] || exit \"$code\"");
    hasItsOptions(script, "scenarios");
  }

  @Test
  void theMergeReadsWhereThePartsWriteAndItsExitCodeIsTheVerdict() throws IOException {
    JsonNode merge = manifest("merge.yaml");
    JsonNode parts = manifest("parts.yaml");
    String script = container(merge).at("/args/0").asText();

    assertThat(script).contains("cd \"/reports/$LOADTEST_START_AT\" && exec ");
    assertThat(container(parts).at("/args/0").asText())
        .contains("--report-dir \"/reports/$LOADTEST_START_AT/part-$number\"");
    hasItsOptions(script, "merge");
    for (String same : List.of("/image", "/volumeMounts", "/securityContext")) {
      assertThat(container(merge).at(same).isMissingNode()).as(same).isFalse();
      assertThat(container(merge).at(same).toString())
          .isEqualTo(container(parts).at(same).toString());
    }
    String volumes = "/spec/template/spec/volumes";
    assertThat(merge.at(volumes).toString()).isEqualTo(parts.at(volumes).toString());
  }

  @Test
  void whatIsSetThereAreSettingsAndNoneIsASecret() throws IOException {
    Map<String, Setting> all =
        Stream.of(Setting.values()).collect(Collectors.toMap(Setting::variable, one -> one));
    JsonNode data = manifest("settings.yaml").get("data");
    assertThat(data).isNotEmpty();
    data.fieldNames()
        .forEachRemaining(
            name -> {
              assertThat(all).containsKey(name);
              assertThat(all.get(name).isSecret()).as(name).isFalse();
            });
    assertThat(Files.readString(Path.of("docs/injectors.md")))
        .contains("--from-literal=AUTH_JWT_SECRET=", "--from-literal=LOADTEST_START_AT=");
  }

  @Test
  void theMatrixHasEveryPartOnce() throws IOException {
    JsonNode jobs =
        new YAMLMapper().readTree(Path.of("docs/examples/matrix.yml").toFile()).get("jobs");
    Set<Integer> parts = new TreeSet<>();
    jobs.at("/part/strategy/matrix/part").forEach(part -> parts.add(part.asInt()));
    assertThat(jobs.at("/part/strategy/fail-fast").asBoolean(true)).isFalse();
    JsonNode send = null;
    for (JsonNode step : jobs.at("/part/steps")) {
      send = step.has("env") ? step : send;
    }

    assertThat(parts).containsExactly(1, 2, 3, 4);
    assertThat(send.at("/env/LOADTEST_PART").asText())
        .isEqualTo("${{ matrix.part }}/" + parts.size());
    assertThat(send.at("/env/LOADTEST_START_AT").asText())
        .isEqualTo("${{ needs.start.outputs.at }}");
    hasItsOptions(send.get("run").asText(), "scenarios");
    assertThat(jobs.at("/merge/needs").asText()).isEqualTo("part");
    assertThat(jobs.at("/merge/steps").toString())
        .contains("./loadtest merge parts/part-* --report-dir merged");
  }
}
