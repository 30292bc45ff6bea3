package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeSettingsTest {

  private static final String URL = "https://chat.example/v1/chat/completions";

  private static Map<Setting, String> written(
      Map<Setting, String> flags, Map<String, String> environment) {
    return ProbeSettings.toWrite(flags, new Properties(), environment, "openai-chat", true);
  }

  @Test
  void what_the_probe_was_told_and_found_out_is_written() {
    assertThat(written(Map.of(Setting.URL, URL, Setting.MODEL, "small"), Map.of()))
        .isEqualTo(
            Map.of(Setting.URL, URL, Setting.MODEL, "small", Setting.PROTOCOL, "openai-chat"));
    assertThat(
            ProbeSettings.toWrite(
                Map.of(Setting.URL, URL, Setting.MODEL, "small", Setting.PROTOCOL, "./mine.yaml"),
                new Properties(),
                Map.of(),
                "mine",
                false))
        .isEqualTo(Map.of(Setting.URL, URL, Setting.PROTOCOL, "./mine.yaml"));
  }

  @Test
  void of_several_credentials_the_one_that_was_used_as_variable_or_file() {
    Map<Setting, String> flags = Map.of(Setting.URL, URL, Setting.API_KEY_FILE, "key.txt");
    assertThat(written(flags, Map.of("LOADTEST_API_KEY", "k-1", "AUTH_JWT_SECRET", "s")))
        .containsEntry(Setting.API_KEY, "file:key.txt")
        .doesNotContainKeys(Setting.SECRET, Setting.API_KEY_FILE);
    assertThat(
            written(
                Map.of(Setting.URL, URL, Setting.HEADER_FILE, "h"),
                Map.of("LOADTEST_API_KEY", "k-1")))
        .containsEntry(Setting.API_KEY, "${LOADTEST_API_KEY}")
        .containsEntry(Setting.HEADERS, "file:h");
  }

  @Test
  void a_url_that_may_hold_a_key_stays_in_its_variable() {
    assertThat(written(Map.of(Setting.URL, URL + "?key=f3a9c1d2e4b5a697"), Map.of()))
        .containsEntry(Setting.URL, "${LOADTEST_URL}");
    assertThat(written(Map.of(), Map.of("LOADTEST_URL", URL + "?k=1")))
        .containsEntry(Setting.URL, "${LOADTEST_URL}");
    assertThat(written(Map.of(), Map.of("LOADTEST_URL", URL))).containsEntry(Setting.URL, URL);
  }

  @Test
  void nothing_is_written_beside_a_gate_file_that_counts(@TempDir Path temp) throws Exception {
    Path gate = Files.writeString(temp.resolve("x.yaml"), "target: { url: " + URL + " }\n");
    Map<Setting, String> flags = Map.of(Setting.FILE, gate.toString());
    assertThat(ProbeSettings.of(flags, new Properties(), Map.of()).get("text").url().orElseThrow())
        .hasToString(URL);
    assertThatThrownBy(() -> ProbeSettings.requireNoGate(flags, new Properties(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is there already");
  }
}
