package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chatload.evidence.OldSeal;
import chatload.files.ReportDir;
import chatload.output.ReportWriter;
import chatload.preflight.PreflightFile;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.result.JobResult;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import chatload.verdict.Caveat;
import chatload.verdict.Verdict.Status;
import chatload.words.Language;
import chatload.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWriterTest {

  private static final Path GOLDEN =
      Path.of("report-tools/src/test/resources/chatload/document/golden");

  @TempDir Path temp;

  @Test
  void a_directory_without_a_run_is_an_input_error_and_nothing_is_written() {
    UserError error =
        catchThrowableOfType(UserError.class, () -> ReportWriter.write(new ReportDir(temp)));
    assertThat(error.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT);
    assertThat(error).hasMessageContaining("raw/smoke-run.json");
    assertThat(error.hint()).contains("./loadtest scenarios");
    assertThat(temp).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "all-pass, PASS, PASS",
    "all-failed, FAIL, FAIL",
    "p95-total-missed, FAIL, FAIL",
    "killed-run, INCONCLUSIVE, INCONCLUSIVE",
    "not-run, INCONCLUSIVE, INCONCLUSIVE",
    "mixed-run-ids, INCONCLUSIVE, INCONCLUSIVE",
    "hostile-strings, FAIL, FAIL",
  })
  void the_overall_verdict_decides_the_exit_code(String name, Status status, ExitCode exitCode) {
    JobResult job = read(name);
    assertThat(job.status()).isEqualTo(status);
    assertThat(job.status().exitCode()).isEqualTo(exitCode);
  }

  @Test
  void only_a_pass_of_the_preset_on_a_real_target_may_close_anything() throws IOException {
    assertThat(read("all-pass").mayClose()).isTrue();
    assertThat(read("all-pass").caveats()).isEmpty();
    assertThat(read("p95-total-missed").mayClose()).isFalse();
    assertThat(passWith("\"external\"", "\"embedded\"").caveats())
        .containsKey(Caveat.EMBEDDED_TARGET);
    assertThat(passWith("\"external\"", "\"embedded\"").mayClose()).isFalse();
    assertThat(passWith("\"minSuccessRate\": 0.95", "\"minSuccessRate\": 0.9").mayClose())
        .isFalse();
    assertThat(passWith("\"preset\": true", "\"preset\": false").mayClose()).isFalse();
    assertThat(passWith("\"tlsVerified\": true", "\"tlsVerified\": false").caveats())
        .containsOnlyKeys(Caveat.TLS_NOT_VERIFIED);
    assertThat(passWith("\"tlsVerified\": true", "\"tlsVerified\": false").mayClose()).isFalse();
  }

  @Test
  void the_overview_says_when_http2_was_offered() throws IOException {
    JobResult job = passWith("\"tlsVerified\": true", "\"tlsVerified\": true, \"http2\": true");

    assertThat(overview(job)).contains("external, HTTP/2");
    assertThat(overview(read("all-pass"))).contains("external").doesNotContain("HTTP/2");
  }

  @Test
  void the_terminal_shows_figures_limits_and_last_the_overall_verdict() {
    assertThat(ConsoleReport.lines(read("p95-first-token-missed"), false))
        .containsExactly(
            "Scenario  OK/chats  Success rate           P95 total   P95 first token  Verdict",
            "smoke        20/20  100% >= 100%   3100.4 <= 8000 ms  2711.3 > 2500 ms  FAIL",
            "baseline     10/10   100% >= 99%    990.5 <= 6000 ms  544.8 <= 2000 ms  PASS",
            "stress       20/20   100% >= 95%  1020.5 <= 10000 ms  538.6 <= 3500 ms  PASS",
            "",
            "smoke: P95 first token 2711.3 ms is above the limit of 2500 ms (n=20)",
            "Not the preset sizes or limits: not valid for sign-off (baseline, stress)",
            "",
            "Overall Result: FAIL");
  }

  @Test
  void colours_appear_only_when_asked_for_and_foreign_text_never_steers_the_terminal() {
    List<String> plain = ConsoleReport.lines(read("hostile-strings"), false);
    assertThat(plain).noneMatch(line -> line.chars().anyMatch(c -> c < 0x20));
    List<String> coloured = ConsoleReport.lines(read("hostile-strings"), true);
    assertThat(coloured.get(coloured.size() - 1))
        .isEqualTo("Overall Result: \u001b[31mFAIL\u001b[0m");
    assertThat(String.join("\n", coloured).replaceAll("\u001b\\[(0|1|31|32|33)m", ""))
        .isEqualTo(String.join("\n", plain));
  }

  private static final PreflightFile NO_PREFLIGHT = new PreflightFile(false, Optional.empty());

  private static JobResult read(String name) {
    return ReportWriter.read(new ReportDir(GOLDEN.resolve(name).resolve("input")));
  }

  /** The passing job with one field of every manifest changed where it is found. */
  private static String overview(JobResult job) {
    Wording wording = new Wording(Language.EN);
    return Markdown.render(Nodes.document(new OverviewRun(job, wording).blocks(NO_PREFLIGHT)));
  }

  private JobResult passWith(String field, String other) throws IOException {
    Path dir = Files.createTempDirectory(temp, "job");
    Path raw = Files.createDirectories(dir.resolve("raw"));
    try (var files = Files.list(GOLDEN.resolve("all-pass/input/raw"))) {
      for (Path file : files.toList()) {
        String content = Files.readString(file);
        Files.writeString(raw.resolve(file.getFileName()), content.replace(field, other));
      }
    }
    OldSeal.write(new ReportDir(dir), "20261123-080000-3f9a");
    JobResult job = ReportWriter.read(new ReportDir(dir));
    assertThat(job.status()).isEqualTo(Status.PASS);
    return job;
  }
}
