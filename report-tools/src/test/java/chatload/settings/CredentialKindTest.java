package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Credential;
import chatload.auth.Secret;
import chatload.tool.UserError;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent, and where, for each kind of credential. */
class CredentialKindTest {

  private static final String KEY = "sk-Test7Xy2Qw9Lm4";
  private static final String SECRET = "a-load-test-secret-of-more-than-32-bytes";
  private static final URI CHAT = URI.create("https://chat.example/v1?a=b");

  @TempDir Path dir;

  private static Settings settings(Map<Setting, String> more, Map<String, String> variables) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, CHAT.toString());
    flags.put(Setting.PROTOCOL, "text");
    flags.putAll(more);
    return SettingsTest.settings(flags, Map.of(), variables);
  }

  private static Settings settings(String kind, String key) {
    return settings(Map.of(Setting.CREDENTIAL, kind), Map.of("LOADTEST_API_KEY", key));
  }

  private static String sent(Settings settings) {
    Secret secret = settings.credential().orElseThrow().secret();
    return settings.client().placement().headers(secret)
        + " "
        + settings.client().placement().url(CHAT, secret);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token | k.e-y | {authorization=Bearer k.e-y} https://chat.example/v1?a=b",
        "header:X-API-Key | k/y | {x-api-key=k/y} https://chat.example/v1?a=b",
        "header:authorization | k | {authorization=k} https://chat.example/v1?a=b",
        "query:key | k/y&+ | {} https://chat.example/v1?a=b&key=k%2Fy%26%2B",
        "basic | me:pass word | {authorization=Basic bWU6cGFzcyB3b3Jk} https://chat.example/v1?a=b",
        "none | | {} https://chat.example/v1?a=b"
      })
  void aKeyIsSentAsItIsSaid(String kind, String key, String sent) {
    Settings settings = settings(kind, key == null ? "unused" : key);

    assertThat(sent(settings)).isEqualTo(sent);
    assertThat(settings.authMode()).isEqualTo(kind.toLowerCase(java.util.Locale.ROOT));
    assertThat(settings.identity().userId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "openai-chat, authorization",
    "anthropic, x-api-key",
    "gemini, x-goog-api-key",
    "dify, authorization"
  })
  void aKeyGoesWhereTheProtocolUsuallyHasIt(String protocol, String header) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.PROTOCOL, protocol);
    if (protocol.startsWith("openai") || protocol.equals("anthropic")) {
      flags.put(Setting.MODEL, "m");
    }
    Settings settings = settings(flags, Map.of("LOADTEST_API_KEY", KEY));

    assertThat(settings.client().placement().header()).isEqualTo(header);
  }

  @Test
  void withoutAnythingAnotherServiceIsSentNothingAndTheChecklistsWantsSomething() {
    assertThat(settings(Map.of(), Map.of()).credential()).containsInstanceOf(Credential.None.class);
    assertThat(settings(Map.of(Setting.PROTOCOL, "eywa"), Map.of()).credential())
        .isEqualTo(Optional.empty());
  }

  @Test
  void aKeyThatIsATokenIsKnownForOne() {
    Settings settings = settings("token", "e30.e30.x");

    assertThat(settings.credential()).containsInstanceOf(Credential.ReadyToken.class);
    assertThat(settings.authMode()).isEqualTo("jwt");
  }

  @Test
  void whatWasSaidDecidesAmongVariablesAndFlagsMustFit() throws Exception {
    Map<String, String> both = Map.of("LOADTEST_API_KEY", KEY, "AUTH_JWT_SECRET", SECRET);
    assertThat(settings(Map.of(Setting.CREDENTIAL, "token"), both).credential().orElseThrow())
        .isInstanceOf(Credential.Fixed.class);
    assertThat(settings(Map.of(Setting.CREDENTIAL, "jwt"), both).credential().orElseThrow())
        .isInstanceOf(Credential.SigningSecret.class);
    assertRefused(Map.of(), both, "AUTH_JWT_SECRET and LOADTEST_API_KEY are both given");
    String file = Files.writeString(dir.resolve("key"), KEY + "\n").toString();
    assertThat(sent(settings(Map.of(Setting.API_KEY_FILE, file), both))).contains(KEY);
    assertRefused(
        Map.of(Setting.CREDENTIAL, "jwt", Setting.API_KEY_FILE, file), both, "asks for another");
    assertRefused(
        Map.of(Setting.CREDENTIAL, "basic", Setting.SECRET, SECRET), both, "asks for another");
    assertRefused(
        Map.of(Setting.CREDENTIAL, "none", Setting.API_KEY_FILE, file), both, "asks for another");
  }

  private static void assertRefused(
      Map<Setting, String> flags, Map<String, String> variables, String why) {
    assertThatThrownBy(() -> settings(flags, variables))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "bearer, no kind of credential",
    "header:, names no header",
    "header:a b, names no header",
    "header:host, sets itself",
    "header:content-type, sets itself",
    "query:a=b, names no parameter",
    "basic, is not USER:PASSWORD",
    "header:x, unusable characters"
  })
  void whatCantBeSentIsRefused(String kind, String why) {
    assertRefused(
        Map.of(Setting.CREDENTIAL, kind), Map.of("LOADTEST_API_KEY", "no colon in it"), why);
  }

  @Test
  void aKindThatNeedsAKeyWantsOneAndTheEmbeddedServiceWantsTokens() {
    assertRefused(Map.of(Setting.CREDENTIAL, "basic"), Map.of(), "is given, but no key");
    assertThatThrownBy(
            () -> SettingsTest.settings(Map.of(Setting.CREDENTIAL, "none"), Map.of(), Map.of()))
        .hasMessageContaining("no --url");
  }

  @Test
  void whatIsOnlyForSignedTokensIsRefusedBesideAKey() {
    Map<String, String> key = Map.of("LOADTEST_API_KEY", KEY);
    assertRefused(Map.of(Setting.JWT_KEY_ID, "7"), key, "--jwt-key-id is only for tokens");
    assertRefused(Map.of(Setting.USER_ID, "u"), key, "--user-id is only for tokens");
  }

  @Test
  void everyKindReachesTheProcessesOfTheJobWhole() throws Exception {
    String users = Files.writeString(dir.resolve("users"), "ann\n# all\nbob, other\n").toString();
    String claims = Files.writeString(dir.resolve("claims"), "{\"level\": 3}").toString();
    Map<Setting, String> signing =
        Map.of(
            Setting.JWT_ALGORITHM,
            "hs384",
            Setting.SECRET,
            SECRET + SECRET,
            Setting.JWT_KEY_ID,
            "k",
            Setting.USERS,
            users,
            Setting.CLAIMS_FILE,
            claims);
    for (Settings parent :
        List.of(
            settings(signing, Map.of()),
            settings("basic", "me:password"),
            settings("query:key", KEY),
            settings("none", ""))) {
      Settings child = child(parent);
      assertThat(sent(child)).isEqualTo(sent(parent));
      assertThat(child.authMode()).isEqualTo(parent.authMode());
      assertThat(child.credential().orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(parent.credential().orElseThrow());
    }
  }

  private static Settings child(Settings parent) {
    Credential credential = parent.credential().orElseThrow();
    Settings inForce = parent.inForce(parent.url().orElseThrow(), credential, Optional.of("run-1"));
    return ChildSettings.read(
            ChildSettings.of(inForce, parent.tokens(credential, Clock.systemUTC())))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'', no text or is empty",
    "'# nobody', names 0 users",
    "'a\nb\na', line 3",
    "',t', line 1",
    "'Bearer abcdefgh12345678', line 1"
  })
  void aListOfUsersThatIsNoneIsRefused(String text, String why) throws Exception {
    String file = Files.writeString(dir.resolve("users"), text).toString();
    assertThatThrownBy(
            () -> settings(Map.of(Setting.SECRET, SECRET, Setting.USERS, file), Map.of()))
        .isInstanceOf(UserError.class);
  }
}
