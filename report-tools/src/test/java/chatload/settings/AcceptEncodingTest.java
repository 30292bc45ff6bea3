package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.UserError;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AcceptEncodingTest {

  private static String sent(String given) {
    return Settings.of(Map.of(), new Properties(), Map.of("LOADTEST_ACCEPT_ENCODING", given))
        .client()
        .acceptEncoding();
  }

  @Test
  void isWhatBrowsersSendUnlessSomethingElseIsAskedFor() {
    assertThat(ClientSettings.defaults().acceptEncoding()).isEqualTo("gzip, deflate, br");
    assertThat(sent("")).isEqualTo("gzip, deflate, br");
    assertThat(sent("identity")).isEqualTo("identity");
    assertThat(sent("GZIP,br")).isEqualTo("gzip, br");
  }

  @Test
  void aCodingThatCannotBeDecodedIsRefused() {
    assertThatThrownBy(() -> sent("gzip, zstd"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("LOADTEST_ACCEPT_ENCODING");
  }
}
