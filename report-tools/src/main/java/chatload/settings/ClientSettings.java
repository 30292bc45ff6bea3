package chatload.settings;

import chatload.auth.Placement;
import chatload.auth.SecretHeader;
import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Spoken;
import chatload.reach.Reach;
import chatload.tool.UserError;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All that decides how the target is spoken to, the same for preflight and load. Nothing else does:
 * no system property, no other environment variable and no configuration file.
 *
 * @param tlsInsecure accept any certificate and host name
 * @param authorities who is trusted beside the authorities that come with Java
 * @param http2 offer HTTP/2 to a service behind TLS
 * @param acceptEncoding sent with every request. Services and proxies treat a client that takes
 *     compressed replies differently, some hold them back, so the default is what browsers send,
 *     except for zstd, which Safari does not send either
 * @param headers sent with every request
 * @param spoken the protocol of chats
 * @param placement where in a request its credential is
 * @param reach what stands between this machine and the target
 */
public record ClientSettings(
    boolean tlsInsecure,
    List<X509Certificate> authorities,
    boolean http2,
    String acceptEncoding,
    List<SecretHeader> headers,
    Spoken spoken,
    Placement placement,
    Reach reach) {

  private static final Set<String> DECODED = Set.of("gzip", "deflate", "br", "identity");

  /** With a token, in the protocol of the checklist's service. */
  public ClientSettings(
      boolean tlsInsecure,
      List<X509Certificate> authorities,
      boolean http2,
      String acceptEncoding,
      List<SecretHeader> headers) {
    this(tlsInsecure, authorities, http2, acceptEncoding, headers, Spoken.EYWA);
  }

  /** With a token, straight. */
  public ClientSettings(
      boolean tlsInsecure,
      List<X509Certificate> authorities,
      boolean http2,
      String acceptEncoding,
      List<SecretHeader> headers,
      Spoken spoken) {
    this(
        tlsInsecure,
        authorities,
        http2,
        acceptEncoding,
        headers,
        spoken,
        Placement.BEARER,
        Reach.DIRECT);
  }

  public ClientSettings {
    authorities = List.copyOf(authorities);
    headers = List.copyOf(headers);
  }

  static ClientSettings resolve(GivenSettings given, Spoken spoken, Placement placement) {
    return new ClientSettings(
        given.flag(Setting.TLS_INSECURE),
        given.get(Setting.CA_FILE).map(AuthorityFile::read).orElse(List.of()),
        given.flag(Setting.HTTP2),
        acceptEncoding(given),
        SecretHeaders.resolve(given),
        spoken,
        placement,
        ReachSettings.resolve(given));
  }

  private static String acceptEncoding(GivenSettings given) {
    String value = given.text(Setting.ACCEPT_ENCODING).toLowerCase(Locale.ROOT);
    List<String> codings = Arrays.stream(value.split(",")).map(String::strip).toList();
    if (!DECODED.containsAll(codings)) {
      throw UserError.usage(
          given.get(Setting.ACCEPT_ENCODING).orElseThrow().origin()
              + " names a coding that can't be decoded",
          "Use some of gzip, deflate and br, with commas between them, or identity.");
    }
    return String.join(", ", codings);
  }

  /** Whether it is the checklist's service, of which more is known than of others. */
  public boolean isChecklists() {
    return spoken.isEywa();
  }

  /** Whether all requests go through a proxy. */
  public boolean isProxied() {
    return reach.proxy() != null;
  }

  /** The proxy, for people and the evidence; null for none. */
  public String proxyWords() {
    return reach.proxyWords();
  }

  /** The same in another protocol. */
  public ClientSettings speaking(Spoken other) {
    return new ClientSettings(
        tlsInsecure, authorities, http2, acceptEncoding, headers, other, placement, reach);
  }

  /** What chats are asked for and read in. */
  public ChatProtocol protocol() {
    return spoken.protocol();
  }

  /** Name of what chats are asked for and read in. */
  public String protocolName() {
    return spoken.protocol().name();
  }

  /** Asked for; null for none. */
  public String model() {
    return spoken.model();
  }

  /** The same for a host that is not the target's. */
  public ClientSettings withoutSecrets() {
    return new ClientSettings(
        tlsInsecure,
        authorities,
        http2,
        acceptEncoding,
        List.of(),
        spoken,
        Placement.NOWHERE,
        new Reach(reach.proxy(), null));
  }

  /** What holds when nothing is said. */
  public static ClientSettings defaults() {
    return new ClientSettings(
        false, List.of(), false, Setting.ACCEPT_ENCODING.byDefault().orElseThrow(), List.of());
  }
}
