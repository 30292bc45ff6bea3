package chatload.settings;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.reach.ChatUrl;
import chatload.run.Scenario;
import chatload.words.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String SECRET = "a-load-test-secret-of-more-than-32-bytes";

  static Settings settings(
      Map<Setting, String> flags, Map<String, String> properties, Map<String, String> variables) {
    Properties all = new Properties();
    all.putAll(properties);
    return Settings.of(flags, all, variables);
  }

  static Settings withFlag(Setting setting, String value) {
    return settings(Map.of(setting, value), Map.of(), Map.of());
  }

  @Test
  void withoutAnyOfThemTheDefaultsAreThoseOfTheChecklist() {
    Settings settings = settings(Map.of(), Map.of(), Map.of());

    assertThat(settings.url()).isEmpty();
    assertThat(settings.identity())
        .isEqualTo(
            new Identity(
                "t-loadtest",
                "u-loadtest",
                "tenantId",
                "sub",
                "eywa-chat-loadtest",
                "eywa-chat-api",
                Duration.ofHours(1)));
    assertThat(settings.credential()).isEmpty();
    assertThat(settings.reportDir()).isEmpty();
    assertThat(settings.scenarios()).isEqualTo(Scenario.PRESETS);
    assertThat(settings.message()).isEqualTo("请记住我偏好高铁，并回复已记录。");
    assertThat(settings.threadPrefix()).isEqualTo("scenario");
    assertThat(settings.tlsInsecure()).isFalse();
    assertThat(settings.http2()).isFalse();
    assertThat(settings.fallbackReplies()).containsExactly("当前模型服务暂时不可用", "我已经收到你的消息，但暂时无法生成完整回复");
    assertThat(settings.language()).isEqualTo(Language.EN);
    assertThat(settings.runId()).isEmpty();
  }

  @Test
  void aFlagWinsOverAPropertyOverAVariableOverTheDefault() {
    Map<Setting, String> flag = Map.of(Setting.TENANT_ID, "from-flag");
    Map<String, String> property = Map.of("tenantId", "from-property");
    Map<String, String> variable = Map.of("LOADTEST_TENANT_ID", "from-variable");

    assertThat(settings(flag, property, variable).identity().tenantId()).isEqualTo("from-flag");
    assertThat(settings(Map.of(), property, variable).identity().tenantId())
        .isEqualTo("from-property");
    assertThat(settings(Map.of(), Map.of(), variable).identity().tenantId())
        .isEqualTo("from-variable");
  }

  @Test
  void anEmptyPropertyOrVariableCountsAsNotGiven() {
    Map<String, String> property = Map.of("tenantId", "");
    Map<String, String> variable = Map.of("LOADTEST_TENANT_ID", "from-variable");

    assertThat(settings(Map.of(), property, variable).identity().tenantId())
        .isEqualTo("from-variable");
    assertThat(settings(Map.of(), Map.of(), Map.of("LOADTEST_TENANT_ID", "")).identity().tenantId())
        .isEqualTo("t-loadtest");
  }

  @Test
  void everyValueReachesItsPlace() {
    Settings settings =
        settings(
            Map.of(Setting.USER_ID, "u", Setting.USER_CLAIM, "uid", Setting.ISSUER, "me"),
            Map.of(
                "tenantClaim", "org",
                "audience", "them",
                "expiresInSeconds", "90",
                "reportDir", "some/dir",
                "message", "hi",
                "threadPrefix", "t.1_x-y"),
            Map.of(
                "LOADTEST_URL", "https://chat.example:8443/api/chat?a=b",
                "LOADTEST_TLS_INSECURE", "true",
                "LOADTEST_HTTP2", "true",
                "LOADTEST_LANG", "zh",
                "LOADTEST_RUN_ID", "r-1",
                "AUTH_JWT_SECRET", SECRET));

    assertThat(settings.identity())
        .isEqualTo(
            new Identity("t-loadtest", "u", "org", "uid", "me", "them", Duration.ofSeconds(90)));
    assertThat(settings.reportDir()).contains(Path.of("some/dir"));
    assertThat(settings.message()).isEqualTo("hi");
    assertThat(settings.threadPrefix()).isEqualTo("t.1_x-y");
    assertThat(settings.url().map(ChatUrl::uri))
        .contains(URI.create("https://chat.example:8443/api/chat?a=b"));
    assertThat(settings.tlsInsecure()).isTrue();
    assertThat(settings.http2()).isTrue();
    assertThat(settings.language()).isEqualTo(Language.ZH);
    assertThat(settings.runId()).contains("r-1");
    assertThat(settings.credential()).containsInstanceOf(Credential.SigningSecret.class);
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingHasNamesOfItsOwn(Setting setting) {
    assertThat(setting.variable()).matches("(LOADTEST|AUTH)_[A-Z0-9_]+");
    for (Setting other : Setting.values()) {
      if (other != setting) {
        assertThat(other.variable()).isNotEqualTo(setting.variable());
        assertThat(other.flag() != null && other.flag().equals(setting.flag())).isFalse();
        assertThat(other.property() != null && other.property().equals(setting.property()))
            .isFalse();
      }
    }
  }

  @Test
  void neitherASecretNorATokenCanBeGivenAsAPropertyThatOthersSee() {
    assertThat(Setting.SECRET.property()).isNull();
    assertThat(Setting.JWT_TOKEN.property()).isNull();
    assertThat(Setting.JWT_TOKEN.flag()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://preview.example/api/chat",
        "http://127.0.0.1:8080/api/chat",
        "http://[::1]:8080/api/chat",
        "http://localhost/chat?tenant=a",
        "https://xn--bcher-kva.example/api/chat",
        "http://127.0.0.1:65535/api/chat/v2?x"
      })
  void aUsableUrlIsTakenAsItIs(String url) {
    assertThat(withFlag(Setting.URL, url).url().map(ChatUrl::uri)).contains(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://localhost:8080/api/chat, http://localhost:8080/api/chat",
    "HttpS://Chat.example/api/chat, https://Chat.example/api/chat",
    "https://b\u00fccher.example/api/chat, https://xn--bcher-kva.example/api/chat",
    "https://\u4f8b\u3048.\u30c6\u30b9\u30c8:444/api/chat, https://xn--r8jz45g.xn--zckzah:444/api/chat",
    "https://chat.example/api/\u804a\u5929?q=\u00fc, https://chat.example/api/%E8%81%8A%E5%A4%A9?q=%C3%BC"
  })
  void aUrlIsUnderstoodAsABrowserDoes(String written, String sent) {
    assertThat(withFlag(Setting.URL, written).url().map(ChatUrl::uri)).contains(URI.create(sent));
  }

  @Test
  void whatIsShownOfAUrlHasNoValueOfItsQuery() {
    assertThat(withFlag(Setting.URL, "https://gw.example/chat?code=hunter2&v=&hunter2"))
        .extracting(settings -> settings.url().orElseThrow().toString())
        .isEqualTo("https://gw.example/chat?code=…&v=&…");
    assertThat(withFlag(Setting.URL, "https://gw.example/chat?code=hunter2").toString())
        .doesNotContain("hunter2");
  }

  @Test
  void twoUrlsWithDifferentValuesAreToldApartByASignThatNobodyCanFindOut() {
    String one = shown("https://gw.example/chat?tenant=a", SECRET);
    String two = shown("https://gw.example/chat?tenant=b", SECRET);

    assertThat(one).matches("https://gw\\.example/chat\\?tenant=…[0-9a-f]{3}").isNotEqualTo(two);
    assertThat(shown("https://gw.example/chat?tenant=a", SECRET)).isEqualTo(one);
    assertThat(shown("https://gw.example/chat?tenant=a", SECRET + "x")).isNotEqualTo(one);
  }

  private static String shown(String url, String secret) {
    return settings(Map.of(Setting.URL, url), Map.of(), Map.of("AUTH_JWT_SECRET", secret))
        .url()
        .orElseThrow()
        .toString();
  }

  @Test
  void printedSettingsDoNotShowTheSecret() {
    Settings withSecret = settings(Map.of(), Map.of(), Map.of("AUTH_JWT_SECRET", SECRET));
    Settings withToken = settings(Map.of(), Map.of(), Map.of("AUTH_JWT_TOKEN", "aaa.e30.ccc"));

    assertThat(withSecret.toString()).contains("(secret)").doesNotContain(SECRET);
    assertThat(withToken.toString()).contains("(secret)").doesNotContain("aaa.e30.ccc");
  }
}
