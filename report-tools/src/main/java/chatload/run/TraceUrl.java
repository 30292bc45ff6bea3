package chatload.run;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a chat's trace is found in whatever keeps the service's traces. It holds nothing that could
 * mean anything to Markdown, HTML or a shell, so that a link can be made of it as it is.
 *
 * @param template an address with {@value #GAP} once or several times, not in its host
 */
public record TraceUrl(String template) {

  /** What stands for the id. */
  public static final String GAP = "{traceId}";

  /** Longest that it may be, characters. */
  public static final int LONGEST = 2000;

  private static final Pattern FORM =
      Pattern.compile(
          "https?://(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(?::\\d{1,5})?"
              + "[/?#][A-Za-z0-9\\-._~:/?#@!$&+,=%]*+");

  /** Ours are UUIDs; a record could have been given any other text. */
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  public TraceUrl {
    Objects.requireNonNull(template, "template");
    if (template.length() > LONGEST
        || !template.contains(GAP)
        || !FORM.matcher(template.replace(GAP, "")).matches()) {
      throw new IllegalArgumentException("traceUrl is no address with " + GAP);
    }
  }

  /**
   * The id as W3C's {@code traceparent} has it, by which tracing tools know a chat: 32 hexadecimal
   * digits, those of its UUID.
   *
   * @return empty if the chat's id is not one of ours
   */
  public static Optional<String> w3c(String traceId) {
    return traceId == null || !UUID.matcher(traceId).matches()
        ? Optional.empty()
        : Optional.of(traceId.replace("-", ""));
  }

  /** The address of a chat's trace; empty if the chat's id is not one of ours. */
  public Optional<String> of(String traceId) {
    return w3c(traceId).map(id -> template.replace(GAP, id));
  }
}
