package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Credential;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Protocols;
import chatload.run.ProtocolUsed;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolSettingTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static Settings settings(String protocol, String model, String url) {
    Map<Setting, String> flags = new HashMap<>();
    flags.put(Setting.PROTOCOL, protocol);
    flags.put(Setting.MODEL, model);
    flags.put(Setting.URL, url);
    flags.put(Setting.SECRET, SECRET);
    flags.values().removeIf(value -> value == null);
    return Settings.of(flags, new Properties(), Map.of());
  }

  @Test
  void withoutAWordItIsTheChecklistsAndTheEvidenceSaysNothingOfIt() {
    ClientSettings client = settings(null, null, null).client();
    assertThat(client.protocol()).isSameAs(ChatProtocol.EYWA);
    assertThat(ProtocolSetting.used(client)).isNull();
  }

  @Test
  void aNameIsOneOfThoseThatAreBuiltIn() {
    ClientSettings client = settings("openai-chat", "small", "http://127.0.0.1:9/v1/chat").client();
    ProtocolUsed used = ProtocolSetting.used(client);
    assertThat(used.name()).isEqualTo("openai-chat");
    assertThat(used.model()).isEqualTo("small");
    assertThat(used.text()).isEqualTo(Protocols.text("openai-chat"));
    assertThat(used.sha256()).matches("[0-9a-f]{64}");
    assertThat(used.seesCuts()).isTrue();
    assertThat(ProtocolSetting.isBuiltIn(used.inShort())).isTrue();
  }

  @Test
  void aFileIsReadWholeAndAChildGetsItFromItsParent(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("mine.yaml");
    String text = Protocols.text("text").replace("protocol: text", "protocol: mine");
    Files.writeString(file, text);
    Settings settings = settings(file.toString(), null, "http://127.0.0.1:9/chat");
    ProtocolUsed used = ProtocolSetting.used(settings.client());
    assertThat(used.name()).isEqualTo("mine");
    assertThat(used.text()).isEqualTo(text);
    assertThat(used.seesCuts()).isFalse();
    assertThat(ProtocolSetting.isBuiltIn(used)).isFalse();

    Files.delete(file);
    TokenSource tokens =
        settings.tokens(new Credential.SigningSecret(new Secret(SECRET)), Clock.systemUTC());
    Settings child = ChildSettings.read(ChildSettings.of(settings, tokens)).orElseThrow();
    assertThat(ProtocolSetting.used(child.client())).isEqualTo(used);
  }

  @Test
  void aFileMayCarryTheNameOfABuiltInOneOnlyIfItIsThatVeryOne(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("mine.yaml");
    Files.writeString(file, Protocols.text("text"));
    ProtocolUsed same =
        ProtocolSetting.used(settings(file.toString(), null, "http://127.0.0.1:9/chat").client());
    assertThat(ProtocolSetting.isBuiltIn(same)).isTrue();

    Files.writeString(file, Protocols.text("text") + "min-chars: 20\n");
    assertThatThrownBy(() -> settings(file.toString(), null, "http://127.0.0.1:9/chat"))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage())
                  .isEqualTo(
                      "--protocol names a file that calls itself text, and is not the one of it");
              assertThat(error.hint()).contains("protocol: my-text");
              assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            });
  }

  @Test
  void withoutAUrlItIsSpokenByTheEmbeddedServiceWhichNeedsNoModelsName(@TempDir Path directory)
      throws IOException {
    for (String name : Protocols.described()) {
      ClientSettings client = settings(name, null, null).client();
      assertThat(client.protocol().name()).isEqualTo(name);
      assertThat(client.spoken().model())
          .isEqualTo(client.protocol().needsModel() ? "embedded" : null);
    }
    Path file = directory.resolve("mine.yaml");
    Files.writeString(file, Protocols.text("text").replace("protocol: text", "protocol: mine"));
    assertThatThrownBy(() -> settings(file.toString(), null, null))
        .isInstanceOf(UserError.class)
        .hasMessage("the embedded chat service speaks what is built in, and not mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          openai | - | http://127.0.0.1:9/chat | --protocol names no protocol | Did you mean openai-chat or openai-responses?
          nothing | - | http://127.0.0.1:9/chat | --protocol names no protocol | Accepted: eywa, openai-chat
          openai-chat | - | http://127.0.0.1:9/chat | the protocol openai-chat asks for a model, and none was given | Give --model NAME.
          dify | small | http://127.0.0.1:9/chat | the protocol dify asks for no model | Leave --model away
          eywa | small | http://127.0.0.1:9/chat | the protocol eywa asks for no model | name another --protocol
          ./no-such.yaml | - | http://127.0.0.1:9/chat | the file that --protocol names can't be read |
          """)
  void whatCantBeSpokenIsRefused(
      String protocol, String model, String url, String message, String hint) {
    assertThatThrownBy(() -> settings(protocol, model, url))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage()).startsWith(message);
              assertThat(error.hint()).contains(hint == null ? "" : hint);
              assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            });
  }
}
