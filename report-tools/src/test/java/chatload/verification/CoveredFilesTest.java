package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged, what is sealed, what is verified and what is listed is one set of files. */
class CoveredFilesTest extends ReportedJob {

  @ParameterizedTest
  @ValueSource(strings = {"gatling/othersimulation-1/index.html", "logs/smoke-gatling.log"})
  void gatlings_pages_and_the_logs_are_sealed(String path) throws IOException {
    write(path, "edited");
    CommandRun verify = run("verify");
    assertThat(verify.code()).isEqualTo(5);
    assertThat(verify.out()).contains(path + ": its content is not what it was");
  }

  @Test
  void a_page_that_came_later_is_found() throws IOException {
    write("gatling/othersimulation-1/js/more.js", "x");
    assertThat(run("verify").out()).contains("gatling/othersimulation-1/js/more.js: it was not");
  }

  @Test
  void what_is_not_covered_is_said() throws IOException {
    write("notes.txt", "mine");
    assertThat(run("prepare", "--comment-out", temp.resolve("comment.md").toString()).code())
        .isZero();
    CommandRun verify = run("verify");
    assertThat(verify.code()).isZero();
    assertThat(verify.out())
        .contains("Not covered: notes.txt", "Not covered: ../comment.md (outside");
  }

  @Test
  void a_directory_of_version_0_1_is_held_to_what_that_version_sealed() throws IOException {
    ObjectNode seal = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(dir.evidence()));
    ArrayNode files = Json.MAPPER.createArrayNode();
    for (JsonNode file : seal.get("files")) {
      if (file.get("path").asText().matches("raw/.*|.*simulation\\.log|preflight\\.json")) {
        files.add(file);
      }
    }
    seal.put("schemaVersion", 1).set("files", files);
    Files.write(dir.evidence(), Json.MAPPER.writeValueAsBytes(seal));
    write("logs/smoke-gatling.log", "edited");
    CommandRun verify = run("verify");
    assertThat(verify.code()).as(verify.out()).isZero();
    assertThat(verify.out()).contains("Not covered: logs/ (sealed by version 0.1");
    write("raw/more", "x");
    assertThat(run("verify").out()).contains("raw/more: it was not there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".DS_Store",
        "raw/.DS_Store",
        "gatling/.DS_Store",
        "raw/._smoke-run.json",
        "raw/Thumbs.db",
        "logs/ehthumbs.db",
        "raw/desktop.ini",
        "raw/Desktop.ini",
        "raw/.directory",
        "raw/.smoke-run.json.tmp"
      })
  void what_a_file_manager_leaves_is_ignored_by_name(String path) throws IOException {
    write(path, "x");
    assertThat(run("verify").code()).isZero();
    delete(path);
    ReportDir fresh = new JobFixture().unreported().in(temp.resolve("fresh"));
    root = fresh.root();
    write(path, "x");
    assertThat(run("report").code()).isZero();
    assertThat(fresh.evidence()).content().doesNotContain(path);
    write(path, "y");
    assertThat(run("verify").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw/.hidden", "raw/DS_Store", "raw/my.DS_Store", "raw/x.tmp", "raw/a b"})
  void nothing_else_is_ignored(String path) throws IOException {
    write(path, "x");
    CommandRun verify = run("verify");
    assertThat(verify.code()).isEqualTo(5);
    assertThat(verify.out()).contains(path + ": it was not there");
  }

  @Test
  void evidence_whose_lines_end_in_cr_lf_now_is_said_to_be_that() throws IOException {
    edit("raw/smoke-chats.jsonl", "\n", "\r\n");
    edit("raw/stress-run.json", "\n", "\r\n");
    assertThat(run("verify").out())
        .contains("raw/smoke-chats.jsonl: its lines end in CR LF now")
        .contains("raw/stress-run.json: its lines end in CR LF now");
    assertThat(run("report").code()).isEqualTo(5);
    edit("raw/smoke-chats.jsonl", "501.0", "401.0");
    assertThat(run("verify").out()).contains("raw/smoke-chats.jsonl: its content is not what");
  }

  @Test
  void a_document_whose_lines_end_in_cr_lf_now_is_said_to_be_that() throws IOException {
    edit("OVERVIEW.md", "\n", "\r\n");
    assertThat(run("verify").out())
        .contains("OVERVIEW.md: its lines end in CR LF")
        .doesNotContain("but the records give");
  }

  @Test
  void two_lines_that_differ_never_look_the_same() throws IOException {
    String title = Files.readAllLines(dir.overview()).get(0);
    edit("OVERVIEW.md", title + "\n", title + " \n");
    assertThat(run("verify").out())
        .contains("\"" + title + " \", but the records give \"" + title + "\"");
  }
}
