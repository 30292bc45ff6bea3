package chatload.cli.option;

import chatload.settings.ClientSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Says that a proxy which this machine names is not used unless that is asked for: a time through a
 * proxy is the proxy's, too.
 */
public final class ProxyNote {

  private static final List<String> VARIABLES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");
  private static final List<String> PROPERTIES =
      List.of("https.proxyHost", "http.proxyHost", "socksProxyHost");

  private ProxyNote() {}

  /**
   * Empty if no proxy is named, or one is used. The proxy's address is not shown: it can hold a
   * password.
   */
  public static Optional<String> of(
      ClientSettings client, Map<String, String> environment, Properties properties) {
    if (client.isProxied()) {
      return Optional.empty();
    }
    return VARIABLES.stream()
        .filter(name -> !environment.getOrDefault(name, "").isEmpty())
        .findFirst()
        .or(
            () ->
                PROPERTIES.stream()
                    .filter(name -> !properties.getProperty(name, "").isEmpty())
                    .map(name -> "-D" + name)
                    .findFirst())
        .map(
            name ->
                name
                    + " names a proxy, which is not used: times through it would be the proxy's, too."
                    + " If there is no other way to the service, give --proxy.");
  }
}
