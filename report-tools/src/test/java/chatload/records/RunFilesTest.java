package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Lines;
import chatload.files.ReportDir;
import chatload.metric.ChatTime;
import chatload.records.Defect.Kind;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilesTest {

  @TempDir Path root;

  @Test
  void complete_files_have_no_defect() {
    RunEvidence evidence =
        Evidence.of(3).ok(2, 3).failed(1, 1, Outcome.EMPTY, Cause.MODEL).in(root);
    assertThat(evidence.defects()).isEmpty();
    assertThat(evidence.chats().ok()).isEqualTo(2);
    assertThat(evidence.chats().values(ChatTime.TOTAL)).containsExactly(502, 503);
    assertThat(evidence.chats().values(ChatTime.FIRST_TOKEN)).containsExactly(100.5, 100.5);
    assertThat(evidence.chats().failures()).extracting(ChatRecord::id).containsExactly(1);
    assertThat(evidence.chats().missing()).isEmpty();
    assertThat(evidence.chats().spanMs()).isEqualTo(505);
  }

  @Test
  void a_directory_without_the_files_has_no_evidence() {
    assertThat(RunFiles.read(new ReportDir(root), "smoke")).isEmpty();
    assertThat(RunFiles.read(new ReportDir(root.resolve("none")), "smoke")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "rubbish",
        "{",
        "null",
        "[]",
        "{} {}",
        "\"text\"",
        "{\"id\":1}",
        "\0\0\0",
      })
  void a_line_that_is_no_record_is_left_out_and_told_with_its_number(String line) {
    RunEvidence evidence = Evidence.of(2).ok(1, 1).line(line + "\n").ok(2, 2).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.UNREADABLE_LINE, 1, 2, null));
    assertThat(evidence.chats().ok()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1e999", "\"NaN\""})
  void a_record_with_an_impossible_time_is_no_record(String time) throws IOException {
    Evidence.of(1).ok(1, 1).in(root);
    Path records = new ReportDir(root).chats("smoke");
    Files.writeString(records, Files.readString(records).replace("501.0", time));
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).extracting(Defect::kind).containsExactly(Kind.UNREADABLE_LINE);
    assertThat(evidence.chats().missing()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1e999", "501.1"})
  void a_record_whose_generator_was_late_for_an_impossible_time_is_no_record(String time)
      throws IOException {
    Evidence.of(1).ownShare(7.7).ok(1, 1).in(root);
    Path records = new ReportDir(root).chats("smoke");
    Files.writeString(records, Files.readString(records).replace("7.7", time));
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).extracting(Defect::kind).containsExactly(Kind.UNREADABLE_LINE);
  }

  @Test
  void records_from_before_lateness_was_measured_are_read() throws IOException {
    Evidence.of(1).ok(1, 1).in(root);
    Path records = new ReportDir(root).chats("smoke");
    String old = Files.readString(records).replaceFirst(",\"generatorFirstTokenMs.*", "}");
    Files.writeString(records, old);
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).isEmpty();
    assertThat(evidence.chats().best(ChatTime.TOTAL, 0)).containsExactly(501);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"coresUsed\":1e999", "\"coresUsed\":1,\"gc\":null"})
  void a_manifest_with_an_impossible_watch_is_unusable(String wrong) throws IOException {
    Evidence.of(1).ok(1, 1).in(root);
    Path manifest = new ReportDir(root).manifest("smoke");
    String gc = ",\"gc\":{\"pauses\":3,\"totalMs\":21,\"longestMs\":9}";
    assertThat(manifest).content().contains(gc, "\"coresUsed\":0.21");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(wrong.contains("gc") ? gc : "", "")
            .replace("\"coresUsed\":0.21", wrong));
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).extracting(Defect::kind).containsExactly(Kind.UNUSABLE_MANIFEST);
  }

  @Test
  void a_line_of_more_than_a_mebibyte_is_no_record() {
    RunEvidence evidence =
        Evidence.of(1).line("x".repeat(3 * Lines.LONGEST) + "\n").ok(1, 1).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.UNREADABLE_LINE, 1, 1, null));
    assertThat(evidence.chats().ok()).isEqualTo(1);
  }

  @Test
  void a_last_line_without_newline_is_torn_even_if_it_could_be_read() throws IOException {
    Evidence.of(2).ok(1, 2).in(root);
    Path records = new ReportDir(root).chats("smoke");
    Files.writeString(records, Files.readString(records).stripTrailing());
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.TORN_LINE, 1, 2, null));
    assertThat(evidence.chats().missing()).containsExactly(2);
  }

  @Test
  void of_two_records_of_one_chat_the_first_one_counts() {
    RunEvidence evidence = Evidence.of(2).ok(1, 2).slow(1).slow(1).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.DUPLICATE_ID, 2, 3, null));
    assertThat(evidence.chats().values(ChatTime.TOTAL)).containsExactly(501, 502);
  }

  @ParameterizedTest
  @CsvSource({"run-1, run-2", "smoke, stress"})
  void a_record_of_another_run_or_scenario_is_left_out(String own, String other)
      throws IOException {
    Evidence.of(1).ok(1, 1).in(root);
    Path records = new ReportDir(root).chats("smoke");
    String record = Files.readString(records);
    Files.writeString(records, record + record.replace(own, other));
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.OTHER_RUN, 1, 2, null));
    assertThat(evidence.chats().ok()).isEqualTo(1);
  }

  @Test
  void an_id_that_was_not_planned_is_left_out() {
    RunEvidence evidence = Evidence.of(2).ok(1, 3).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.ID_OUT_OF_RANGE, 1, 3, null));
    assertThat(evidence.chats().ok()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"status\":200', '\"status\":503'",
    "'\"status\":200', '\"status\":null'",
    "'\"posts\":1', '\"posts\":0'",
    "'\"chunks\":1', '\"chunks\":0'",
    "'\"firstTokenMs\":100.5', '\"firstTokenMs\":0'",
    "'\"firstTokenMs\":100.5', '\"firstTokenMs\":501.1'",
    "'\"totalMs\":501.0', '\"totalMs\":30000.1'",
  })
  void an_ok_record_that_contradicts_itself_is_a_defect(String field, String wrong)
      throws IOException {
    Evidence.of(1).ok(1, 1).in(root);
    Path records = new ReportDir(root).chats("smoke");
    assertThat(Files.readString(records)).contains(field);
    Files.writeString(records, Files.readString(records).replace(field, wrong));
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.CONTRADICTION, 1, 1, null));
  }

  @Test
  void more_than_one_post_is_a_defect_whatever_the_outcome() {
    RunEvidence evidence =
        Evidence.of(2)
            .chat(1, Outcome.OK, null, 2, 500)
            .chat(2, Outcome.STREAM_CUT, Cause.NETWORK, 3, 500)
            .in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.MORE_THAN_ONE_POST, 2, 1, null));
  }

  @Test
  void a_missing_file_is_a_defect() throws IOException {
    ReportDir dir = new ReportDir(root);
    Evidence.of(2).ok(1, 2).in(root);
    Files.move(dir.chats("smoke"), root.resolve("away"));
    RunEvidence unrecorded = RunFiles.read(dir, "smoke").orElseThrow();
    assertThat(unrecorded.defects()).extracting(Defect::kind).containsExactly(Kind.NO_RECORDS);
    assertThat(unrecorded.chats().missing()).containsExactly(1, 2);

    Files.move(root.resolve("away"), dir.chats("smoke"));
    Files.delete(dir.manifest("smoke"));
    RunEvidence unknown = RunFiles.read(dir, "smoke").orElseThrow();
    assertThat(unknown.defects()).extracting(Defect::kind).containsExactly(Kind.NO_MANIFEST);
    assertThat(unknown.manifest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"schemaVersion\":1', '\"schemaVersion\":2', 'schemaVersion 2, this version reads 1'",
    "'\"scenario\":\"smoke\"', '\"scenario\":\"stress\"', 'it is about the scenario stress'",
    "'\"requests\":1', '\"requests\":0', 'config.requests is 0'",
    "'\"requests\":1', '\"requests\":2000000000', 'config.requests is 2000000000'",
    "'\"runId\":\"run-1\"', '\"runId\":null', 'runId is missing'",
    "'{\"schemaVersion\"', 'schemaVersion', 'no such JSON as expected at line 1'",
    "'COMPLETED', 'DONE', 'no such JSON as expected at line 1'",
    "'\"durationMs\":10000.0,\"config\"', '\"durationMs\":null,\"config\"',"
        + " 'status COMPLETED without finishedAt or durationMs'",
    "'\"finishedAt\":\"2026-11-23T08:00:10Z\"', '\"finishedAt\":null',"
        + " 'status COMPLETED without finishedAt or durationMs'",
  })
  void an_unusable_manifest_is_a_defect_in_words(String field, String wrong, String words)
      throws IOException {
    Evidence.of(1).ok(1, 1).in(root);
    Path manifest = new ReportDir(root).manifest("smoke");
    assertThat(Files.readString(manifest)).contains(field);
    Files.writeString(manifest, Files.readString(manifest).replace(field, wrong));
    RunEvidence evidence = RunFiles.read(new ReportDir(root), "smoke").orElseThrow();
    assertThat(evidence.manifest()).isEmpty();
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.UNUSABLE_MANIFEST, 1, 0, words));
  }

  @Test
  void a_file_that_cannot_be_opened_is_an_error() throws IOException {
    ReportDir dir = new ReportDir(root);
    Files.createDirectories(dir.manifest("smoke"));
    assertThatThrownBy(() -> RunFiles.read(dir, "smoke"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("smoke-run.json can't be read");
  }
}
