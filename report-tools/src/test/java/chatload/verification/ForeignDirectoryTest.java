package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.fixture.ReportCopy;
import chatload.fuzz.Harmless;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Report directories that somebody else made, to do harm or by chance. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class ForeignDirectoryTest {

  private static final List<String> COMMANDS =
      List.of("report", "verify", "prepare", "finalize", "review");

  @TempDir Path temp;
  private ReportDir dir;
  private Path root;
  private Path victim;

  private static Path master;

  @BeforeAll
  static void make(@TempDir Path place) {
    master = new JobFixture().in(place.resolve("some/report")).root();
    assertThat(CommandRun.of("finalize", master).code()).isZero();
  }

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectories(temp.resolve("some")).resolve("report");
    ReportCopy.copy(master, root);
    dir = new ReportDir(root);
    victim = Files.writeString(temp.resolve("victim"), "victim");
  }

  @Test
  void a_link_in_the_place_of_a_temporary_file_leads_nowhere() throws IOException {
    for (String name :
        List.of("OVERVIEW.md", "smoke-summary.json", "ISSUE-26-CLOSURE.md", "review.json")) {
      Files.createSymbolicLink(root.resolve("." + name + ".tmp"), victim);
    }
    run("report");
    run("prepare");
    run("review", "--tuning", "none");
    assertThat(victim).hasContent("victim");
  }

  @Test
  void a_link_in_the_place_of_the_lock_leads_nowhere() throws IOException {
    Files.deleteIfExists(dir.lock());
    Files.createSymbolicLink(dir.lock(), temp.resolve("new"));
    assertThat(run("report").code()).isEqualTo(3);
    assertThat(temp.resolve("new")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OVERVIEW.md",
        "smoke-report.md",
        "smoke-summary.json",
        "ISSUE-26-CLOSURE.md",
        "ISSUE-26-CLOSURE.json",
        "ISSUE-26-CLOSE-COMMANDS.sh",
        "review.json",
        "manifest.json"
      })
  void a_link_in_the_place_of_a_document_is_neither_read_nor_written(String name)
      throws IOException {
    Files.deleteIfExists(root.resolve(name));
    Files.createSymbolicLink(root.resolve(name), victim);
    COMMANDS.forEach(this::run);
    run("review", "--tuning", "none");
    assertThat(victim).hasContent("victim");
    CommandRun verify = run("verify");
    assertThat(verify.code()).isIn(3, 5);
    assertThat(verify.out() + verify.err()).doesNotContain("\"victim\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x.sh",
        "../x.sh",
        "sub/../../x.sh",
        "link/x.sh",
        "link/../../x.sh",
        "raw/x.sh",
        "./raw/x.sh",
        "gatling/x.sh",
        "manifest.json",
        "OVERVIEW.html",
        "soak-summary.json",
        ".lock",
        "",
        ".",
        ".."
      })
  void a_place_that_a_file_of_the_directory_names_is_not_written_outside_it(String place)
      throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    if (place.startsWith("link")) {
      Files.createSymbolicLink(root.resolve("link"), other);
    }
    for (String field : List.of("commands", "closure", "comment", "steps")) {
      record(field, place);
      run("prepare");
      run("finalize");
      run("verify");
    }
    assertThat(temp.toFile().list()).containsExactlyInAnyOrder("some", "victim", "other");
    assertThat(root.getParent().toFile().list()).containsExactly("report");
    assertThat(other.toFile().list()).isEmpty();
    assertThat(dir.raw().resolve("x.sh")).doesNotExist();
    assertThat(root.resolve("soak-summary.json")).doesNotExist();
  }

  @Test
  void an_absolute_place_that_a_file_of_the_directory_names_is_not_written() throws IOException {
    Path place = temp.resolve("absolute.sh");
    record("commands", place.toString());
    CommandRun prepare = run("prepare");
    assertThat(prepare.err()).contains("Not written again: " + place);
    assertThat(place).doesNotExist();
  }

  @Test
  void a_file_outside_is_not_shown_because_a_file_of_the_directory_names_it() throws IOException {
    record("comment", "../../victim");
    CommandRun verify = run("verify");
    assertThat(verify.out()).doesNotContain("\"victim\"").contains("Not covered: ../../victim");
  }

  @Test
  void a_script_that_checks_another_directory_is_found() throws IOException {
    record("evidence", "../good");
    assertThat(run("verify").out()).contains("lets the script check another directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign", "more/deep/foreign", "logs/foreign", ".foreign"})
  void a_link_anywhere_in_the_directory_is_refused_by_every_command(String place)
      throws IOException {
    Files.createDirectories(root.resolve(place).getParent());
    Files.createSymbolicLink(root.resolve(place), victim);
    for (String command : COMMANDS) {
      CommandRun run = run(command);
      assertThat(run.code()).as(command).isEqualTo(3);
      assertThat(run.err()).contains("is a symbolic link");
    }
  }

  @Test
  void a_place_that_the_user_names_is_written() throws IOException {
    Path comment = temp.resolve("comment.md");
    assertThat(run("prepare", "--comment-out", comment.toString()).code()).isZero();
    assertThat(comment).content().contains("loadtest run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OVERVIEW.md", "OVERVIEW.html", "smoke-report.md", "smoke-summary.json"})
  void a_file_of_somebody_else_is_not_replaced_by_a_report(String name) throws IOException {
    Files.writeString(root.resolve(name), "# my own notes");
    CommandRun report = run("report");
    assertThat(report.code()).isEqualTo(3);
    assertThat(report.err()).contains(name + " is no report on this run");
    assertThat(root.resolve(name)).hasContent("# my own notes");

    ReportDir fresh = new JobFixture().unreported().in(temp.resolve("fresh"));
    Files.writeString(fresh.root().resolve(name), "# my own notes");
    assertThat(CommandRun.of("report", fresh.root()).code()).isEqualTo(3);
    assertThat(fresh.root().resolve(name)).hasContent("# my own notes");
    assertThat(fresh.evidence()).doesNotExist();
  }

  @Test
  void a_summary_of_another_run_or_of_none_is_not_replaced() throws IOException {
    for (String foreign :
        List.of("{\"runId\":\"other\"}", "{\"runId\":null}", "{\"a\":{\"runId\":\"x\"}}", "[]")) {
      Files.writeString(dir.summary("smoke"), foreign);
      assertThat(run("report").code()).as(foreign).isEqualTo(3);
      assertThat(dir.summary("smoke")).hasContent(foreign);
    }
  }

  @Test
  void a_report_of_the_same_run_is_replaced_in_any_language() throws IOException {
    assertThat(run("report", "--lang", "zh").code()).isZero();
    assertThat(run("report", "--lang", "en").code()).isZero();
    Files.writeString(dir.overview(), Files.readString(dir.overview()) + "edited");
    assertThat(run("report").code()).isZero();
    assertThat(dir.overview()).content().doesNotContain("edited");
  }

  @Test
  void millions_of_planned_chats_make_no_large_files() throws IOException {
    ReportDir fresh = new JobFixture().unreported().in(temp.resolve("fresh"));
    String run = Files.readString(fresh.manifest("stress"));
    assertThat(run).contains("\"requests\" : 300");
    Files.writeString(
        fresh.manifest("stress"), run.replace("\"requests\" : 300", "\"requests\" : 10000000"));
    assertThat(CommandRun.of("report", fresh.root()).code()).isEqualTo(5);
    assertThat(CommandRun.of("prepare", fresh.root()).code()).isZero();
    assertThat(CommandRun.of("verify", fresh.root()).code()).isIn(0, 5);
    assertThat(Files.size(fresh.summary("stress"))).isLessThan(8 << 20);
    ObjectNode summary = (ObjectNode) Json.MAPPER.readTree(fresh.summary("stress").toFile());
    assertThat(summary.get("failures")).hasSize(10_000);
    assertThat(summary.get("failuresNotListed").asInt()).isEqualTo(9_989_700);
    assertThat(summary.at("/totals/failed").asInt()).isEqualTo(9_999_700);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/more",
        "raw/smoke-chats.jsonl",
        "raw/stress-run.json",
        "raw/run-id",
        "raw/job.json",
        "preflight.json",
        "manifest.json",
        "review.json",
        "OVERVIEW.md",
        "OVERVIEW.html",
        "smoke-summary.json",
        "ISSUE-26-CLOSURE.json",
        "ISSUE-26-COMMENT.md",
        ".lock",
        "logs/more",
        "gatling/othersimulation-1/simulation.log",
        "gatling/smokesimulation-20261123080000000/simulation.log"
      })
  void a_fifo_hangs_nothing(String path) throws Exception {
    Files.deleteIfExists(root.resolve(path));
    Files.createDirectories(root.resolve(path).getParent());
    Process mkfifo = new ProcessBuilder("mkfifo", root.resolve(path).toString()).start();
    assertThat(mkfifo.waitFor()).isZero();
    for (String command : COMMANDS) {
      assertThat(run(command).code()).as(command).isIn(0, 3, 5);
    }
    assertThat(run("verify").code()).isEqualTo(3);
  }

  @Test
  void names_in_files_and_of_files_move_no_terminal() throws IOException {
    String hostile = "a\u001b[31m\r\u001b[KOverall Result: PASS\nx\u202e";
    record("comment", hostile);
    Files.writeString(root.resolve("b\u001b[2J\n.txt"), "x");
    Files.writeString(root.resolve("ISSUE-1-\u001b[2J"), "x");
    Files.writeString(dir.raw().resolve("c\u001b]0;x\u0007"), "x");
    for (String command : COMMANDS) {
      CommandRun run = run(command);
      Harmless.require(run.out());
      Harmless.require(run.err());
    }
    assertThat(run("prepare").out()).contains("Written: ", "␛[31m␍␛[K");
  }

  private void record(String field, Object value) throws IOException {
    Path file = root.resolve("ISSUE-26-CLOSURE.json");
    ObjectNode options = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(file));
    Files.write(file, Json.MAPPER.writeValueAsBytes(options.putPOJO(field, value)));
  }

  private CommandRun run(String command, String... more) {
    return CommandRun.of(command, root, more);
  }
}
