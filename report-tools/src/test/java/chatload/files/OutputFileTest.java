package chatload.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir Path dir;

  @Test
  void it_replaces_the_file_and_leaves_nothing_else() throws IOException {
    Path file = Files.writeString(dir.resolve("a.md"), "old");
    OutputFile.write(new Folder(dir), file, "新 half \ud83d\n");
    assertThat(Files.readString(file)).isEqualTo("新 half ?\n");
    assertThat(dir.toFile().list()).containsExactly("a.md");
  }

  @Test
  void what_cannot_be_written_is_an_input_error_and_leaves_nothing_behind() throws IOException {
    Path taken = dir.resolve("a.md");
    Files.writeString(Files.createDirectory(taken).resolve("inside"), "x");
    assertThatThrownBy(() -> OutputFile.write(new Folder(dir), taken, "new"))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT))
        .hasMessageContaining("can't be written");
    assertThat(dir.toFile().list()).containsExactly("a.md");
  }
}
