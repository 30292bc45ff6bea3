package chatload.auth;

import java.util.Set;
import java.util.regex.Pattern;

/** What headers can be called, and which of them are not for users to set. Small letters. */
public final class HeaderNames {

  /** RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Another value would send something else than the evidence says, or as somebody else. */
  private static final Set<String> OWN =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "traceparent",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-tenant-id",
          "x-trace-id",
          "x-user-id");

  /** These are the protocol's, see {@code docs/protocols.md}. */
  private static final Set<String> OF_PROTOCOL = Set.of("accept", "content-type");

  private HeaderNames() {}

  public static boolean isOne(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether the protocol of chats sets it. */
  public static boolean isOfProtocol(String name) {
    return OF_PROTOCOL.contains(name);
  }

  /** Whether the load generator sets it itself. */
  public static boolean isOwn(String name) {
    return OWN.contains(name);
  }
}
