package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.launch.Home;
import chatload.schema.ReportSchemas;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several injectors for real: each sends its part at the same time, and all of it is judged once.
 */
class InjectorsTest extends SmallJob {

  private record Ended(int code, String said) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoke.requests=12,smoke.concurrency=4,smoke.rampMs=0",
        "smoke.load=rate 3/s for 4s poisson seed 7"
      })
  void twoPartsSendThePlanOnceAndAreJudgedTogether(String sizes) throws Exception {
    try (EmbeddedTarget target = EmbeddedTarget.start(TargetConfig.defaults(SECRET))) {
      String startAt = Instant.now().plusSeconds(20).toString();
      List<CompletableFuture<Ended>> running = new ArrayList<>();
      for (int number = 1; number <= 2; number++) {
        List<String> words = part(number, target, startAt, sizes);
        running.add(CompletableFuture.supplyAsync(() -> run(words)));
      }
      for (int number = 1; number <= 2; number++) {
        Ended ended = running.get(number - 1).join();
        assertThat(ended.code()).as(ended.said()).isEqualTo(ExitCode.INCONCLUSIVE.code());
        assertThat(ended.said()).contains("Part " + number + " of 2: merge it");
        assertThat(ended.said()).doesNotContain("Closing documents");
      }
      assertThat(target.journal().posts()).isEqualTo(planned());
    }
    Path merged = temporary.resolve("merged");
    Ended ended = run(List.of("merge", dir(2), dir(1), "--report-dir", merged.toString()));

    assertThat(ids(merged)).as(ended.said()).hasSize(planned());
    JsonNode summary = json(merged.resolve("smoke-summary.json"));
    assertThat(summary.at("/outcomes/OK").asInt()).isEqualTo(planned());
    assertThat(summary.at("/gatling/requests").asInt()).isEqualTo(planned());
    assertThat(json(merged.resolve("raw/job.json")).at("/merged/1/part").asInt()).isEqualTo(2);
    for (String file : ReportSchemas.jsonFiles(Path.of(dir(2)))) {
      assertThat(ReportSchemas.problems(Path.of(dir(2)), file)).isEmpty();
    }
    // On a busy machine an injector may begin late, or measure wrong: then it says so.
    assertThat(ended.code())
        .as(ended.said())
        .isEqualTo(
            ended.said().contains("Overall Result: PASS")
                ? ExitCode.PASS.code()
                : ExitCode.INCONCLUSIVE.code());
    assertThat(run(List.of("verify", "--report-dir", merged.toString())).said())
        .contains(ended.said().contains("may have begun") ? "Findings" : "Verified");
  }

  private int planned() throws IOException {
    return json(temporary.resolve("part-1/raw/job.json")).at("/scenarios/0/requests").asInt();
  }

  private String dir(int part) {
    return temporary.resolve("part-" + part).toString();
  }

  private List<String> part(int number, EmbeddedTarget target, String startAt, String sizes) {
    return List.of(
        "scenarios",
        "--url",
        target.chatUrl().toString(),
        "--part",
        number + "/2",
        "--start-at",
        startAt,
        "--skip-preflight",
        "--warm-up-seconds",
        "0",
        "--profiles",
        "smoke",
        "--set",
        sizes,
        "--report-dir",
        dir(number));
  }

  private static Ended run(List<String> words) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, System.getProperty("user.dir"));
    CommandContext context =
        new CommandContext(out, out, secret(), properties, false, Clock.systemUTC());
    int code = Loadtest.run(context, words.toArray(String[]::new));
    return new Ended(code, said.toString());
  }

  /** Of the chats that were recorded, each once. */
  private static Set<Integer> ids(Path merged) throws IOException {
    Set<Integer> ids = new TreeSet<>();
    for (String line : Files.readAllLines(merged.resolve("raw/smoke-chats.jsonl"))) {
      assertThat(ids.add(Json.MAPPER.readTree(line).get("id").asInt())).isTrue();
    }
    return ids;
  }
}
