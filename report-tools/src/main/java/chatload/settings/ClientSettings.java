package chatload.settings;

import chatload.auth.SecretHeader;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * All that decides how the target is spoken to, the same for preflight and load. Nothing else does:
 * no system property, no other environment variable and no configuration file.
 *
 * @param tlsInsecure accept any certificate and host name
 * @param authorities who is trusted beside the authorities that come with Java
 * @param http2 offer HTTP/2 to a service behind TLS
 * @param acceptEncoding sent with every request
 * @param headers sent with every request
 */
public record ClientSettings(
    boolean tlsInsecure,
    List<X509Certificate> authorities,
    boolean http2,
    String acceptEncoding,
    List<SecretHeader> headers) {

  public ClientSettings {
    authorities = List.copyOf(authorities);
    headers = List.copyOf(headers);
  }

  /** What holds when nothing is said. */
  public static ClientSettings defaults() {
    return new ClientSettings(
        false, List.of(), false, Setting.ACCEPT_ENCODING.byDefault().orElseThrow(), List.of());
  }
}
