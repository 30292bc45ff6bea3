package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.evidence.EvidenceFiles;
import chatload.files.Json;
import chatload.fixture.CommandRun;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a seal vouches for, and when there can be a new one. */
class SealTest extends ReportedJob {

  @Test
  void a_seal_that_does_not_list_what_was_read_vouches_for_nothing() throws IOException {
    ObjectNode seal = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(dir.evidence()));
    seal.set("files", Json.MAPPER.createArrayNode());
    Files.write(dir.evidence(), Json.MAPPER.writeValueAsBytes(seal));
    CommandRun verify = run("verify");
    assertThat(verify.code()).isEqualTo(5);
    assertThat(verify.out())
        .contains("raw/smoke-chats.jsonl: it was not there", "preflight.json: it was not there");
    assertThat(run("report").code()).isEqualTo(5);
  }

  @Test
  void a_seal_that_names_a_file_elsewhere_opens_nothing() throws IOException {
    ObjectNode seal = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(dir.evidence()));
    ObjectNode file = ((ArrayNode) seal.get("files")).addObject();
    file.put("path", "../outside").put("size", 1).put("sha256", "0".repeat(64));
    Files.write(dir.evidence(), Json.MAPPER.writeValueAsBytes(seal));
    Files.writeString(temp.resolve("outside"), "x");
    assertThat(run("verify").out()).contains("../outside: it is gone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smoke-summary.json",
        "stress-report.md",
        "OVERVIEW.md",
        "OVERVIEW.html",
        "ISSUE-26-CLOSURE.json",
        "ISSUE-26-COMMENT.md",
        "ISSUE-26-CLOSE-COMMANDS.sh",
        "review.json"
      })
  void any_trace_of_an_earlier_report_forbids_a_new_seal(String trace) throws IOException {
    run("review", "--tuning", "none");
    run("prepare");
    for (Path file : children()) {
      String name = file.getFileName().toString();
      if (Files.isRegularFile(file) && !name.equals(trace) && !name.equals("preflight.json")) {
        Files.delete(file);
      }
    }
    edit("raw/smoke-chats.jsonl", "501.0", "401.0");
    CommandRun report = run("report");
    assertThat(report.code()).isEqualTo(3);
    assertThat(report.err()).contains(trace);
    assertThat(dir.evidence()).doesNotExist();
  }

  @Test
  void one_summary_and_gatling_less_is_no_way_to_a_new_seal() throws IOException {
    Files.delete(dir.evidence());
    Files.delete(dir.summary("smoke"));
    delete("gatling/othersimulation-1/simulation.log");
    edit("raw/smoke-chats.jsonl", "501.0", "401.0");
    assertThat(run("report").code()).isEqualTo(3);
    assertThat(dir.evidence()).doesNotExist();
  }

  @Test
  void the_hash_of_the_seal_is_printed_and_can_be_compared() throws IOException {
    String hash = EvidenceFiles.sha256(Files.readAllBytes(dir.evidence()));
    CommandRun report = run("report");
    assertThat(report.out()).contains("Seal: " + hash, "verify --seal " + hash);
    assertThat(run("verify", "--seal", hash).code()).isZero();
    assertThat(run("verify", "--seal", hash.toUpperCase(Locale.ROOT)).code()).isZero();
    assertThat(run("verify", "--seal", "no hash").code()).isEqualTo(2);
  }

  @Test
  void files_that_were_all_made_anew_are_found_by_who_kept_the_hash_of_the_seal()
      throws IOException {
    String hash = EvidenceFiles.sha256(Files.readAllBytes(dir.evidence()));
    for (Path file : children()) {
      if (Files.isRegularFile(file) && !file.equals(dir.preflight())) {
        Files.delete(file);
      }
    }
    edit("raw/smoke-chats.jsonl", "501.0", "401.0");
    assertThat(run("report").code()).isZero();
    assertThat(run("verify").code()).isZero();
    CommandRun verify = run("verify", "--seal", hash);
    assertThat(verify.code()).isEqualTo(5);
    assertThat(verify.out()).contains("manifest.json: is not the seal that was given");
  }
}
