package chatload.reach;

import chatload.auth.Secret;
import chatload.tool.UserError;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A proxy through which a target is reached.
 *
 * @param kind how it is spoken to
 * @param credential {@code USER:PASSWORD}; null for none
 */
public record Proxy(Kind kind, String host, int port, Secret credential) {

  /** How a proxy is spoken to. */
  public enum Kind {
    /** CONNECT for a target with TLS, else requests with the whole URL. */
    HTTP(80),
    /** The same within TLS. */
    HTTPS(443),
    SOCKS4(1080),
    SOCKS5(1080);

    private final int usualPort;

    Kind(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  private static final int MOST_PORT = 65_535;

  private static final String HINT =
      "Use http://HOST:PORT, https://…, socks4://… or socks5://…; its user and password go into"
          + " LOADTEST_PROXY_CREDENTIAL.";

  /**
   * One that was named.
   *
   * @param origin of the text, for messages, which don't repeat it
   * @param credential {@code USER:PASSWORD}, if it was given apart
   * @param mayHoldCredential whether the text itself may hold one, as in the environment
   * @throws UserError with exit code 2 if it can't be used
   */
  public static Proxy of(
      String text, String origin, Optional<Secret> credential, boolean mayHoldCredential) {
    URI url;
    try {
      url = new URI(text.contains("://") ? text : "http://" + text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw UserError.usage(origin + " names no proxy", HINT);
    }
    Kind kind = kind(url.getScheme(), origin);
    boolean isBare =
        url.getHost() != null
            && url.getPort() != 0
            && url.getPort() <= MOST_PORT
            && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
            && url.getRawQuery() == null
            && url.getRawFragment() == null;
    if (!isBare) {
      throw UserError.usage(origin + " names no proxy", HINT);
    }
    if (url.getRawUserInfo() != null && !mayHoldCredential) {
      throw UserError.usage(origin + " contains a user name or password", HINT);
    }
    Secret own =
        url.getRawUserInfo() == null
            ? null
            : new Secret(URLDecoder.decode(url.getRawUserInfo(), StandardCharsets.UTF_8));
    Secret known = credential.orElse(own);
    if (known != null && !known.reveal().contains(":")) {
      throw UserError.usage(
          "the credential of the proxy is not USER:PASSWORD", "Give both, in one line.");
    }
    int port = url.getPort() < 0 ? kind.usualPort : url.getPort();
    return new Proxy(kind, url.getHost(), port, known);
  }

  private static Kind kind(String scheme, String origin) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "http" -> Kind.HTTP;
      case "https" -> Kind.HTTPS;
      case "socks4" -> Kind.SOCKS4;
      case "socks5", "socks5h", "socks" -> Kind.SOCKS5;
      default -> throw UserError.usage(origin + " names no proxy", HINT);
    };
  }

  /**
   * The one that the environment names for a target; empty for none, and for one that {@code
   * NO_PROXY} names.
   */
  public static Optional<Proxy> ofEnvironment(
      Map<String, String> environment, URI target, Optional<Secret> credential) {
    int usual = target.getScheme().equals("https") ? 443 : 80;
    int port = target.getPort() < 0 ? usual : target.getPort();
    if (isExcepted(value(environment, "no_proxy"), target.getHost(), port)) {
      return Optional.empty();
    }
    String name = target.getScheme() + "_proxy";
    String own = value(environment, name);
    boolean isOwn = !own.isEmpty();
    String text = isOwn ? own : value(environment, "all_proxy");
    String origin = (isOwn ? name : "all_proxy").toUpperCase(Locale.ROOT);
    return text.isEmpty() ? Optional.empty() : Optional.of(of(text, origin, credential, true));
  }

  /** Small letters win, as with curl; {@code HTTP_PROXY} can be a header of a CGI request. */
  private static String value(Map<String, String> environment, String name) {
    String small = environment.getOrDefault(name, "");
    return small.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
  }

  private static boolean isExcepted(String list, String host, int port) {
    String lower = host.toLowerCase(Locale.ROOT);
    for (String item : List.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))) {
      boolean hasPort = item.matches("[^:]+:\\d+|\\[.*]:\\d+");
      String name = hasPort ? item.substring(0, item.lastIndexOf(':')) : item;
      boolean portFits = !hasPort || item.endsWith(":" + port);
      String domain = name.replaceFirst("^\\*?\\.", "");
      if (item.equals("*")
          || !domain.isEmpty()
              && portFits
              && (lower.equals(domain)
                  || lower.equals("[" + domain + "]")
                  || lower.endsWith("." + domain))) {
        return true;
      }
    }
    return false;
  }

  /** For the evidence: without its credential. */
  public String words() {
    return kind.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
  }
}
