package chatload.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Says that a proxy which this machine names is not used: a time through a proxy is the proxy's, so
 * neither preflight nor load goes through one, and a service that is reached only so is not
 * reached.
 */
final class ProxyNote {

  private static final List<String> VARIABLES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");
  private static final List<String> PROPERTIES =
      List.of("https.proxyHost", "http.proxyHost", "socksProxyHost");

  private ProxyNote() {}

  /** Empty if no proxy is named. The proxy's address is not shown: it can hold a password. */
  static Optional<String> of(Map<String, String> environment, Properties properties) {
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
                    + " names a proxy, which is not used: times through it would be the proxy's."
                    + " Let this machine reach the service directly.");
  }
}
