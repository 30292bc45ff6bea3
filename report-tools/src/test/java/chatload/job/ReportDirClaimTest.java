package chatload.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.ReportDir;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDirClaimTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final String LATER = "-rerun-20261123-080000";

  @TempDir Path temp;
  private Path used;

  @BeforeEach
  void useADirectory() throws IOException {
    used = Files.createDirectories(temp.toRealPath().resolve("used"));
    Files.createDirectory(used.resolve("below"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/.", "/below/..", "/./", "/below/../../used"})
  void a_rerun_goes_beside_whatever_the_directory_is_called(String way) {
    Path chosen = choose(Path.of(used + way), true);
    assertThat(chosen.normalize()).isEqualTo(used.resolveSibling("used" + LATER));
    assertThat(chosen.getFileName().toString()).doesNotStartWith(".");
  }

  @Test
  void a_rerun_of_a_link_goes_beside_the_link() throws IOException {
    Path link = Files.createSymbolicLink(used.resolveSibling("latest"), used);
    assertThat(choose(link, true)).isEqualTo(used.resolveSibling("latest" + LATER));
    assertThat(choose(link.resolve("."), true)).isEqualTo(used.resolveSibling("used" + LATER));
  }

  @Test
  void nothing_stands_beside_the_root_of_the_file_system() {
    assertThatThrownBy(() -> choose(used.getRoot(), true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing can stand beside it");
  }

  @Test
  void the_name_of_the_directory_that_is_repeated_is_kept() throws IOException {
    Path chosen = choose(used.resolve("."), true);
    Optional<Path> rerunOf = Optional.of(used.resolve("."));
    try (ReportDirClaim claim = ReportDirClaim.claim(new ReportDir(chosen), rerunOf, NOW)) {
      assertThat(claim.directory().rerunOf()).hasContent("used");
    }
  }

  @Test
  void a_link_in_an_otherwise_free_directory_is_no_free_directory() throws IOException {
    for (String name : List.of("preflight.json", ".lock", "raw")) {
      Path directory = Files.createDirectory(temp.resolve("free-" + name));
      Files.createSymbolicLink(directory.resolve(name), temp.resolve("nowhere"));
      assertThatThrownBy(
              () ->
                  ReportDirClaim.claim(
                          new ReportDir(choose(directory, false)), Optional.empty(), NOW)
                      .close())
          .as(name)
          .isInstanceOf(UserError.class);
      assertThat(temp.resolve("nowhere")).doesNotExist();
    }
  }

  @Test
  void a_preflight_alone_leaves_a_directory_free() throws IOException {
    Path directory = Files.createDirectory(temp.resolve("free"));
    Files.writeString(directory.resolve("preflight.json"), "{}");
    assertThat(choose(directory, false)).isEqualTo(directory);
  }

  private static Path choose(Path given, boolean rerun) {
    return ReportDirClaim.choose(Optional.of(given), rerun, NOW, List.of("./loadtest")).root();
  }
}
