package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {

  @TempDir Path root;

  @Test
  void the_latest_report_of_each_scenario_is_linked_and_nothing_that_only_looks_like_one()
      throws IOException {
    html("smokesimulation-20261123080000000");
    html("smokesimulation-20261123090000000");
    Files.createDirectories(root.resolve("gatling/smokesimulation-20261123100000000"));
    html("stresssimulation-1) [x](javascript:alert(1))");
    html("baselinesimulation-20261123080000000\" onclick=\"x");
    assertThat(htmlReports())
        .containsOnlyKeys("smoke")
        .containsEntry("smoke", "gatling/smokesimulation-20261123090000000/index.html");
  }

  @Test
  void without_gatling_there_is_nothing_to_link() {
    assertThat(htmlReports()).isEmpty();
  }

  private Map<String, String> htmlReports() {
    return Attachments.gatlingHtml(new ReportDir(root), List.of("smoke", "baseline", "stress"));
  }

  private void html(String folder) throws IOException {
    Path dir = Files.createDirectories(root.resolve("gatling").resolve(folder));
    Files.writeString(dir.resolve("index.html"), "x");
  }
}
