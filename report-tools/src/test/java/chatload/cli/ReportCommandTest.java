package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
    assertThat(Files.readString(dir.resolve("OVERVIEW.md"))).startsWith("# 压测汇总");
    report(Map.of("LOADTEST_LANG", "zh"), "--lang", "en");
    assertThat(Files.readString(dir.resolve("OVERVIEW.md"))).startsWith("# Load test overview");
    report(Map.of(), "--lang", "zh");
    assertThat(Files.readString(dir.resolve("smoke-report.md"))).startsWith("# 压测报告");
  }

  @Test
  void another_language_is_a_usage_error_and_nothing_is_written() {
    assertThat(report(Map.of(), "--lang", "fr")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("Use en or zh.");
    assertThat(dir.resolve("OVERVIEW.md")).doesNotExist();
  }

  private int report(Map<String, String> environment, String... more) {
    CommandContext context =
        new CommandContext(
            new PrintWriter(out, true),
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
