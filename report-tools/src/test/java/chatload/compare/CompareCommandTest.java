package chatload.compare;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.evidence.EvidenceSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.run.Cause;
import chatload.run.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir Path temp;

  @Test
  void what_is_tolerated_decides_and_documents_say_so_in_both_languages() throws IOException {
    ReportDir before = job("20261123-080000-aaaaaa").in(temp.resolve("old"));
    ReportDir after = job("20261124-080000-bbbbbb").in(temp.resolve("new"));
    CommandRun strict = compare(before, after);
    assertThat(strict.code()).isEqualTo(5);
    assertThat(strict.out()).endsWith("Result: INCONCLUSIVE\n");

    Path out = temp.resolve("out");
    String[] loose = {
      "--tolerate", "90%", "--tolerate-failures", "5%", "--report-dir", out.toString()
    };
    CommandRun run = compare(before, after, loose);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Result: NOT_WORSE", "smoke: Not compared: 20 chats");
    JsonNode json = Json.MAPPER.readTree(Files.readString(out.resolve("compare.json")));
    assertThat(json.at("/judgement").asText()).isEqualTo("NOT_WORSE");
    assertThat(json.at("/schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.at("/seed").asLong()).isEqualTo(1);
    assertThat(json.at("/old/runId").asText()).isEqualTo("20261123-080000-aaaaaa");
    assertThat(json.at("/scenarios/2/questions")).hasSize(5);
    assertThat(Files.readString(out.resolve("compare.md")))
        .contains("# Comparison: NOT\\_WORSE", "## stress");
    assertThat(Files.readString(out.resolve("compare.html"))).contains("<svg", "P95 limit");

    CommandRun again = compare(before, after, loose);
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.err()).contains("never overwritten");
    String[] chinese = {"--lang", "zh", "--report-dir", temp.resolve("zh").toString()};
    assertThat(compare(before, after, chinese).code()).isEqualTo(5);
    assertThat(Files.readString(temp.resolve("zh/compare.md"))).contains("# 比较：INCONCLUSIVE");
  }

  @Test
  void a_slower_one_is_worse_and_the_other_way_round_it_is_not() throws IOException {
    ReportDir before = job("20261123-080000-aaaaaa").in(temp.resolve("old"));
    ReportDir after = slower(job("20261124-080000-bbbbbb"));
    assertThat(compare(before, after, "--tolerate-failures", "5%").code()).isEqualTo(4);
    assertThat(compare(after, before, "--tolerate-failures", "5%").code()).isZero();
  }

  @Test
  void a_side_that_failed_or_is_not_as_it_was_sealed_or_never_was_decides_nothing()
      throws IOException {
    ReportDir good = job("20261123-080000-aaaaaa").in(temp.resolve("good"));
    JobFixture failing = job("20261124-080000-bbbbbb");
    for (int id = 1; id <= 100; id += 2) {
      failing.failing("baseline", id, Outcome.EMPTY, Cause.MODEL, "nothing");
    }
    ReportDir failed = failing.in(temp.resolve("failed"));
    ReportDir unsealed = job("20261125-080000-cccccc").unsealed().in(temp.resolve("unsealed"));
    ReportDir changed = job("20261126-080000-dddddd").in(temp.resolve("changed"));
    Files.writeString(changed.runId(), "20261126-080000-dddddd");
    for (ReportDir side : List.of(failed, unsealed, changed)) {
      for (CommandRun run : List.of(compare(good, side), compare(side, good))) {
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).contains("can't be compared: its ").contains("INCONCLUSIVE");
      }
    }
    assertThat(compare(good, new ReportDir(temp.resolve("nothing"))).code()).isEqualTo(3);
  }

  @Test
  void what_differs_is_listed_and_nothing_is_compared() {
    ReportDir before = job("20261123-080000-aaaaaa").in(temp.resolve("old"));
    ReportDir after =
        job("20261124-080000-bbbbbb")
            .saying("another question", "https://other.example/api/chat")
            .in(temp.resolve("new"));
    CommandRun run = compare(before, after, "--report-dir", temp.resolve("out").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("baseline.config.message is ", "\"another question\" in NEW")
        .doesNotContain("other.example");
    assertThat(temp.resolve("out")).doesNotExist();

    ReportDir fewer = job("20261125-080000-cccccc").only("smoke").in(temp.resolve("fewer"));
    assertThat(compare(before, fewer).err()).contains("scenarios is smoke,baseline,stress in OLD");
    assertThat(compare(before, before).code()).isEqualTo(2);
    assertThat(compare(before, before).err()).contains("are the same run");
  }

  @Test
  void what_is_tolerated_is_a_percentage() {
    for (String text : List.of("10", "-1%", "100%", "x%", "")) {
      CommandRun run = compare(new ReportDir(temp), new ReportDir(temp), "--tolerate", text);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--tolerate 10%");
    }
  }

  private static JobFixture job(String runId) {
    return new JobFixture().runId(runId);
  }

  /** Every chat takes thrice as long, and the next one of its user begins so much later. */
  private ReportDir slower(JobFixture job) throws IOException {
    ReportDir dir = job.unreported().in(temp.resolve("slower"));
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      StringBuilder lines = new StringBuilder();
      for (String line : Files.readAllLines(dir.chats(scenario))) {
        ObjectNode chat = (ObjectNode) Json.MAPPER.readTree(line);
        for (String time : List.of("startMs", "firstTokenMs", "totalMs", "elapsedMs")) {
          chat.put(time, Math.round(chat.get(time).asDouble() * 30) / 10.0);
        }
        chat.put("closedMs", chat.get("totalMs").asDouble() + 0.5);
        lines.append(chat).append('\n');
      }
      Files.writeString(dir.chats(scenario), lines);
    }
    EvidenceSeal.seal(dir, ReportWriter.write(dir).runId());
    return dir;
  }

  private static CommandRun compare(ReportDir before, ReportDir after, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("compare", before.root().toString(), after.root().toString()));
    words.addAll(List.of(more));
    return CommandRun.with(Map.of(), words);
  }
}
