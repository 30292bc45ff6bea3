package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import chatload.evidence.OldSeal;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  private static final Path RAW =
      Path.of("report-tools/src/test/resources/chatload/document/golden/all-pass/input/raw");

  @TempDir Path dir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copyRun() throws IOException {
    Path raw = Files.createDirectory(dir.resolve("raw"));
    try (Stream<Path> files = Files.list(RAW)) {
      for (Path file : files.toList()) {
        Files.copy(file, raw.resolve(file.getFileName()));
      }
    }
    OldSeal.write(new ReportDir(dir), "20261123-080000-3f9a");
  }

  @Test
  void it_names_what_it_wrote_and_writes_english_by_default() throws IOException {
    assertThat(report(Map.of())).isEqualTo(ExitCode.PASS.code());
    assertThat(out.toString()).contains("OVERVIEW.md", "OVERVIEW.html");
    assertThat(dir.resolve("OVERVIEW.html")).content().contains("<html lang=\"en\">");
    assertThat(Files.readString(dir.resolve("stress-report.md"))).contains("Load test report");
  }

  @Test
  void the_language_is_a_flag_or_a_variable_and_the_flag_wins() throws IOException {
    report(Map.of("LOADTEST_LANG", "zh"));
    assertThat(Files.readString(dir.resolve("OVERVIEW.md"))).startsWith("# PASS：");
    report(Map.of("LOADTEST_LANG", "zh"), "--lang", "en");
    assertThat(Files.readString(dir.resolve("OVERVIEW.md"))).startsWith("# PASS: ");
    report(Map.of(), "--lang", "zh");
    assertThat(Files.readString(dir.resolve("smoke-report.md"))).startsWith("# 压测报告");
  }

  @Test
  void another_language_is_a_usage_error_and_nothing_is_written() {
    assertThat(report(Map.of(), "--lang", "fr")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("Use en or zh.");
    assertThat(dir.resolve("OVERVIEW.md")).doesNotExist();
  }

  @Test
  void a_report_that_ended_before_all_was_written_can_be_made_again() throws IOException {
    report(Map.of());
    for (String name : List.of("OVERVIEW.md", "OVERVIEW.html", "stress-report.md")) {
      Files.delete(dir.resolve(name));
    }

    assertThat(report(Map.of())).as(err.toString()).isEqualTo(ExitCode.PASS.code());
  }

  @Test
  void a_directory_that_another_process_writes_to_is_left_alone() {
    ReportDir directory = new ReportDir(dir);
    int status = ReportDirLock.holding(directory, () -> report(Map.of()));

    assertThat(status).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(err.toString()).contains("another loadtest is at work");
    assertThat(directory.overview()).doesNotExist();
  }

  @Test
  void lack_of_memory_is_said_in_one_line() {
    Writer noMemory =
        new StringWriter() {
          @Override
          public void write(String text, int from, int length) {
            throw new OutOfMemoryError("none left");
          }
        };
    assertThat(report(new PrintWriter(noMemory), Map.of()))
        .isEqualTo(ExitCode.INTERNAL_ERROR.code());
    assertThat(err.toString()).startsWith("loadtest: out of memory: none left").hasLineCount(2);
  }

  private int report(Map<String, String> environment, String... more) {
    return report(new PrintWriter(out, true), environment, more);
  }

  private int report(PrintWriter output, Map<String, String> environment, String... more) {
    CommandContext context =
        new CommandContext(
            output,
            new PrintWriter(err, true),
            environment,
            new Properties(),
            false,
            Clock.systemUTC());
    String[] line =
        Stream.concat(Stream.of("report", "--report-dir", dir.toString()), Stream.of(more))
            .toArray(String[]::new);
    return Loadtest.run(context, line);
  }
}
