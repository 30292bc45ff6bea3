package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.mapping.Protocols;
import chatload.run.Outcome;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.fault.Fault;
import chatload.service.fault.FaultPlan;
import chatload.service.reply.WireFormat;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs in the protocols that files describe, against the embedded service: a small one, and with
 * {@code -Dprotocols.all=true} the presets at their own sizes in each, healthy and with faults.
 */
class ProtocolJobTest extends SmallJob {

  private static final String ALL = "protocols.all";

  /** What a service can do to a tenth of its chats, each of them in every scenario. */
  private static final Map<Fault, Outcome> FAULTS =
      new EnumMap<>(
          Map.of(
              Fault.ERROR_EVENT, Outcome.ERROR_EVENT,
              Fault.CUT_RST, Outcome.STREAM_CUT,
              Fault.TRUNCATED, Outcome.TRUNCATED,
              Fault.FILTERED, Outcome.FILTERED,
              Fault.CUT_SHORT, Outcome.CUT_SHORT,
              Fault.EMPTY, Outcome.EMPTY,
              Fault.REFUSAL, Outcome.REFUSED,
              Fault.TOOL_CALL, Outcome.NO_ANSWER));

  static List<String> names() {
    return Protocols.described();
  }

  /** Whether this JVM, which is cold, kept up with it is not the question. */
  @Test
  void everyChatOfASmallJobWithoutAUrlIsOkInAProtocolWithLinesOfJson() throws IOException {
    Path directory = temporary.resolve("report");
    int code = loadtest(Map.of(), scenarios(directory, "--protocol", "ollama"));

    assertThat(code).as(output()).isIn(0, ExitCode.INCONCLUSIVE.code());
    Map<String, Integer> chats = Map.of("smoke", 4, "baseline", 6, "stress", 8);
    for (String scenario : chats.keySet()) {
      JsonNode summary = json(directory.resolve(scenario + "-summary.json"));
      assertThat(summary.at("/outcomes/OK").asInt()).isEqualTo(chats.get(scenario));
      requireTold(directory, scenario, "ollama");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  @EnabledIfSystemProperty(named = ALL, matches = "true")
  void thePresetsPass(String name) throws IOException {
    Path directory = temporary.resolve("report");
    int code = loadtest(Map.of(), presets(directory, "--protocol", name));

    requirePass(directory, code, name);
  }

  private void requirePass(Path directory, int code, String name) throws IOException {
    assertThat(code).as(output()).isZero();
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      JsonNode summary = json(directory.resolve(scenario + "-summary.json"));
      assertThat(summary.at("/verdict/status").asText()).isEqualTo("PASS");
      requireTold(directory, scenario, name);
    }
    assertThat(json(directory.resolve("preflight.json")).at("/targetKind").asText())
        .isEqualTo("embedded");
  }

  private static void requireTold(Path directory, String scenario, String name) throws IOException {
    JsonNode run = json(directory.resolve("raw/" + scenario + "-run.json"));
    assertThat(run.at("/target/kind").asText()).isEqualTo("embedded");
    assertThat(run.at("/target/protocol/name").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  @EnabledIfSystemProperty(named = ALL, matches = "true")
  void thePresetsFailAndSayWhatHappened(String name) throws IOException {
    WireFormat wire = WireFormat.named(name);
    Map<Fault, Integer> shares = new EnumMap<>(Fault.class);
    FAULTS.keySet().stream()
        .filter(fault -> fault.isIn(wire))
        .filter(fault -> fault != Fault.TRUNCATED || Protocols.named(name).seesCuts())
        .forEach(fault -> shares.put(fault, 100_000));
    Set<String> due =
        shares.keySet().stream().map(f -> FAULTS.get(f).name()).collect(Collectors.toSet());
    due.add(Outcome.OK.name());
    TargetConfig config =
        TargetConfig.defaults(SECRET).speaking(wire).withFaults(new FaultPlan(shares));
    try (EmbeddedTarget target = EmbeddedTarget.start(config)) {
      Path directory = temporary.resolve("report");
      List<String> more = new ArrayList<>(List.of("--protocol", name));
      more.addAll(List.of("--url", target.chatUrl().toString(), "--skip-preflight"));
      if (Protocols.named(name).needsModel()) {
        more.addAll(List.of("--model", "embedded"));
      }
      int code = loadtest(secret(), presets(directory, more.toArray(new String[0])));

      assertThat(code).as(output()).isEqualTo(ExitCode.FAIL.code());
      for (String scenario : List.of("smoke", "baseline", "stress")) {
        JsonNode summary = json(directory.resolve(scenario + "-summary.json"));
        assertThat(summary.at("/verdict/status").asText()).isEqualTo("FAIL");
        Set<String> seen = new TreeSet<>();
        summary
            .at("/outcomes")
            .properties()
            .forEach(
                outcome -> {
                  if (outcome.getValue().asInt() > 0) {
                    seen.add(outcome.getKey());
                  }
                });
        assertThat(seen).isEqualTo(due);
      }
    }
  }

  private static List<String> presets(Path directory, String... more) {
    List<String> line = new ArrayList<>(List.of("scenarios", "--report-dir", directory.toString()));
    line.addAll(List.of(more));
    return line;
  }
}
