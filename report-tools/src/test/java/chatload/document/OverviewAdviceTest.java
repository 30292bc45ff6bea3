package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.output.ReportWriter;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.Scenario;
import chatload.words.Language;
import chatload.words.Wording;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewAdviceTest {

  @TempDir Path root;

  @Test
  void nothing_is_advised_where_there_is_no_evidence() {
    assertThat(advice(Job.in(root).run(Scenario.BASELINE, 1000))).isEmpty();
  }

  @Test
  void throughput_that_stands_still_while_times_grow_is_saturation() {
    assertThat(advice(Job.in(root).run(Scenario.BASELINE, 1000).run(Scenario.STRESS, 2900)))
        .singleElement()
        .asString()
        .contains("Concurrency: saturated.", "from 1000.0 to 2900.0 ms")
        .contains("only 1.0 times as many chats", "About 10 users at once");
  }

  @Test
  void throughput_that_grows_with_the_users_is_no_saturation() {
    assertThat(advice(Job.in(root).run(Scenario.BASELINE, 1000).run(Scenario.STRESS, 1050)))
        .singleElement()
        .asString()
        .contains("no sign of saturation", "3.0 times as many", "2.9 times as many chats");
  }

  @Test
  void throughput_that_grows_less_than_the_users_is_said_to_slow_down() {
    assertThat(advice(Job.in(root).run(Scenario.BASELINE, 1000).run(Scenario.STRESS, 1600)))
        .singleElement()
        .asString()
        .contains("is getting near its capacity", "only 1.9 times as many chats");
  }

  @Test
  void a_run_with_many_failures_says_nothing_of_saturation() {
    Job job = Job.in(root).run(Scenario.BASELINE, 1000);
    job.run(Scenario.STRESS, 2900, chat -> failEvery(chat, 5, Outcome.EMPTY), run -> {});
    assertThat(advice(job)).isEmpty();
  }

  @Test
  void replies_that_came_all_at_once_were_not_streamed() {
    Job job = Job.in(root);
    job.run(Scenario.SMOKE, 1000, OverviewAdviceTest::atOnce, run -> {});
    assertThat(advice(job))
        .singleElement()
        .asString()
        .contains("in smoke, 20 of 20 replies came all at once", "nothing was streamed");
  }

  @Test
  void one_reply_in_ten_that_came_all_at_once_is_no_habit() {
    Job job = Job.in(root);
    job.run(
        Scenario.SMOKE,
        1000,
        chat -> {
          if (chat.path("id").asInt() % 10 == 0) {
            atOnce(chat);
          }
        },
        run -> {});
    assertThat(advice(job)).isEmpty();
  }

  private static void atOnce(ObjectNode chat) {
    chat.put("firstTokenMs", chat.path("totalMs").asDouble() - 0.5).put("maxGapMs", 0.1);
  }

  @Test
  void refused_chats_are_told_with_what_the_service_said() {
    Job job =
        Job.in(root)
            .run(
                Scenario.SMOKE,
                1000,
                chat -> {
                  if (chat.get("id").intValue() % 4 == 0) {
                    Job.fail(
                        chat,
                        Outcome.RATE_LIMITED,
                        Cause.RATE_LIMIT,
                        "status 429, retry-after 1 | `x`");
                  }
                },
                run -> {});
    assertThat(advice(job))
        .singleElement()
        .asString()
        .contains("in smoke, 5 of 20 chats got status 429", "2 users", "1.50 OK chats/s")
        .contains("`` status 429, retry-after 1 | `x` ``");
  }

  @Test
  void time_outs_far_above_the_slowest_ok_chat_are_hangs() {
    Job job = Job.in(root);
    job.run(
        Scenario.SMOKE, 1000, chat -> failEvery(chat, 10, Outcome.FIRST_TOKEN_TIMEOUT), run -> {});
    assertThat(advice(job))
        .singleElement()
        .asString()
        .contains("2 of 20 chats ran into 30000 ms", "1000.0 ms (3% of it", "These chats hang");
  }

  @Test
  void time_outs_close_to_the_slowest_ok_chat_cut_off_slow_answers() {
    Job job = Job.in(root);
    job.run(Scenario.SMOKE, 24_000, chat -> failEvery(chat, 10, Outcome.TOTAL_TIMEOUT), run -> {});
    assertThat(advice(job)).singleElement().asString().contains("(80% of it", "being cut off");
  }

  @Test
  void a_slowest_ok_chat_close_to_the_limit_is_named() {
    assertThat(advice(Job.in(root).run(Scenario.SMOKE, 24_000)))
        .singleElement()
        .asString()
        .contains("24000.0 ms, 80% of the 30000 ms", "`00000000-0000-4000-8000-000000000001`");
    assertThat(advice(Job.in(root).run(Scenario.SMOKE, 23_999))).isEmpty();
  }

  @Test
  void without_an_ok_chat_nothing_is_said_of_a_better_limit() {
    Job job = Job.in(root);
    job.run(Scenario.SMOKE, 1000, chat -> failEvery(chat, 1, Outcome.TOTAL_TIMEOUT), run -> {});
    assertThat(advice(job)).singleElement().asString().contains("none was OK");
  }

  @Test
  void responses_without_our_trace_id_are_counted() {
    Job job = Job.in(root);
    job.run(
        Scenario.SMOKE,
        1000,
        chat -> chat.put("traceEchoed", chat.get("id").intValue() > 3),
        run -> {});
    assertThat(advice(job))
        .singleElement()
        .asString()
        .contains("in smoke, the trace id that was sent did not come back in 3 of the");
  }

  @Test
  void a_calibration_that_did_not_settle_is_told() {
    Job job = Job.in(root);
    job.run(
        Scenario.SMOKE,
        1000,
        chat -> {},
        run ->
            ((ObjectNode) run.get("generator"))
                .putObject("calibration")
                .put("rounds", 2)
                .put("chats", 200)
                .put("durationMs", 6000)
                .put("n", 100)
                .put("firstTokenErrorP95Ms", 9)
                .put("totalErrorP95Ms", 9)
                .put("converged", false));
    assertThat(advice(job)).singleElement().asString().contains("before smoke ended");
  }

  private static void failEvery(ObjectNode chat, int nth, Outcome outcome) {
    if (chat.get("id").intValue() % nth == 0) {
      Job.fail(chat, outcome, Cause.SERVICE, "broken");
    }
  }

  private static List<String> advice(Job job) {
    Wording wording = new Wording(Language.EN);
    return new OverviewAdvice(ReportWriter.read(job.dir()), wording)
        .items().stream()
            .map(item -> Markdown.render(Nodes.document(List.of(Nodes.paragraph(item)))))
            .toList();
  }
}
