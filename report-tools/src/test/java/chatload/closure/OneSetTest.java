package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.evidence.EvidenceFiles;
import chatload.files.Json;
import chatload.files.ReportDir;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged, what is sealed, what is verified and what is listed is one set of files. */
class OneSetTest {

  private static final List<String> COMMANDS =
      List.of("report", "verify", "prepare", "finalize", "review");

  @TempDir Path temp;
  private ReportDir dir;
  private Path root;

  @BeforeEach
  void reportOnce() throws IOException {
    dir = new JobFixture().unreported().in(temp.resolve("report"));
    root = dir.root();
    write("logs/smoke-gatling.log", "what Gatling printed\n");
    write("gatling/othersimulation-1/index.html", "<html>");
    assertThat(run("report").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw", "raw/smoke-chats.jsonl", "raw/smoke-run.json", "raw/run-id"})
  void a_link_in_the_place_of_evidence_is_refused_by_every_command(String path) throws IOException {
    Path elsewhere = Files.move(root.resolve(path), temp.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve(path), elsewhere);
    assertAllRefuse(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/more",
        "gatling/more",
        "gatling/othersimulation-1/more",
        "logs/more",
        "preflight-more.json"
      })
  void a_link_among_the_evidence_is_refused_wherever_it_points(String path) throws IOException {
    Files.createSymbolicLink(root.resolve(path), temp.resolve("nowhere"));
    assertAllRefuse(path);
  }

  @Test
  void a_link_is_not_sealed_either() throws IOException {
    ReportDir fresh = new JobFixture().unreported().in(temp.resolve("fresh"));
    Path records = Files.move(fresh.chats("smoke"), temp.resolve("records"));
    Files.createSymbolicLink(fresh.chats("smoke"), records);
    assertThat(CommandRun.of("report", fresh.root()).code()).isEqualTo(3);
    assertThat(fresh.evidence()).doesNotExist();
    assertThat(fresh.overview()).doesNotExist();
  }

  @Test
  void the_directory_itself_may_be_a_link() throws IOException {
    Path latest = Files.createSymbolicLink(temp.resolve("latest"), root);
    assertThat(CommandRun.of("report", latest).code()).isZero();
    assertThat(CommandRun.of("verify", latest).code()).isZero();
  }

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

  private void assertAllRefuse(String path) {
    for (String command : COMMANDS) {
      CommandRun run = run(command);
      assertThat(run.code()).as(command).isEqualTo(3);
      assertThat(run.err()).as(command).contains(path + " is a symbolic link");
    }
  }

  private CommandRun run(String command, String... more) {
    return CommandRun.of(command, root, more);
  }

  private List<Path> children() throws IOException {
    try (var all = Files.list(root)) {
      return new ArrayList<>(all.toList());
    }
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private void delete(String path) throws IOException {
    Files.delete(root.resolve(path));
  }

  private void edit(String path, String what, String by) throws IOException {
    String text = Files.readString(root.resolve(path));
    assertThat(text).contains(what);
    Files.writeString(root.resolve(path), text.replace(what, by));
  }
}
