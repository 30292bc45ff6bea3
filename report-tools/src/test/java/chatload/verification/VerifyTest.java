package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.closure.ClosureVerifier;
import chatload.closure.ClosureWriter;
import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.fixture.ReportCopy;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.ClosureRequest;
import chatload.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way of tampering that a reviewer would care about, and what verify says of it. */
class VerifyTest {

  private static final ClosureRequest REQUEST =
      new ClosureRequest(26, 7, "octo/chat", null, null, null, null, null, null, true);

  @TempDir Path temp;
  private ReportDir dir;

  /** Changes a directory. */
  interface Tampering {
    void on(ReportDir dir) throws IOException;
  }

  private static Path master;

  @BeforeAll
  static void make(@TempDir Path place) {
    ReportDir made =
        new JobFixture()
            .failing("stress", 9, Outcome.DEGRADED, Cause.MODEL, "done says degraded")
            .said(
                ReviewEntry.ofOutcome(
                    JobFixture.AT, "Li Lei", Outcome.DEGRADED, Cause.MODEL, "quota"))
            .tuned()
            .in(place.resolve("report"));
    ClosureWriter.write(made, REQUEST);
    master = made.root();
  }

  @BeforeEach
  void prepare() {
    ReportCopy.copy(master, temp.resolve("report"));
    dir = new ReportDir(temp.resolve("report"));
  }

  static Stream<Arguments> tamperings() {
    return Stream.of(
        tampering(
            "a digit of a record",
            "raw/smoke-chats.jsonl: its content is not what it was",
            replace("raw/smoke-chats.jsonl", "1001.5", "1001.4")),
        tampering(
            "a failed chat that is taken out",
            "raw/stress-chats.jsonl: its content is not what it was",
            dropLine("raw/stress-chats.jsonl", "DEGRADED")),
        tampering(
            "a threshold of the run",
            "raw/stress-run.json: its content is not what it was",
            replace("raw/stress-run.json", "0.95", "0.15")),
        tampering(
            "a swapped scenario",
            "raw/baseline-chats.jsonl: its content is not what it was",
            copy("raw/stress-chats.jsonl", "raw/baseline-chats.jsonl")),
        tampering(
            "records of the other scenario",
            "raw/baseline-chats.jsonl: Records of another run or scenario",
            copy("raw/stress-chats.jsonl", "raw/baseline-chats.jsonl")),
        tampering(
            "a run that came later",
            "raw/smoke-extra.jsonl: it was not there",
            write("raw/smoke-extra.jsonl", "x")),
        tampering(
            "a log that is gone",
            "gatling/othersimulation-1/simulation.log: it is gone",
            delete("gatling/othersimulation-1/simulation.log")),
        tampering(
            "a log of another run",
            "gatling/othersimulation-2/simulation.log: it was not there",
            write("gatling/othersimulation-2/simulation.log", "x")),
        tampering(
            "another preflight",
            "raw: preflight.json is not about this job, url differs",
            replace("preflight.json", "preview.example", "other.example")),
        tampering("no seal", "manifest.json: is missing", delete("manifest.json")),
        tampering(
            "a hash in the seal",
            "its content is not what it was",
            replace("manifest.json", "\"size\" : 6,", "\"size\" : 7,")),
        tampering(
            "the run id in the seal",
            "manifest.json: it belongs to another run",
            replace("manifest.json", "abc123", "abc124")),
        tampering(
            "an unreadable seal", "manifest.json: it is no list", write("manifest.json", "{")),
        tampering("another run id", "raw/run-id: says other", write("raw/run-id", "other\n")),
        tampering(
            "a digit of a summary",
            "stress-summary.json: line ",
            replace("stress-summary.json", "\"success\" : 299", "\"success\" : 300")),
        tampering(
            "a digit of the overview",
            "OVERVIEW.md: line ",
            replace("OVERVIEW.md", "|299|", "|300|")),
        tampering(
            "a summary that is gone",
            "smoke-summary.json: is missing",
            delete("smoke-summary.json")),
        tampering("figures that are gone", "metrics.prom: is missing", delete("metrics.prom")),
        tampering("a badge", "badge.json: line ", replace("badge.json", "PASS", "PASS!")),
        tampering(
            "a chat of the table", "chats.csv: line ", replace("chats.csv", "1001.5", "1001.4")),
        tampering("a test case", "junit.xml: line ", replace("junit.xml", "p95TotalMs", "p95")),
        tampering(
            "a stale summary",
            "soak-summary.json: is stale or foreign",
            copy("smoke-summary.json", "soak-summary.json")),
        tampering(
            "the verdict of the closure",
            "ISSUE-26-CLOSURE.md: line 3 is \"- Overall Result: **FAIL**\","
                + " but the records give \"- Overall Result: **PASS**\"",
            replace("ISSUE-26-CLOSURE.md", "Result: **PASS**", "Result: **FAIL**")),
        tampering(
            "a line more in the comment",
            "ISSUE-26-COMMENT.md: line ",
            append("ISSUE-26-COMMENT.md", "all good\n")),
        tampering(
            "a check less in the script",
            "ISSUE-26-CLOSE-COMMANDS.sh: line ",
            replace("ISSUE-26-CLOSE-COMMANDS.sh", "exit 5", "exit 0")),
        tampering(
            "another issue in the steps",
            "ISSUE-26-FINAL-STEPS.md: line ",
            replace("ISSUE-26-FINAL-STEPS.md", "close 26", "close 27")),
        tampering(
            "a closure for another issue",
            "ISSUE-27-CLOSURE.md: is stale or foreign",
            copy("ISSUE-26-CLOSURE.md", "ISSUE-27-CLOSURE.md")),
        tampering(
            "documents of another run",
            "ISSUE-26-CLOSURE.json: is about run 20261123-080000-abc999",
            replace("ISSUE-26-CLOSURE.json", "abc123", "abc999")),
        tampering(
            "options that can't be read",
            "ISSUE-26-CLOSURE.json: can't be read",
            write("ISSUE-26-CLOSURE.json", "[]")),
        tampering(
            "a review of another run",
            "review.json: is a review of run 20261123-080000-abc999",
            replace("review.json", "abc123", "abc999")),
        tampering(
            "an answer that was changed",
            "ISSUE-26-CLOSURE.md: line ",
            replace("review.json", "no change needed", "some change needed")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tamperings")
  void tampering_is_found(String name, String finding, Tampering tampering) throws IOException {
    assertThat(lines()).isEmpty();
    tampering.on(dir);
    assertThat(lines()).anyMatch(line -> line.contains(finding));
  }

  @Test
  void runs_of_two_jobs_are_found_although_each_is_in_order() {
    dir = new JobFixture().stressRunId("20261122-080000-def456").in(temp.resolve("mixed"));
    assertThat(lines()).anyMatch(line -> line.contains("there are 2 different run ids"));
  }

  @Test
  void reporting_again_on_changed_evidence_is_inconclusive_and_does_not_seal_it()
      throws IOException {
    byte[] seal = Files.readAllBytes(dir.evidence());
    replace("raw/smoke-chats.jsonl", "1001.5", "1001.4").on(dir);
    JobResult again = ReportWriter.write(dir);
    assertThat(again.status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
    assertThat(again.mayClose()).isFalse();
    assertThat(EvidenceSeal.seal(dir, again.runId())).isEmpty();
    assertThat(Files.readAllBytes(dir.evidence())).isEqualTo(seal);
    assertThat(Files.readString(dir.overview()))
        .contains("**INCONCLUSIVE**", "raw/smoke-chats.jsonl", "cannot carry a verdict on: smoke")
        .doesNotContain("do not add up to one job");
  }

  @Test
  void a_directory_where_only_some_scenarios_ran_is_in_order_but_no_pass() {
    dir = new JobFixture().without("stress").in(temp.resolve("part"));
    ClosureWriter.write(dir, REQUEST);
    assertThat(lines()).isEmpty();
    assertThat(ReportWriter.read(dir).status()).isEqualTo(Verdict.Status.INCONCLUSIVE);
  }

  @Test
  void a_changed_document_is_one_finding_and_not_one_for_each_that_names_it() throws IOException {
    replace("OVERVIEW.md", "|299|", "|300|").on(dir);
    assertThat(lines()).hasSize(1);
  }

  @Test
  void documents_that_tell_of_a_directory_out_of_order_are_no_findings_themselves()
      throws IOException {
    dir = new JobFixture().unreported().in(temp.resolve("damaged"));
    List<String> records = new ArrayList<>(Files.readAllLines(dir.chats("smoke")));
    records.set(3, "{\"x\":1}");
    Files.write(dir.chats("smoke"), records);
    assertThat(CommandRun.of("report", dir.root()).code()).isEqualTo(5);
    assertThat(CommandRun.of("finalize", dir.root(), "--repo", "o/r").code()).isZero();
    assertThat(Files.readString(dir.root().resolve("ISSUE-26-CLOSURE.md")))
        .contains("The directory is not in order");
    assertThat(lines()).singleElement().asString().startsWith("raw/smoke-chats.jsonl: ");
    append("ISSUE-26-CLOSURE.md", "more").on(dir);
    assertThat(lines()).hasSizeGreaterThan(1).anyMatch(line -> line.contains("CLOSURE.md: line"));
  }

  private List<String> lines() {
    JobResult job = ReportWriter.read(dir);
    List<Finding> findings = new ArrayList<>(ReportVerifier.findings(dir, job));
    findings.addAll(ClosureVerifier.findings(dir, job, findings));
    return findings.stream().map(Finding::line).toList();
  }

  private static Arguments tampering(String name, String finding, Tampering tampering) {
    return Arguments.of(name, finding, tampering);
  }

  private static Tampering replace(String name, String what, String by) {
    return dir -> {
      String text = Files.readString(dir.root().resolve(name));
      assertThat(text).contains(what);
      Files.writeString(dir.root().resolve(name), text.replace(what, by));
    };
  }

  private static Tampering dropLine(String name, String with) {
    return dir -> {
      List<String> lines = new ArrayList<>(Files.readAllLines(dir.root().resolve(name)));
      assertThat(lines.removeIf(line -> line.contains(with))).isTrue();
      Files.write(dir.root().resolve(name), lines);
    };
  }

  private static Tampering copy(String from, String to) {
    return dir ->
        Files.copy(
            dir.root().resolve(from), dir.root().resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  private static Tampering write(String name, String text) {
    return dir -> {
      Files.createDirectories(dir.root().resolve(name).getParent());
      Files.writeString(dir.root().resolve(name), text);
    };
  }

  private static Tampering append(String name, String text) {
    return dir ->
        Files.writeString(
            dir.root().resolve(name), Files.readString(dir.root().resolve(name)) + text);
  }

  private static Tampering delete(String name) {
    return dir -> Files.delete(dir.root().resolve(name));
  }
}
