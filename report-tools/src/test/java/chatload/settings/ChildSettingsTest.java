package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Secret;
import chatload.auth.TokenSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildSettingsTest {

  private static final String SECRET = "gr\u00fcn-0123456789-0123456789-0123456789";

  private static final Map<Setting, String> EVERYTHING =
      Map.ofEntries(
          Map.entry(Setting.URL, "https://b\u00fccher.example/api/chat?key=hunter2hunter2"),
          Map.entry(Setting.TENANT_ID, "租户"),
          Map.entry(Setting.USER_ID, "u \ud83d\ude84"),
          Map.entry(Setting.MESSAGE, "你好\n\"?\" \\"),
          Map.entry(Setting.EXPIRES_IN_SECONDS, "90"),
          Map.entry(Setting.TENANT_CLAIM, "org"),
          Map.entry(Setting.USER_CLAIM, "uid"),
          Map.entry(Setting.ISSUER, "i"),
          Map.entry(Setting.AUDIENCE, "a"),
          Map.entry(Setting.THREAD_PREFIX, "p"),
          Map.entry(Setting.SET, "smoke.requests=3,stress.maxP95TotalMs=1.5"),
          Map.entry(Setting.PROFILES, "smoke,stress"),
          Map.entry(Setting.TLS_INSECURE, "true"),
          Map.entry(Setting.HTTP2, "true"),
          Map.entry(Setting.FALLBACK_REPLIES, "none"),
          Map.entry(Setting.WARM_UP_SECONDS, "3"),
          Map.entry(Setting.WAIT, "7"),
          Map.entry(Setting.ACCEPT_ENCODING, "identity"),
          Map.entry(Setting.LANG, "zh"));

  private static Settings inForce(Map<Setting, String> flags) {
    Settings settings =
        SettingsTest.settings(
            flags, Map.of(), Map.of("AUTH_JWT_SECRET", SECRET, "LOADTEST_HEADERS", "x-key: v v"));
    return settings
        .inForce(
            settings.url().orElseThrow(), settings.credential().orElseThrow(), Optional.of("run-1"))
        .into(Path.of("some/dir"));
  }

  private static Map<String, String> variable(Settings settings) {
    return ChildSettings.of(
        settings, settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC()));
  }

  @Test
  void aChildHasEverySettingOfItsParent() {
    Settings parent = inForce(EVERYTHING);

    Settings child = ChildSettings.read(variable(parent)).orElseThrow();

    assertThat(child.credential().orElseThrow().secret().reveal()).isEqualTo(SECRET);
    assertThat(child.client().headers().get(0).value().reveal()).isEqualTo("v v");
    assertThat(child.url()).isEqualTo(parent.url());
    assertThat(child)
        .usingRecursiveComparison()
        .ignoringFields("credential", "client.headers", "earlierTokens")
        .isEqualTo(parent);
  }

  @Test
  void aChildHasNoSettingFromAnywhereElse() {
    Map<String, String> environment = new HashMap<>(variable(inForce(EVERYTHING)));
    environment.put("LOADTEST_URL", "http://127.0.0.1:1/other");
    environment.put("LOADTEST_MESSAGE", "other");

    Settings child = ChildSettings.read(environment).orElseThrow();

    assertThat(child.url().orElseThrow().uri().getHost()).isEqualTo("xn--bcher-kva.example");
    assertThat(child.message()).isEqualTo("你好\n\"?\" \\");
  }

  @Test
  void theVariableIsAsciiWhateverTheSettingsAre() {
    String variable = variable(inForce(EVERYTHING)).get(ChildSettings.VARIABLE);

    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(variable)).isTrue();
    assertThat(variable).doesNotContain("hunter2");
  }

  @Test
  void aChildGoesOnWithItsParentsTokenAndKeepsAllOfThemSecret() {
    Settings parent = inForce(EVERYTHING);
    TokenSource tokens = parent.tokens(parent.credential().orElseThrow(), Clock.systemUTC());
    Secret preflight = tokens.token();

    Settings child = ChildSettings.read(ChildSettings.of(parent, tokens)).orElseThrow();
    TokenSource its = child.tokens(child.credential().orElseThrow(), Clock.systemUTC());

    assertThat(its.token().reveal()).isEqualTo(preflight.reveal());
    assertThat(its.secrets())
        .extracting(Secret::reveal)
        .contains(SECRET, "v v", "hunter2hunter2", preflight.reveal());
    String piece = preflight.reveal().substring(preflight.reveal().length() - 9);
    assertThat(its.redaction().of("bad " + piece)).isEqualTo("bad (secret)");
  }

  @Test
  void aTokenOfTheParentThatIsTooOldIsNotUsedOnButStaysSecret() {
    Settings parent = inForce(EVERYTHING);
    Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-80));
    TokenSource tokens = parent.tokens(parent.credential().orElseThrow(), earlier);

    Settings child = ChildSettings.read(ChildSettings.of(parent, tokens)).orElseThrow();
    TokenSource its = child.tokens(child.credential().orElseThrow(), Clock.systemUTC());

    assertThat(its.token().reveal()).isNotEqualTo(tokens.token().reveal());
    assertThat(its.secrets()).extracting(Secret::reveal).contains(tokens.token().reveal());
  }

  @Test
  void withoutAParentThereIsNothingToRead() {
    assertThat(ChildSettings.read(Map.of())).isEmpty();
  }

  @Test
  void aDamagedVariableIsNotRepeated() {
    for (String damaged : List.of("hunter2", "aHVudGVyMg==", "{}")) {
      assertThatThrownBy(() -> ChildSettings.read(Map.of(ChildSettings.VARIABLE, damaged)))
          .hasMessageNotContaining("hunter2")
          .hasNoCause();
    }
  }
}
