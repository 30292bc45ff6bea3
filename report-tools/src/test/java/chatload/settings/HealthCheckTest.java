package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {

  private static final URI CHAT = URI.create("https://chat.example:8443/v1/chat?key=k");

  private static HealthCheck given(String value) {
    return SettingsTest.settings(Map.of(Setting.HEALTH, value), Map.of(), Map.of()).health();
  }

  @Test
  void onlyOfTheChecklistsServiceIsKnownWhereItIs() {
    assertThat(HealthCheck.USUAL.at(CHAT, true))
        .contains(URI.create("https://chat.example:8443/v1/health"));
    assertThat(HealthCheck.USUAL.at(CHAT, false)).isEmpty();
  }

  @Test
  void theEmbeddedServiceHasItBesideItsChatsInEveryProtocol() {
    HealthCheck embedded = SettingsTest.settings(Map.of(), Map.of(), Map.of()).health();
    assertThat(embedded.at(CHAT, false))
        .contains(URI.create("https://chat.example:8443/v1/health"));
    assertThat(embedded.shown()).isNull();
    assertThat(embedded.secrets()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/ready, https://chat.example:8443/ready",
    "/état?x=1, https://chat.example:8443/%C3%A9tat?x=1",
    "http://other.example/up, http://other.example/up"
  })
  void itIsWhereItIsSaidToBe(String given, URI at) {
    assertThat(given(given).at(CHAT, true)).contains(at);
    assertThat(given(given).at(CHAT, false)).contains(at);
  }

  @Test
  void noneIsNone() {
    assertThat(given("none").at(CHAT, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "ftp://x/y", "http://host", "/a b", "http://u:p@host/up"})
  void whatIsNoAddressIsRefused(String value) {
    assertThatThrownBy(() -> given(value))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--health");
  }
}
