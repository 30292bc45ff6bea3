package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The image, as far as its file tells. */
class ContainerfileTest {

  private final List<String> lines = lines();

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("Containerfile"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> lastStage() {
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      from = lines.get(i).startsWith("FROM ") ? i : from;
    }
    return lines.subList(from, lines.size());
  }

  @Test
  void it_runs_as_a_number_that_is_not_root() {
    assertThat(lastStage())
        .filteredOn(line -> line.startsWith("USER "))
        .singleElement()
        .asString()
        .matches("USER [1-9][0-9]*:[1-9][0-9]*");
  }

  /** What is given to a build, or set in it, can be read in the image. */
  @Test
  void no_secret_is_asked_for_or_set() {
    assertThat(lines)
        .filteredOn(line -> line.matches("(ARG|ENV|LABEL) .*"))
        .hasSize(3)
        .noneMatch(line -> line.matches("(?i).*(secret|token|passw|key).*"));
  }

  /** A copy of the whole directory is in a layer of the first stage. */
  @Test
  void what_is_no_source_is_not_copied() throws IOException {
    assertThat(Files.readAllLines(Path.of(".dockerignore")))
        .contains(".git", "target", "artifacts");
    assertThat(lastStage())
        .filteredOn(line -> line.startsWith("COPY "))
        .containsExactly("COPY --from=build /opt/chatload /opt/chatload");
  }

  @Test
  void it_runs_what_the_archive_has() {
    assertThat(lastStage()).contains("ENTRYPOINT [\"/opt/chatload/bin/loadtest\"]");
    assertThat(String.join("\n", lines)).contains("release/archive", "lib/fetch/charts");
  }
}
