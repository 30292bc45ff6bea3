package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.run.CancelPlan;
import chatload.run.DataUsed;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --data} and {@code --cancel}. */
class DataSettingTest {

  private static final String TALK = "{\"turns\":[{\"message\":\"a\"},{\"message\":\"b\"}]}\n";

  @TempDir Path temp;

  @Test
  void theOrderIsCycledAndASeedGoesWithAShuffledOne() throws IOException {
    assertThat(settings("\"Hi\"\n", "").data().orElseThrow().used().order())
        .isEqualTo(DataUsed.Order.CYCLED);
    DataUsed shuffled =
        settings("\"Hi\"\n", "DATA_ORDER=shuffled,DATA_SEED=9").data().orElseThrow().used();
    assertThat(shuffled.seed()).isEqualTo(9);
    assertThat(settings("\"Hi\"\n", "CANCEL=0.25@1500ms,DATA_SEED=9").cancel())
        .contains(new CancelPlan(0.25, 1500, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "talk | DATA_ORDER=given | --data: data.jsonl has 1 conversations, and smoke needs 10 | cycled",
        "talk | DATA_ORDER=sorted | --data-order is no order | given, shuffled or cycled",
        "talk | CANCEL=0.1@2s | --cancel does not go with conversations | one turn",
        "none | DATA_SEED=3 | --data-seed is about no data | --data FILE",
        "none | CANCEL=0.6@2s | --cancel is not of the form SHARE@AFTER | at most 0.5",
        "none | CANCEL=1@2s | --cancel is not of the form SHARE@AFTER | 0.1@2s",
        "none | CANCEL=0.1@2m | --cancel is not of the form SHARE@AFTER | 800ms",
        "none | CANCEL=0.001@2s | --cancel would give up none of the chats of smoke | larger share",
        "none | CANCEL=0.1@30s | --cancel would give up after the time limit | timeoutMs",
      })
  void whatDoesNotGoTogetherIsRefused(String data, String flags, String problem, String hint) {
    assertThatThrownBy(() -> settings(data.equals("talk") ? TALK : null, flags))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage()).contains(problem);
              assertThat(error.hint()).contains(hint);
            });
  }

  @Test
  void conversationsNeedAProtocolThatGoesOn() throws IOException {
    Path own = temp.resolve("own.yaml");
    Files.writeString(
        own,
        "protocol: own\nrequest: { body: { q: \"${message}\" } }\nframing: text\nend: response\n");
    assertThatThrownBy(() -> settings(TALK, "URL=http://127.0.0.1:9/c,PROTOCOL=" + own))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("can't go on with a conversation");
  }

  private Settings settings(String data, String given) throws IOException {
    Map<Setting, String> flags = new HashMap<>();
    if (data != null) {
      Path file = Files.writeString(temp.resolve("data.jsonl"), data);
      flags.put(Setting.DATA, file.toString());
    }
    for (String flag : given.isEmpty() ? new String[0] : given.split(",")) {
      flags.put(Setting.valueOf(flag.split("=")[0]), flag.split("=")[1]);
    }
    return Settings.of(flags, new Properties(), Map.of());
  }
}
