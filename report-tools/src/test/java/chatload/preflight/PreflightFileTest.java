package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightFileTest {

  private static final String REPORT =
      "{\"schemaVersion\":1,\"startedAt\":\"t\",\"url\":\"u\",\"targetKind\":\"external\","
          + "\"passed\":false,\"checks\":[%s]}";
  private static final String CHECK =
      "{\"name\":\"health\",\"passed\":false,\"expected\":\"200\",\"observed\":\"503\","
          + "\"status\":503,\"elapsedMs\":1.5,\"fix\":\"mend it\"}";

  @TempDir Path dir;

  @Test
  void a_missing_file_is_nothing() {
    PreflightFile file = PreflightFile.read(dir.resolve("preflight.json"));
    assertThat(file.exists()).isFalse();
    assertThat(file.checks()).isEmpty();
  }

  @Test
  void what_failed_is_told_from_what_passed() throws IOException {
    String passed = CHECK.replace("false", "true").replace("\"mend it\"", "null");
    PreflightFile file =
        read(REPORT.formatted(passed.replace("health", "chat-with-token") + "," + CHECK));
    assertThat(file.checks()).hasSize(2);
    assertThat(file.failed()).extracting(PreflightCheck::name).containsExactly("health");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish", "null", "[]", "3", "\0\0\0x", "{}"})
  void a_file_that_is_no_report_is_unreadable_and_no_crash(String content) throws IOException {
    assertUnreadable(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"elapsedMs\":\"NaN\"", "\"name\":null", "\"fix\":null", "\"status\":\"x\""})
  void one_check_that_cannot_be_makes_the_file_unreadable(String field) throws IOException {
    String name = field.substring(0, field.indexOf(':'));
    assertUnreadable(REPORT.formatted(CHECK.replaceAll(name + ":[^,}]*", field)));
  }

  private void assertUnreadable(String content) throws IOException {
    PreflightFile file = read(content);
    assertThat(file.exists()).isTrue();
    assertThat(file.report()).isEmpty();
    assertThat(file.failed()).isEmpty();
  }

  private PreflightFile read(String content) throws IOException {
    return PreflightFile.read(Files.writeString(dir.resolve("preflight.json"), content));
  }
}
