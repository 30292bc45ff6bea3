package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.gatling.TestLog;
import chatload.output.ReportWriter;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Reason;
import chatload.verdict.Verdict;
import chatload.verdict.Verdict.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat records held against a simulation.log. Ten chats took 501 to 510 ms in all. */
class TwoMeasurementsTest {

  private static final String FOLDER = "smokesimulation-20261123195204741";

  @TempDir Path temp;

  @Test
  void logs_that_agree_leave_the_verdict_and_stand_beside_the_records() throws Exception {
    tenOk();
    log(FOLDER, chats(100, 500, 0, 10));

    assertThat(verdict().status()).isEqualTo(Status.PASS);
    assertThat(gatling())
        .hasToString(
            "{\"folder\":\""
                + FOLDER
                + "\",\"requests\":10,\"success\":10,\"failed\":0,"
                + "\"successRate\":1,\"p95TotalMs\":510,\"firstTokens\":10,"
                + "\"p95FirstTokenMs\":100,\"truncated\":false,\"agrees\":true,"
                + "\"differences\":[]}");
    assertThat(Files.readString(temp.resolve("OVERVIEW.md")))
        .contains("|smoke|chat records|10|10|0|510.0 ms|100.5 ms|—|")
        .contains("|smoke|Gatling|10|10|0|510 ms|100 ms|✓|");
    JsonNode stats =
        Json.MAPPER.readTree(
            Files.readString(temp.resolve("gatling/" + FOLDER + "/js/stats.json")));
    assertThat(stats.at("/contents").iterator().next().at("/stats/numberOfRequests/ok").intValue())
        .isEqualTo(10);
  }

  @Test
  void without_a_log_the_verdict_stands_and_the_figures_are_null() throws Exception {
    tenOk();
    assertThat(verdict().status()).isEqualTo(Status.PASS);
    assertThat(gatling().isNull()).isTrue();
    assertThat(Files.readString(temp.resolve("OVERVIEW.md")))
        .contains("|smoke|Gatling: there is no log in gatling/|—|—|—|—|—|not compared|");
  }

  @Test
  void a_chat_too_few_or_too_many_or_failed_instead_of_OK_is_a_doubt() throws Exception {
    tenOk();
    for (byte[] other :
        List.of(chats(100, 500, 0, 9), chats(100, 500, 0, 11), chats(100, 500, 1, 10))) {
      log(FOLDER, other);
      assertThat(verdict().status()).isEqualTo(Status.INCONCLUSIVE);
      assertThat(kinds()).containsExactly(Reason.Kind.GATLING_COUNTS_DIFFER);
      assertThat(gatling().at("/agrees").booleanValue()).isFalse();
    }
    assertThat(gatling().at("/differences/0").asText())
        .isEqualTo(
            "Gatling's own log holds 10 chats, 9 OK and 1 failed; the records hold 10, 10 and 0");
  }

  @Test
  void times_may_differ_by_the_resolution_and_no_more() throws Exception {
    tenOk();
    for (int shift : new int[] {-100, 100}) {
      log(FOLDER, chats(100, 500 + shift, 0, 10));
      assertThat(verdict().status()).as("%d", shift).isEqualTo(Status.PASS);
    }
    for (int shift : new int[] {-101, 101}) {
      log(FOLDER, chats(100, 500 + shift, 0, 10));
      assertThat(kinds()).as("%d", shift).containsExactly(Reason.Kind.GATLING_TIME_DIFFERS);
    }
    log(FOLDER, chats(201, 500, 0, 10));
    assertThat(kinds()).containsExactly(Reason.Kind.GATLING_TIME_DIFFERS);
    assertThat(verdict().reasons().get(0).sentence())
        .isEqualTo(
            "P95 first token is 201 ms by Gatling's own log and 100.5 ms by the records: more than"
                + " 100 ms apart");
  }

  @Test
  void chats_that_failed_after_their_first_token_do_not_make_the_P95_differ() throws Exception {
    Evidence.of(10)
        .minSuccessRate(0.5)
        .failed(1, 3, Outcome.TRUNCATED, Cause.SERVICE)
        .ok(4, 10)
        .in(temp);
    int[] firstTokens = new int[10];
    Arrays.fill(firstTokens, 100);
    Arrays.fill(firstTokens, 0, 3, 900);
    log(FOLDER, TestLog.ofChats(firstTokens, totals(500, 10), 3));
    assertThat(verdict().status()).isEqualTo(Status.PASS);
    assertThat(gatling().at("/firstTokens").intValue()).isEqualTo(10);
    assertThat(gatling().at("/p95FirstTokenMs").intValue()).isEqualTo(900);
    assertThat(Files.readString(temp.resolve("OVERVIEW.md"))).contains("|100 to 900 ms|");

    Arrays.fill(firstTokens, 900);
    log(FOLDER, TestLog.ofChats(firstTokens, totals(500, 10), 3));
    assertThat(kinds()).containsExactly(Reason.Kind.GATLING_TIME_DIFFERS);
  }

  @Test
  void chats_without_a_record_explain_chats_that_only_Gatling_knows() throws Exception {
    Evidence.of(10).minSuccessRate(1).failed(1, 3, Outcome.EMPTY, Cause.MODEL).ok(4, 9).in(temp);
    log(FOLDER, chats(100, 500, 3, 10));
    assertThat(verdict().status()).isEqualTo(Status.FAIL);
    log(FOLDER, chats(100, 500, 2, 10));
    assertThat(verdict().status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(kinds()).contains(Reason.Kind.GATLING_COUNTS_DIFFER);
  }

  @Test
  void chats_that_were_never_sent_are_in_neither_count() throws Exception {
    Evidence.of(10).ok(1, 9).failed(10, 10, Outcome.NOT_SENT, Cause.GENERATOR).in(temp);
    log(FOLDER, chats(100, 500, 0, 9));
    assertThat(kinds()).containsExactly(Reason.Kind.NOT_SENT);
    assertThat(gatling().at("/agrees").booleanValue()).isTrue();
  }

  @Test
  void a_log_that_breaks_off_is_a_doubt_about_a_completed_run() throws Exception {
    tenOk();
    byte[] log = chats(100, 500, 0, 10);
    log(FOLDER, Arrays.copyOf(log, log.length - 1));
    assertThat(kinds()).containsExactly(Reason.Kind.GATLING_LOG_TRUNCATED);
    assertThat(gatling().at("/truncated").booleanValue()).isTrue();
    assertThat(Files.readString(temp.resolve("OVERVIEW.md")))
        .contains("|smoke|Gatling, log breaks off|10|10|0|510 ms|100 ms|✗|");
  }

  @Test
  void a_run_that_did_not_end_is_not_compared() throws Exception {
    Evidence.of(10).status(RunManifest.Status.RUNNING).ok(1, 4).in(temp);
    byte[] log = chats(100, 500, 0, 10);
    log(FOLDER, Arrays.copyOf(log, log.length / 2));
    assertThat(kinds())
        .contains(Reason.Kind.STILL_RUNNING)
        .noneMatch(kind -> kind.name().contains("GATLING"));
    assertThat(gatling().at("/agrees").isNull()).isTrue();
    log(FOLDER, new byte[0]);
    assertThat(kinds()).noneMatch(kind -> kind.name().contains("GATLING"));
  }

  @Test
  void two_results_of_one_scenario_are_a_conflict_that_names_them() throws Exception {
    tenOk();
    log(FOLDER, chats(100, 500, 0, 10));
    log("smokesimulation-20261124", chats(100, 500, 0, 10));
    assertThat(verdict().status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict().reasons().get(0).sentence())
        .contains("2 Gatling results", FOLDER + ", smokesimulation-20261124");
    assertThat(gatling().at("/requests").isNull()).isTrue();
    assertThat(temp.resolve("gatling/" + FOLDER + "/js")).doesNotExist();
  }

  @Test
  void a_damaged_log_is_a_doubt_that_names_no_path_of_this_machine() throws Exception {
    tenOk();
    log(FOLDER, new byte[] {1, 2, 3});
    assertThat(kinds()).containsExactly(Reason.Kind.GATLING_LOG_UNUSABLE);
    assertThat(gatling().at("/differences/0").asText())
        .isEqualTo(
            "Gatling's own log can't be read: "
                + FOLDER
                + " is damaged at byte 1: it does not"
                + " begin with the record of a run");
    assertThat(Files.readString(temp.resolve("OVERVIEW.md"))).doesNotContain(temp.toString());
  }

  @Test
  void an_older_Gatlings_own_stats_json_is_read_as_it_is() throws Exception {
    tenOk();
    log(FOLDER, "RUN\tchatload".getBytes());
    Path js = Files.createDirectories(temp.resolve("gatling/" + FOLDER + "/js"));
    String own =
        """
        {"type":"GROUP","name":"All Requests","contents":{
          "group_chat":{"type":"GROUP","name":"chat",
            "stats":{"numberOfRequests":{"total":10,"ok":10,"ko":0},"percentiles3":{"ok":512}},
            "contents":{"group_first":{"type":"GROUP","name":"first token",
              "stats":{"numberOfRequests":{"total":10,"ok":10,"ko":0},"percentiles3":{"ok":99}},
              "contents":{}}}}}}
        """;
    Files.writeString(js.resolve("stats.json"), own);
    assertThat(verdict().status()).isEqualTo(Status.PASS);
    assertThat(gatling().at("/p95TotalMs").intValue()).isEqualTo(512);
    assertThat(gatling().at("/p95FirstTokenMs").intValue()).isEqualTo(99);
    assertThat(js.resolve("stats.json")).hasContent(own);

    Files.writeString(js.resolve("stats.json"), "{\"a\":1,\"a\":");
    assertThat(kinds()).containsExactly(Reason.Kind.GATLING_LOG_UNUSABLE);
  }

  private void tenOk() {
    Evidence.of(10).ok(1, 10).in(temp);
  }

  private void log(String folder, byte[] log) throws IOException {
    Path dir = Files.createDirectories(temp.resolve("gatling").resolve(folder));
    Files.write(dir.resolve("simulation.log"), log);
  }

  /** Chats that took total + 1, + 2 … milliseconds in all; the first ones failed. */
  private static byte[] chats(int firstToken, int total, int failed, int chats) {
    int[] firstTokens = new int[chats];
    Arrays.fill(firstTokens, firstToken);
    return TestLog.ofChats(firstTokens, totals(total, chats), failed);
  }

  private static int[] totals(int total, int chats) {
    return IntStream.rangeClosed(total + 1, total + chats).toArray();
  }

  private Verdict verdict() {
    return ReportWriter.write(new ReportDir(temp)).scenarios().get(0).verdict();
  }

  private List<Reason.Kind> kinds() {
    return verdict().reasons().stream().map(Reason::kind).toList();
  }

  private JsonNode gatling() throws IOException {
    ReportWriter.write(new ReportDir(temp));
    return Json.MAPPER
        .readTree(Files.readString(temp.resolve("smoke-summary.json")))
        .path("gatling");
  }
}
