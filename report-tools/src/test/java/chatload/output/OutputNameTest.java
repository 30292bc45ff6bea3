package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputNameTest {

  @ParameterizedTest
  @CsvSource({
    "smoke-summary.json, true",
    "Any-Thing-SUMMARY.json, true",
    "-summary.json, false",
    "a/smoke-summary.json, false",
    "junit.xml, true",
    "junitXxml, false",
    "OVERVIEW.md, true",
    "OVERVIEW.pdf, true",
    "OVERVIEW.pdf.html, true",
    "smoke-report.html, true",
    "gatling/run-1/js/stats.json, true",
    "gatling/a/b/js/stats.json, false",
    "raw/smoke-run.json, false"
  })
  void a_file_is_ours_by_the_names_of_the_outputs(String path, boolean isOurs) {
    assertThat(ReportOutputs.isOurs(path)).isEqualTo(isOurs);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2.0, true",
    "0.2.1, true",
    "0.10.0, true",
    "1.0.0-SNAPSHOT, true",
    "0.1.9, false",
    "0.1.0-SNAPSHOT, false",
    "unknown, true",
    "'', true"
  })
  void a_version_has_what_came_with_it_or_before(String version, boolean isOf) {
    assertThat(new OutputName("x", "x", "0.2.0").isOf(version)).isEqualTo(isOf);
  }

  @Test
  void the_document_says_of_every_output_what_it_is() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("docs/results.md"));
    for (ReportOutput output : ReportOutputs.ALL) {
      for (OutputName name : output.names()) {
        assertThat(rows).contains("| `" + name.name() + "` | " + name.meaning() + " |");
      }
    }
  }
}
