package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.metric.Limits;
import chatload.output.ReportWriter;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReportTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden/all-pass");

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "baseline", "stress"})
  void every_figure_is_the_time_of_the_chat_beside_it(String scenario) throws IOException {
    Map<String, ChatRecord> chats = new HashMap<>();
    for (String line :
        Files.readAllLines(GOLDEN.resolve("input/raw/" + scenario + "-chats.jsonl"))) {
      ChatRecord chat = Json.MAPPER.readValue(line, ChatRecord.class);
      chats.put("`" + chat.traceId() + "`", chat);
    }
    List<String[]> rows =
        Files.readString(GOLDEN.resolve("expected/" + scenario + "-report.md"))
            .lines()
            .filter(line -> line.matches("\\|(first token|total)\\|(P\\d\\d|Max|Min)\\|.*"))
            .map(line -> line.split("\\|"))
            .toList();
    assertThat(rows).hasSize(10);
    for (String[] row : rows) {
      ChatRecord chat = chats.get(row[5]);
      assertThat(chat.id()).hasToString(row[4]);
      assertThat(row[1].equals("total") ? chat.totalMs() : chat.firstTokenMs())
          .isEqualTo(Double.parseDouble(row[3]));
    }
  }

  @Test
  void a_margin_never_says_something_else_than_the_verdict() throws IOException {
    String report =
        report(
            new Scenario("smoke", 3, 1, Duration.ofSeconds(30), Limits.of(0.99999, 1000.04, 500)),
            1000.05);
    assertThat(report)
        .contains("|P95 total|≤ 1000.04 ms|1000.1 ms|-0.01 ms (-0.001% of the limit)|3|✗|")
        .contains("|P95 first token|≤ 500 ms|500.03 ms|-0.03 ms (-0.01% of the limit)|3|✗|")
        .contains("|Success rate|≥ 99.999%|100%|+0.001 points|3|✓|");
  }

  @Test
  void more_failures_than_a_page_can_show_are_counted_and_pointed_to() throws IOException {
    Scenario many =
        new Scenario("smoke", 1201, 2, Duration.ofSeconds(30), Limits.of(1, 8000, 2500));
    Job job = Job.in(root);
    job.run(
        many,
        1000,
        chat ->
            Job.fail(
                chat,
                Outcome.EMPTY,
                chat.get("id").intValue() == 1201 ? Cause.DATABASE : Cause.MODEL,
                "empty"),
        run -> {});
    ReportWriter.write(job.dir());
    String report = Files.readString(job.dir().report("smoke"));
    assertThat(report).contains("### model (1200)", "### database (1)");
    assertThat(report.lines().filter(line -> line.contains("grep -rnF"))).hasSize(501);
    assertThat(report)
        .contains(
            "700 more have this cause; all failures are listed in smoke-summary.json, and"
                + " raw/smoke-chats.jsonl has everything");
    assertThat(Json.MAPPER.readTree(job.dir().summary("smoke").toFile()).at("/failures"))
        .hasSize(1201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x'; reboot; '",
        "$(reboot)",
        "00000000-0000-4000-8000-000000000001\n",
        "00000000-0000-4000-8000-00000000000١",
        "",
      })
  void no_command_is_made_of_a_trace_id_that_is_none_of_ours(String traceId) throws IOException {
    Job job = Job.in(root);
    job.run(
        Scenario.SMOKE,
        1000,
        chat -> {
          chat.put("traceId", traceId);
          if (chat.get("id").intValue() > 10) {
            Job.fail(chat, Outcome.EMPTY, Cause.MODEL, "empty");
          }
        },
        run -> {});
    ReportWriter.write(job.dir());
    assertThat(Files.readString(job.dir().report("smoke")))
        .contains("### model (10)")
        .doesNotContain("grep");
  }

  @Test
  void a_run_without_a_usable_manifest_still_has_a_report_that_says_why() throws IOException {
    Job job = Job.in(root).run(Scenario.SMOKE, 1000).run(Scenario.STRESS, 1000);
    Files.delete(job.dir().manifest("smoke"));
    ReportWriter.write(job.dir());
    assertThat(Files.readString(job.dir().report("smoke")))
        .contains("**INCONCLUSIVE**", "raw/smoke-run.json is missing");
    assertThat(job.dir().report("baseline")).doesNotExist();
  }

  @Test
  void one_reply_for_all_can_be_seen_and_where_a_record_does_not_say_nothing_is_said()
      throws IOException {
    Job job = Job.in(root);
    job.run(Scenario.SMOKE, 1000, chat -> chat.put("replyHash", "80000000000000ab"), run -> {});
    job.run(
        Scenario.BASELINE,
        1000,
        chat -> chat.put("replyHash", "%016x".formatted(1 + chat.get("id").intValue() % 40)),
        run -> {});
    job.run(
        Scenario.STRESS,
        1000,
        chat -> chat.put("replyHash", chat.get("id").intValue() == 7 ? null : "80000000000000ab"),
        run -> {});
    ReportWriter.write(job.dir());
    assertThat(differentReplies(job, "smoke")).isEqualTo("1");
    assertThat(differentReplies(job, "baseline")).isEqualTo("40");
    assertThat(differentReplies(job, "stress")).isEmpty();
    assertThat(job.dir().report("smoke")).content().contains("|Different replies|\n", "|1|\n");
    assertThat(job.dir().report("stress")).content().doesNotContain("Different replies");
  }

  private static String differentReplies(Job job, String scenario) throws IOException {
    return Json.MAPPER
        .readTree(job.dir().summary(scenario).toFile())
        .at("/totals/differentReplies")
        .asText();
  }

  private String report(Scenario scenario, double totalMs) throws IOException {
    Job job = Job.in(root).run(scenario, totalMs);
    ReportWriter.write(job.dir());
    return Files.readString(job.dir().report("smoke"));
  }
}
