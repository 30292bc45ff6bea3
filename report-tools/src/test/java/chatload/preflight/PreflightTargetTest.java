package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chatload.reach.ChatUrl;
import chatload.settings.Setting;
import chatload.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTargetTest {

  @ParameterizedTest
  @CsvSource({
    "https://chat.example/api/chat, https://chat.example/api/health",
    "https://chat.example:8443/v1/api/chat?a=b/c, https://chat.example:8443/v1/api/health",
    "http://[::1]:8080/api/chat/, http://[::1]:8080/api/health",
    "http://localhost/chat, http://localhost/health",
    "http://localhost/a%20b/chat, http://localhost/a%20b/health"
  })
  void healthIsNextToTheChat(URI chatUrl, URI healthUrl) {
    assertThat(Targets.at(chatUrl).healthUrl()).contains(healthUrl);
  }

  @Test
  void takesWhatTheSettingsSayWithTheUsualLimits() {
    Settings settings =
        Settings.of(
            Map.of(Setting.MESSAGE, "hi", Setting.TLS_INSECURE, "true"),
            new Properties(),
            Map.of("LOADTEST_THREAD_PREFIX", "p"));

    PreflightTarget target =
        PreflightTarget.of(
            ChatUrl.of(URI.create("http://127.0.0.1:1/chat")),
            settings,
            Targets.TOKENS,
            Targets.CLOCK);

    assertThat(target.message()).isEqualTo("hi");
    assertThat(target.threadPrefix()).isEqualTo("p");
    assertThat(target.client().tlsInsecure()).isTrue();
    assertThat(target.identity()).isEqualTo(settings.identity());
    assertThat(target.fallbackReplies()).isEqualTo(settings.fallbackReplies());
    assertThat(target.chatLimit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(target.requestLimit()).isEqualTo(Duration.ofSeconds(5));
    assertThat(target.waitLimit()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void userInfoInTheUrlIsRefusedWithoutBeingShown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Targets.at(URI.create("http://me:hunter2@chat.example/api/chat")))
        .withMessageNotContaining("hunter2");
  }
}
