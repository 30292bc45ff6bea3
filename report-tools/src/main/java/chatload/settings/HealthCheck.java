package chatload.settings;

import chatload.auth.Secret;
import chatload.reach.ChatUrl;
import chatload.reach.UrlCheck;
import chatload.settings.GivenSettings.Given;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the preflight asks whether the service is up.
 *
 * @param asked a URL, a path beside the chat URL's host, or {@code none}; null if nothing was said;
 *     a word of its own for the embedded service's
 */
public record HealthCheck(String asked) {

  /** Of the checklist's service; other services have it wherever they like, or not at all. */
  public static final HealthCheck USUAL = new HealthCheck(null);

  private static final String NONE = "none";

  /** Of the embedded service, which has it beside its chats in every protocol. */
  private static final String BESIDE = "beside";

  /** Of a path, so that the same is demanded of it as of a URL. */
  private static final String SOME_HOST = "http://localhost";

  static HealthCheck resolve(GivenSettings given) {
    HealthCheck unsaid = given.get(Setting.URL).isEmpty() ? new HealthCheck(BESIDE) : USUAL;
    return given.get(Setting.HEALTH).map(HealthCheck::of).orElse(unsaid);
  }

  private static HealthCheck of(Given given) {
    if (given.value().equals(NONE)) {
      return new HealthCheck(NONE);
    }
    boolean isPath = given.value().startsWith("/");
    String url = isPath ? SOME_HOST + given.value() : given.value();
    String parsed = UrlCheck.parse(given.origin(), url).toString();
    return new HealthCheck(isPath ? parsed.substring(SOME_HOST.length()) : parsed);
  }

  private boolean isUnsaid() {
    return asked == null || asked.equals(BESIDE);
  }

  /** For the evidence: without values of its query; null if nothing was said. */
  public String shown() {
    return isUnsaid() ? null : ChatUrl.of(URI.create(asked)).toString();
  }

  /** Values of its query. */
  List<Secret> secrets() {
    return isUnsaid() ? List.of() : ChatUrl.of(URI.create(asked)).secrets();
  }

  /**
   * The address; empty if it is not to be asked for.
   *
   * @param chat where chats are posted
   * @param isChecklists whether that is the checklist's service: {@code …/api/health} for {@code
   *     …/api/chat}, without its query
   */
  public Optional<URI> at(URI chat, boolean isChecklists) {
    if (asked == null ? !isChecklists : asked.equals(NONE)) {
      return Optional.empty();
    }
    if (!isUnsaid() && !asked.startsWith("/")) {
      return Optional.of(URI.create(asked));
    }
    String path = chat.getRawPath().replaceFirst("/+$", "");
    String beside = path.substring(0, path.lastIndexOf('/') + 1) + "health";
    return Optional.of(
        URI.create(
            chat.getScheme() + "://" + chat.getRawAuthority() + (isUnsaid() ? beside : asked)));
  }
}
