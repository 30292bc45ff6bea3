package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.TokenSource;
import chatload.protocol.Asked;
import chatload.protocol.ChatRequest;
import chatload.tool.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Environment variables in the requests of a protocol file. */
class ProtocolVariablesTest {

  private static final String FILE =
      """
      protocol: mine
      request:
        headers: { z-first: "${env:REGION}-1", x-api-key: "${env:KEY}", b: "${unique}", a: last }
        body: { text: "${message}", region: "in ${env:REGION}" }
      framing: text
      end: response
      """;

  @TempDir private Path dir;

  private Settings settings(Map<String, String> environment) throws Exception {
    Path file = Files.writeString(dir.resolve("mine.yaml"), FILE);
    return Settings.of(
        Map.of(Setting.URL, "http://127.0.0.1:9/c", Setting.PROTOCOL, file.toString()),
        new Properties(),
        environment);
  }

  private static ChatRequest request(Settings settings) {
    return settings.client().protocol().request(new Asked("t", "hi ${env:KEY}", null, "u"));
  }

  @Test
  void theirValuesAreTextWhereverTheyStandAndHeadersKeepTheirOrder() throws Exception {
    Settings settings = settings(Map.of("REGION", "a \"b\" $1", "KEY", "k-12345678"));
    ChatRequest request = request(settings);

    assertThat(request.body())
        .isEqualTo("{\"text\":\"hi ${env:KEY}\",\"region\":\"in a \\\"b\\\" $1\"}");
    assertThat(request.headers().keySet())
        .containsExactly("accept", "content-type", "z-first", "x-api-key", "b", "a");
    assertThat(request.headers())
        .containsEntry("z-first", "a \"b\" $1-1")
        .containsEntry("x-api-key", "k-12345678");
  }

  @Test
  void everyProcessOfTheJobHasThemAndNobodyHearsOfThem() throws Exception {
    Settings parent = settings(Map.of("REGION", "eu", "KEY", "k-12345678"));
    TokenSource tokens = parent.tokens(parent.credential().orElseThrow(), Clock.systemUTC());
    Settings inForce =
        parent.inForce(
            parent.url().orElseThrow(), parent.credential().orElseThrow(), Optional.empty());

    Settings child = ChildSettings.read(ChildSettings.of(inForce, tokens)).orElseThrow();

    assertThat(request(child)).isEqualTo(request(parent));
    assertThat(ProtocolSetting.used(child.client()).text()).isEqualTo(FILE);
    assertThat(tokens.redaction().of("bad k-12345678")).isEqualTo("bad (secret)");
  }

  @Test
  void oneThatIsNotSetIsNamed() {
    assertThatThrownBy(() -> settings(Map.of("REGION", "eu")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sends ${env:KEY}, which is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${message}", "a\nb", "\t"})
  void oneThatWouldBeMoreThanTextIsRefused(String value) {
    assertThatThrownBy(() -> settings(Map.of("REGION", "eu", "KEY", value)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("KEY holds");
  }
}
