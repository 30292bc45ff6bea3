package chatload.result;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.result.Preflight.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {

  @TempDir Path dir;

  @Test
  void a_missing_file_is_nothing() {
    assertThat(Preflight.read(dir.resolve("preflight.json"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "null", "[]", "3", "\0\0\0x"})
  void a_file_that_is_no_json_object_is_unreadable_and_no_crash(String content) throws IOException {
    assertThat(read(content).readable()).isFalse();
  }

  @Test
  void what_is_not_as_expected_is_left_out() throws IOException {
    Preflight preflight =
        read(
            "{\"checks\":[{\"name\":\"health\",\"passed\":false,\"status\":503,\"elapsedMs\":1.5},"
                + "{\"name\":{},\"passed\":\"yes\",\"elapsedMs\":\"NaN\"},7]}");
    Checked nothing = new Checked(null, null, null, null, null, null, null);
    assertThat(preflight.checks())
        .containsExactly(
            new Checked("health", false, null, "503", 1.5, null, null), nothing, nothing);
    assertThat(preflight.anyFailed()).isTrue();
  }

  private Preflight read(String content) throws IOException {
    Path file = Files.writeString(dir.resolve("preflight.json"), content);
    return Preflight.read(file).orElseThrow();
  }
}
