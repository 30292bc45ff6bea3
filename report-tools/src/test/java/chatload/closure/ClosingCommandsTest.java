package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.evidence.EvidenceSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.run.Cause;
import chatload.run.ClosureTarget;
import chatload.run.Outcome;
import chatload.signoff.ClosureRequest;
import chatload.words.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** prepare, finalize, review and verify through the command line. */
class ClosingCommandsTest extends ClosingCommands {

  @TempDir Path temp;

  @Test
  void from_run_to_sign_off() throws IOException {
    ReportDir dir = partlyDegraded();
    assertThat(run("prepare", dir, "--require-review")).isEqualTo(5);
    assertThat(err.toString())
        .contains(
            "No repository is named",
            "Open (root-causes)",
            "Open (dependencies)",
            "Open (tuning)",
            "--all-of DEGRADED --cause CAUSE --note \"WHY\"");
    assertThat(run("review", dir)).isZero();
    assertThat(out.toString()).contains("[ ] root-causes: ", "trace-baseline-7: not judged");
    assertThat(dir.review()).doesNotExist();

    assertThat(
            run(
                "review",
                dir,
                "--all-of",
                "degraded",
                "--cause",
                "model",
                "--note",
                "model log",
                "--tuning",
                "no change",
                "--reviewer",
                "Li Lei"))
        .isZero();
    assertThat(run("verify", dir)).isEqualTo(5);
    assertThat(out.toString()).contains("ISSUE-26-CLOSURE.md: line");
    assertThat(run("prepare", dir, "--require-review", "--repo", "octo/chat")).isZero();
    assertThat(run("finalize", dir, "--repo", "octo/chat")).isZero();
    assertThat(out.toString()).contains("ISSUE-26-FINAL-STEPS.md");
    assertThat(run("verify", dir)).as(out.toString()).isZero();
    assertThat(Files.readString(dir.root().resolve("ISSUE-26-CLOSURE.md")))
        .contains("- [x] The root cause", "`Li Lei`: `no change` (`2026-11-23T09:00:00Z`)");
    assertThat(Files.readString(dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh")))
        .contains("issue close 26", "issue close 7");
  }

  @Test
  void answers_are_added_with_name_and_time_and_the_one_about_a_single_chat_counts()
      throws IOException {
    ReportDir dir = partlyDegraded();
    run("review", dir, "--trace", "trace-baseline-7", "--cause", "database", "--note", "locks");
    run("review", dir, "--all-of", "DEGRADED", "--cause", "unknown", "--note", "not found");
    JsonNode review = Json.MAPPER.readTree(Files.readAllBytes(dir.review()));
    assertThat(review.at("/runId").asText()).isEqualTo(JobFixture.RUN_ID);
    assertThat(review.at("/entries")).hasSize(2);
    assertThat(review.at("/entries/0/at").asText()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(review.at("/entries/0/reviewer").asText()).isEqualTo("Han Meimei");
    assertThat(out.toString())
        .contains("[x] The root cause", "trace-baseline-7: database, \"locks\" (Han Meimei");
  }

  @Test
  void a_cause_that_was_not_found_leaves_its_item_open() {
    ReportDir dir = partlyDegraded();
    run("review", dir, "--all-of", "DEGRADED", "--cause", "unknown", "--note", "logs rotated");
    assertThat(out.toString()).contains("[ ] root-causes: ", "[x] Recorded for every failed chat");
  }

  @Test
  void an_answer_about_nothing_that_happened_is_a_usage_error_that_lists_what_did() {
    ReportDir dir = partlyDegraded();
    assertThat(run("review", dir, "--trace", "nope", "--cause", "model", "--note", "x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("trace-baseline-7");
    assertThat(run("review", dir, "--all-of", "EMPTY", "--cause", "model", "--note", "x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Use one of DEGRADED.");
    assertThat(run("review", dir, "--all-of", "DEGRADED", "--cause", "gremlins", "--note", "x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("model, database, auth");
    assertThat(run("review", dir, "--all-of", "DEGRADED", "--cause", "model")).isEqualTo(2);
    assertThat(run("review", dir, "--cause", "model")).isEqualTo(2);
    assertThat(run("review", dir, "--tuning", " ")).isEqualTo(2);
    assertThat(dir.review()).doesNotExist();
  }

  @Test
  void a_review_of_another_run_is_refused() throws IOException {
    ReportDir dir = new JobFixture().in(temp.resolve("report"));
    Files.writeString(dir.review(), "{\"schemaVersion\":1,\"runId\":\"other\",\"entries\":[]}");
    assertThat(run("review", dir, "--tuning", "x")).isEqualTo(3);
    assertThat(run("prepare", dir)).isEqualTo(3);
    assertThat(err.toString()).contains("is a review of run other");
  }

  @Test
  void strict_pass_exits_with_the_verdict_and_writes_all_the_same() {
    ReportDir fails =
        new JobFixture()
            .failing("smoke", 1, Outcome.EMPTY, Cause.MODEL, "nothing")
            .in(temp.resolve("fails"));
    assertThat(run("prepare", fails)).isZero();
    assertThat(run("prepare", fails, "--strict-pass")).isEqualTo(4);
    ReportDir part = new JobFixture().without("stress").in(temp.resolve("part"));
    assertThat(run("finalize", part, "--strict-pass")).isEqualTo(5);
    assertThat(part.root().resolve("ISSUE-26-FINAL-STEPS.md")).exists();
    ReportDir passes = new JobFixture().in(temp.resolve("passes"));
    assertThat(run("prepare", passes, "--strict-pass")).isZero();
    assertThat(err.toString()).contains("The verdict is FAIL", "The verdict is INCONCLUSIVE");
  }

  @Test
  void numbers_change_in_names_and_texts_and_finalize_keeps_the_language_of_prepare()
      throws IOException {
    ReportDir dir = new JobFixture().tuned().in(temp.resolve("report"));
    Path comment = temp.resolve("to post.md");
    run(
        "prepare",
        dir,
        "--issue",
        "30",
        "--epic",
        "12",
        "--repo",
        "octo/chat",
        "--lang",
        "zh",
        "--comment-out",
        comment.toString());
    run(
        "finalize",
        dir,
        "--issue",
        "30",
        "--epic",
        "12",
        "--repo",
        "octo/chat",
        "--comment-out",
        comment.toString());
    assertThat(comment).exists();
    assertThat(Files.readString(dir.root().resolve("ISSUE-30-FINAL-STEPS.md")))
        .contains("# \\#30 最终关单清单（Epic \\#12）", "--body-file '../to post.md' --repo octo/chat")
        .contains("gh issue close 30", "gh issue close 12");
    assertThat(Files.readString(dir.root().resolve("ISSUE-30-CLOSURE.md")))
        .contains("- Overall Result: **PASS**");
    assertThat(dir.root().resolve("ISSUE-26-CLOSURE.md")).doesNotExist();
    assertThat(run("verify", dir)).as(out.toString()).isZero();
  }

  @Test
  void a_document_that_differs_keeps_it_shut_and_prepare_says_what_writes_it_anew()
      throws IOException {
    ReportDir dir = new JobFixture().tuned().in(temp.resolve("report"));
    Files.writeString(dir.overview(), Files.readString(dir.overview()) + "\nall good\n");
    assertThat(run("prepare", dir, "--repo", "octo/chat")).isZero();
    assertThat(err.toString()).contains("Open (reports)", "./loadtest report writes anew");
    assertThat(run("report", dir)).isZero();
    assertThat(run("prepare", dir, "--repo", "octo/chat")).isZero();
    assertThat(Files.readString(dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh")))
        .contains("issue close 26");
  }

  @Test
  void a_file_that_is_not_ours_is_never_replaced() throws IOException {
    ReportDir dir = new JobFixture().in(temp.resolve("report"));
    Path file = dir.root().resolve("ISSUE-26-COMMENT.md");
    Files.writeString(file, "my own notes on loadtest run 20261123-080000-abc1234\n");
    assertThat(run("prepare", dir)).isEqualTo(3);
    assertThat(file).hasContent("my own notes on loadtest run 20261123-080000-abc1234");
    assertThat(dir.root().resolve("ISSUE-26-CLOSURE.md")).doesNotExist();
    assertThat(run("prepare", dir, "--out", dir.overview().toString())).isEqualTo(3);
  }

  @Test
  void values_that_cannot_be_used_are_usage_errors() {
    ReportDir dir = new JobFixture().in(temp.resolve("report"));
    for (List<String> wrong :
        List.of(
            List.of("--issue", "0"),
            List.of("--epic", "-1"),
            List.of("--issue", "7"),
            List.of("--repo", "octo/chat; rm -rf x"),
            List.of("--repo", "octo/.."),
            List.of("--repo", "octo/."),
            List.of("--repo", "../octo/chat"),
            List.of("--lang", "fr"),
            List.of("--out", "same.md", "--comment-out", "same.md"))) {
      assertThat(run("prepare", dir, wrong.toArray(String[]::new)))
          .as(wrong.toString())
          .isEqualTo(2);
    }
    assertThat(dir.root().resolve("ISSUE-26-CLOSURE.md")).doesNotExist();
  }

  @Test
  void the_first_report_seals_whatever_was_run_and_no_other_does() throws IOException {
    ReportDir part = new JobFixture().unreported().without("stress").in(temp.resolve("part"));
    assertThat(run("report", part)).isEqualTo(5);
    assertThat(part.evidence()).exists();
    ReportDir dir = new JobFixture().unreported().in(temp.resolve("whole"));
    assertThat(run("report", dir)).isZero();
    assertThat(out.toString()).contains("Evidence: 10 files sealed");
    byte[] seal = Files.readAllBytes(dir.evidence());
    Files.writeString(dir.chats("smoke"), "{}\n");
    assertThat(run("report", dir)).isEqualTo(5);
    assertThat(out.toString()).contains("raw/smoke-chats.jsonl: its content is not what it was");
    assertThat(Files.readAllBytes(dir.evidence())).isEqualTo(seal);
  }

  @Test
  void a_seal_that_was_taken_away_is_not_made_anew() throws IOException {
    ReportDir dir = new JobFixture().in(temp.resolve("report"));
    Files.delete(dir.evidence());
    Path records = dir.chats("smoke");
    Files.writeString(records, Files.readString(records).replaceFirst("500\\.", "400."));
    byte[] overview = Files.readAllBytes(dir.overview());

    assertThat(run("report", dir)).isEqualTo(3);
    assertThat(err.toString()).contains("manifest.json is missing", "run again");
    assertThat(dir.evidence()).doesNotExist();
    assertThat(Files.readAllBytes(dir.overview())).isEqualTo(overview);
    assertThat(run("verify", dir)).isEqualTo(5);
    assertThat(out.toString()).contains("manifest.json: is missing");
  }

  @Test
  void a_summary_that_was_damaged_is_no_way_to_a_new_seal() throws IOException {
    ReportDir dir = new JobFixture().in(temp.resolve("report"));
    Files.delete(dir.evidence());
    Files.writeString(dir.summary("smoke"), "{");
    assertThat(run("report", dir)).isEqualTo(3);
  }

  @Test
  void a_directory_that_was_never_sealed_closes_nothing() {
    ReportDir dir = new JobFixture().tuned().unsealed().in(temp.resolve("report"));
    assertThat(
            ClosureWriter.write(dir, ClosureRequest.usual(Language.EN, ClosureTarget.USUAL))
                .blockers())
        .anyMatch(blocker -> blocker.contains("manifest.json"));
    assertThat(EvidenceSeal.isSealed(dir)).isFalse();
  }

  private ReportDir partlyDegraded() {
    return new JobFixture()
        .failing("baseline", 7, Outcome.DEGRADED, Cause.MODEL, "done says degraded")
        .in(temp.resolve("report"));
  }
}
