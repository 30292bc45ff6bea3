package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.option.ProxyNote;
import chatload.settings.ClientSettings;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProxyNoteTest {

  @Test
  void aProxyThatIsNotUsedIsNamedWithoutItsAddress() {
    assertThat(
            ProxyNote.of(
                ClientSettings.defaults(),
                Map.of("HTTPS_PROXY", "http://me:hunter2@proxy"),
                new Properties()))
        .get()
        .asString()
        .startsWith("HTTPS_PROXY names a proxy, which is not used")
        .doesNotContain("hunter2");

    Properties properties = new Properties();
    properties.setProperty("https.proxyHost", "proxy.example");
    assertThat(ProxyNote.of(ClientSettings.defaults(), Map.of(), properties))
        .get()
        .asString()
        .contains("-Dhttps.proxyHost");
  }

  @Test
  void withoutAProxyNothingIsSaid() {
    assertThat(ProxyNote.of(ClientSettings.defaults(), Map.of("HTTPS_PROXY", ""), new Properties()))
        .isEmpty();
  }
}
