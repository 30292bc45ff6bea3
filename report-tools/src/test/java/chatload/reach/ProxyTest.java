package chatload.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.auth.Secret;
import chatload.tool.UserError;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {

  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, http://proxy:3128",
    "proxy:3128, http://proxy:3128",
    "http://proxy/, http://proxy:80",
    "HTTPS://proxy, https://proxy:443",
    "socks5://[::1]:9, socks5://[::1]:9",
    "socks5h://proxy, socks5://proxy:1080",
    "socks4://10.0.0.1, socks4://10.0.0.1:1080"
  })
  void aProxyIsNamedAsElsewhere(String given, String words) {
    assertThat(Proxy.of(given, "--proxy", Optional.empty(), false).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://proxy",
        "http://",
        "http://p/path",
        "http://a b",
        "http://p?x",
        "p:0",
        "p:65536"
      })
  void whatIsNoProxyIsRefused(String given) {
    assertThatThrownBy(() -> Proxy.of(given, "--proxy", Optional.empty(), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--proxy names no proxy");
  }

  @Test
  void anArgumentHoldsNoPasswordAndTheEnvironmentMay() {
    String text = "http://me:pass%20w0rd@proxy:1";
    assertThatThrownBy(() -> Proxy.of(text, "--proxy", Optional.empty(), false))
        .hasMessageContaining("contains a user name or password")
        .hasMessageNotContaining("w0rd");
    Proxy proxy = Proxy.of(text, "HTTPS_PROXY", Optional.empty(), true);
    assertThat(proxy.credential().reveal()).isEqualTo("me:pass w0rd");
    assertThat(proxy.words()).isEqualTo("http://proxy:1");
    assertThat(new Reach(proxy, null).secrets())
        .extracting(Secret::reveal)
        .containsExactly("me:pass w0rd", "pass w0rd");
  }

  @Test
  void aCredentialIsUserAndPassword() {
    assertThatThrownBy(
            () -> Proxy.of("http://p", "--proxy", Optional.of(new Secret("hunter2")), false))
        .hasMessageContaining("is not USER:PASSWORD")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://chat.example/c | | http://s:1",
        "http://chat.example/c | | http://p:2",
        "https://chat.example/c | chat.example | ",
        "https://chat.example/c | .example | ",
        "https://chat.example/c | *.example, other | ",
        "https://chat.example/c | example | ",
        "https://chat.example/c | at.example | http://s:1",
        "https://chat.example/c | chat.example:443 | ",
        "https://chat.example/c | chat.example:8443 | http://s:1",
        "https://[::1]:5/c | ::1 | ",
        "https://chat.example/c | * | "
      })
  void theEnvironmentNamesAProxyForEachSchemeAndWhatIsExcepted(
      String url, String excepted, String words) {
    Map<String, String> environment =
        Map.of(
            "https_proxy",
            "s:1",
            "HTTPS_PROXY",
            "other:1",
            "HTTP_PROXY",
            "http://p:2",
            "NO_PROXY",
            excepted == null ? "" : excepted);
    assertThat(
            Proxy.ofEnvironment(environment, URI.create(url), Optional.empty())
                .map(Proxy::words)
                .orElse(null))
        .isEqualTo(words);
  }
}
