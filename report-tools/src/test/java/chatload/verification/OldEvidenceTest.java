package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.ReportCopy;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.verdict.Verdict.Status;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directories that version 0.1.0-SNAPSHOT made are read, and believed no more than they were. */
class OldEvidenceTest {

  @ParameterizedTest
  @CsvSource({
    "external-pass, PASS, true, PASS PASS PASS",
    "external-fail, FAIL, false, FAIL FAIL FAIL",
    "external-inconclusive, INCONCLUSIVE, false, PASS PASS INCONCLUSIVE",
    "embedded-pass, PASS, false, PASS PASS PASS"
  })
  void it_verifies_with_the_same_figures_and_verdict(
      String name, Status status, boolean mayClose, String each) throws IOException {
    try (ReportCopy copy = ReportCopy.of(unzip(name))) {
      ReportDir dir = copy.dir();
      JobResult job = ReportWriter.read(dir);
      assertThat(job.status()).isEqualTo(status);
      assertThat(job.mayClose()).isEqualTo(mayClose);
      assertThat(job.scenarios())
          .extracting(result -> result.verdict().status().name())
          .containsExactly(each.split(" "));
      for (ScenarioResult result : job.scenarios()) {
        if (result.wasRun()) {
          JsonNode was = Json.MAPPER.readTree(copy.read(result.scenario() + "-summary.json"));
          JsonNode is =
              Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(result.summary().orElseThrow()));
          assertThat(is.at("/latency")).isEqualTo(was.at("/latency"));
          assertThat(is.at("/verdict/checks")).isEqualTo(was.at("/verdict/checks"));
          assertThat(is.at("/outcomes")).isEqualTo(was.at("/outcomes"));
          assertThat(is.at("/thresholds")).isEqualTo(was.at("/thresholds"));
        }
      }
      assertThat(copy.run("verify")).isZero();
    }
  }

  @Test
  void what_is_written_into_it_later_stands_beside_what_is_there() throws IOException {
    try (ReportCopy copy = ReportCopy.of(unzip("external-pass"))) {
      copy.run("prepare");
      assertThat(copy.run("verify")).isZero();
      copy.run("report");
      assertThat(copy.run("verify")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a digit of a record, raw/smoke-chats.jsonl, '\"totalMs\":2', '\"totalMs\":1'",
    "a limit of a run, raw/stress-run.json, 10000.0, 10001.0",
    "a figure, smoke-summary.json, '\"p95\" : ', '\"p95\" : 1'",
    "a verdict, stress-summary.json, '\"status\" : \"PASS\"', '\"status\" : \"FAIL\"'",
    "a check, baseline-summary.json, '\"met\" : true', '\"met\" : false'",
    "a count of outcomes, baseline-summary.json, '\"OK\" : 100', '\"OK\" : 99'",
    "a field that is gone, smoke-summary.json, '\"successRate\" : 1,', ''",
    "a field that was made up, smoke-summary.json, '\"latency\" : {', '\"latency\" : { \"p100\" : 1,'",
    "a summary that is none, smoke-summary.json, '{', '['",
    "the verdict of the overview, OVERVIEW.md, **PASS**, **FAIL**",
    "the verdict of the closure, ISSUE-26-CLOSURE.md, 'Result: **PASS**', 'Result: **FAIL**'",
    "the run of the comment, ISSUE-26-COMMENT.md, loadtest run, loadtest run other-",
    "a hash of the seal, manifest.json, '\"sha256\" : \"', '\"sha256\" : \"0'",
    "another run in the seal, manifest.json, '\"runId\" : \"', '\"runId\" : \"0'",
    "Gatlings figures, gatling/smokesimulation-20261125134053274/js/stats.json, '\"total\" : ', '\"total\" : 1'",
    "the preflight, preflight.json, '\"passed\" : true', '\"passed\" : false'",
  })
  void a_change_is_found(String what, String file, String was, String is) throws IOException {
    try (ReportCopy copy = ReportCopy.of(unzip("external-pass"))) {
      Path path = copy.dir().root().resolve(file);
      String text = new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text).contains(was);
      Files.writeString(path, text.replace(was, is));
      assertThat(copy.run("verify")).as(what).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "manifest.json",
    "raw/smoke-chats.jsonl",
    "raw/stress-run.json",
    "baseline-summary.json",
    "OVERVIEW.md",
    "ISSUE-26-COMMENT.md"
  })
  void a_file_that_is_gone_is_found(String file) throws IOException {
    try (ReportCopy copy = ReportCopy.of(unzip("external-pass"))) {
      Files.delete(copy.dir().root().resolve(file));
      assertThat(copy.run("verify")).isEqualTo(5);
    }
  }

  @Test
  void without_its_own_seal_it_carries_no_verdict_and_closes_nothing() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(unzip("external-pass"));
    files
        .keySet()
        .removeIf(name -> !name.matches("raw/.*|preflight\\.json|gatling/[^/]*/simulation\\.log"));
    try (ReportCopy copy = ReportCopy.of(files)) {
      assertThat(copy.run("report")).isEqualTo(5);
      assertThat(copy.dir().evidence()).exists();
      copy.run("review", "--tuning", "no change needed");
      copy.run("prepare", "--repo", "octo/chat");
      assertThat(copy.read("ISSUE-26-CLOSE-COMMANDS.sh"))
          .contains("the seal that it made is not there")
          .doesNotContain("issue close");
    }
  }

  @Test
  void with_its_own_seal_it_closes_what_it_passed() throws IOException {
    try (ReportCopy copy = ReportCopy.of(unzip("external-pass"))) {
      copy.run("review", "--tuning", "no change needed");
      copy.run("prepare", "--repo", "octo/chat");
      assertThat(copy.read("ISSUE-26-CLOSE-COMMANDS.sh")).contains("issue close 26");
    }
  }

  @Test
  void runs_that_are_not_alike_carry_no_verdict_there_either() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(unzip("external-pass"));
    files.remove("manifest.json");
    try (ReportCopy copy = ReportCopy.of(files)) {
      Path run = copy.dir().manifest("stress");
      Files.writeString(run, Files.readString(run).replace("t-loadtest", "t-other"));
      assertThat(ReportWriter.read(copy.dir()).status()).isEqualTo(Status.INCONCLUSIVE);
    }
  }

  private static Map<String, byte[]> unzip(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (InputStream in =
            OldEvidenceTest.class.getResourceAsStream("/chatload/evidence-0.1/" + name + ".zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
