package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.result.JobResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a job came to, every output says the same of it, and {@code verify} knows them all. */
class AllOutputsAgreeTest {

  static final Path GOLDEN = Path.of("report-tools/src/test/resources/chatload/document/golden");

  @TempDir Path temp;
  private final StringWriter printed = new StringWriter();

  static List<String> goldens() throws IOException {
    try (Stream<Path> all = Files.list(GOLDEN)) {
      return all.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void exit_code_documents_and_figures_say_one_thing(String name) throws IOException {
    ReportDir dir = copy(name);
    Path summary = temp.resolve("summary");
    int code =
        loadtest(
            Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
            "report",
            "--report-dir",
            dir.root().toString());
    JobResult job = ReportWriter.read(dir);
    OutputsSay.theSame(dir, job, code);
    assertThat(OutputsSay.overall(Files.readString(summary))).isEqualTo(job.status());
    assertThat(printed.toString()).contains("Overall Result: " + job.status());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void what_a_report_adds_is_what_its_outputs_name(String name) throws IOException {
    ReportDir dir = copy(name);
    List<String> before = files(dir.root());
    ReportWriter.write(dir);
    assertThat(files(dir.root()))
        .filteredOn(file -> !before.contains(file))
        .isNotEmpty()
        .allMatch(ReportOutputs::isOurs)
        .contains("junit.xml", "chats.csv", "metrics.prom", "badge.json");
  }

  @Test
  void a_second_report_leaves_every_byte_and_a_changed_one_is_found() throws IOException {
    ReportDir dir = copy("success-rate-missed");
    loadtest(Map.of(), "report", "--report-dir", dir.root().toString());
    for (String name : List.of("junit.xml", "chats.csv", "metrics.prom", "badge.json")) {
      Path file = dir.root().resolve(name);
      String was = Files.readString(file);
      Files.writeString(file, was.replace("FAIL", "PASS").replace(",OK,", ",DEGRADED,"));
      printed.getBuffer().setLength(0);
      assertThat(loadtest(Map.of(), "verify", "--report-dir", dir.root().toString())).isEqualTo(5);
      assertThat(printed.toString()).contains(name + ": line ").contains("Findings: 1");
      loadtest(Map.of(), "report", "--report-dir", dir.root().toString());
      assertThat(Files.readString(file)).isEqualTo(was);
    }
    assertThat(loadtest(Map.of(), "verify", "--report-dir", dir.root().toString())).isZero();
  }

  @Test
  void a_directory_of_a_version_that_did_not_write_them_needs_none_of_them() throws IOException {
    ReportDir dir = copy("all-pass");
    loadtest(Map.of(), "report", "--report-dir", dir.root().toString());
    for (String name : List.of("junit.xml", "chats.csv", "metrics.prom", "badge.json")) {
      Files.delete(dir.root().resolve(name));
      assertThat(loadtest(Map.of(), "verify", "--report-dir", dir.root().toString())).isZero();
    }
  }

  @Test
  void a_file_of_somebody_else_is_not_replaced() throws IOException {
    for (String name : List.of("junit.xml", "chats.csv", "metrics.prom", "badge.json")) {
      ReportDir dir = copy("all-pass");
      Files.writeString(dir.root().resolve(name), "mine\n");
      assertThat(loadtest(Map.of(), "report", "--report-dir", dir.root().toString())).isEqualTo(3);
      assertThat(dir.root().resolve(name)).hasContent("mine\n");
      assertThat(dir.overview()).doesNotExist();
    }
  }

  private int loadtest(Map<String, String> environment, String... line) {
    PrintWriter out = new PrintWriter(printed, true);
    return Loadtest.run(
        new CommandContext(out, out, environment, new Properties(), false, Clock.systemUTC()),
        line);
  }

  private ReportDir copy(String name) throws IOException {
    Path to = Files.createTempDirectory(temp, "report");
    Path from = GOLDEN.resolve(name).resolve("input");
    for (String file : files(from)) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(from.resolve(file), to.resolve(file));
    }
    return new ReportDir(to);
  }

  private static List<String> files(Path top) {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString().replace('\\', '/'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
