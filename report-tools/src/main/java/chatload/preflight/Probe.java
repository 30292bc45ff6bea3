package chatload.preflight;

import chatload.auth.Identity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The requests of the preflight, in the order in which they are sent. */
public enum Probe {
  HEALTH("health", "200"),
  WITHOUT_TOKEN("chat-without-token", "401"),
  IDENTITY_HEADERS_ONLY("chat-with-identity-headers-only", "401"),
  FORGED_TOKEN("chat-with-forged-token", "401"),
  WITH_TOKEN("chat-with-token", "200, text/event-stream, a token event, a done event");

  private final String title;
  private final String expected;

  Probe(String title, String expected) {
    this.title = title;
    this.expected = expected;
  }

  /** The name of the check. */
  String title() {
    return title;
  }

  /** What the checklist's service does when it is ready for load. */
  String expected() {
    return expected;
  }

  /** The thread id of the chat. */
  public String threadId(String threadPrefix) {
    return threadStem(threadPrefix) + ordinal();
  }

  /** What the thread ids of all checks begin with. */
  public static String threadStem(String threadPrefix) {
    return threadPrefix + "-preflight-";
  }

  /** What stands in the place of the token in a chat without one, as header names and values. */
  public Map<String, String> credentials(Identity identity) {
    return this == IDENTITY_HEADERS_ONLY
        ? Map.of(
            "x-tenant-id", headerValue(identity.tenantId()),
            "x-user-id", headerValue(identity.userId()))
        : Map.of();
  }

  /** Only printable ASCII is safe in a header, and for this check any id will do. */
  private static String headerValue(String id) {
    if (id == null) {
      return "somebody";
    }
    return id.matches("[!-~]+") ? id : URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
