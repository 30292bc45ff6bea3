package chatload.reach;

import chatload.auth.Secret;
import java.util.List;

/**
 * How a target is reached, beyond its URL.
 *
 * @param proxy through which all requests go; null for none
 * @param certificate that we show to whoever asks for one; null for none
 */
public record Reach(Proxy proxy, ClientCertificate certificate) {

  /** Straight, and as nobody in particular. */
  public static final Reach DIRECT = new Reach(null, null);

  /** Everything of it that a proxy could repeat. */
  public List<Secret> secrets() {
    if (proxy == null || proxy.credential() == null) {
      return List.of();
    }
    String both = proxy.credential().reveal();
    return List.of(proxy.credential(), new Secret(both.substring(both.indexOf(':') + 1)));
  }

  /** For the evidence; null for none. */
  public String proxyWords() {
    return proxy == null ? null : proxy.words();
  }

  /** For the evidence; null for none. */
  public String certificateWords() {
    return certificate == null ? null : certificate.words();
  }
}
