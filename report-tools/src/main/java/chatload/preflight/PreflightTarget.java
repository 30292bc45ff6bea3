package chatload.preflight;

import chatload.auth.Identity;
import chatload.auth.TokenSource;
import chatload.reach.ChatUrl;
import chatload.settings.ClientSettings;
import chatload.settings.HealthCheck;
import chatload.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the preflight looks at, and how.
 *
 * @param chatUrl where chats are posted to; without user info
 * @param tokens where the token comes from
 * @param identity tenant and user for the check that the service does not trust bare headers
 * @param message what the chats say
 * @param threadPrefix first part of the thread ids
 * @param client how the target is spoken to
 * @param health where to ask whether it is up
 * @param fallbackReplies beginnings of replies that count as canned
 * @param chatLimit how long the one real chat may take, end to end
 * @param requestLimit how long every other request may take
 * @param waitLimit how long to wait, all in all, for a service that is not up yet
 * @param clock says when the preflight started
 */
public record PreflightTarget(
    ChatUrl chatUrl,
    TokenSource tokens,
    Identity identity,
    String message,
    String threadPrefix,
    ClientSettings client,
    HealthCheck health,
    List<String> fallbackReplies,
    Duration chatLimit,
    Duration requestLimit,
    Duration waitLimit,
    Clock clock) {

  public static final Duration CHAT_LIMIT = Duration.ofSeconds(30);
  public static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);

  public PreflightTarget {
    Objects.requireNonNull(tokens, "tokens");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(clock, "clock");
    fallbackReplies = List.copyOf(fallbackReplies);
    if (chatUrl.uri().getRawUserInfo() != null) {
      throw new IllegalArgumentException("the chat URL must not contain user info");
    }
  }

  /**
   * What the settings say, with the usual limits.
   *
   * @param chatUrl the settings' URL, or that of the embedded chat service
   */
  public static PreflightTarget of(
      ChatUrl chatUrl, Settings settings, TokenSource tokens, Clock clock) {
    return new PreflightTarget(
        chatUrl,
        tokens,
        settings.identity(),
        settings.message(),
        settings.threadPrefix(),
        settings.client(),
        settings.health(),
        settings.fallbackReplies(),
        CHAT_LIMIT,
        REQUEST_LIMIT,
        settings.waitLimit(),
        clock);
  }

  /** Where to ask whether the service is up; empty if it is not to be asked. */
  public Optional<URI> healthUrl() {
    return health.at(chatUrl.uri(), client.isChecklists());
  }

  /** Why a request is not sent; empty if it is. */
  Optional<String> whyNotAsked(Probe probe) {
    String open = tokens.isAsked() ? null : "no credential is sent, so that none can be missed";
    String why =
        switch (probe) {
          case HEALTH -> healthUrl().isPresent() ? null : noHealth();
          case IDENTITY_HEADERS_ONLY ->
              client.isChecklists() ? open : "these headers are the checklist's service's alone";
          case WITHOUT_TOKEN, FORGED_TOKEN -> open;
          case WITH_TOKEN -> null;
        };
    return Optional.ofNullable(why).map(words -> "not asked: " + words);
  }

  private String noHealth() {
    return health.asked() == null
        ? "nobody knows where a service in "
            + client.protocol().name()
            + " says that it is up; --health names it"
        : "--health is none";
  }

  /** The longest that the whole preflight can take: nothing in it waits without a limit. */
  public Duration longest() {
    return waitLimit.plus(requestLimit.multipliedBy(4)).plus(chatLimit).plusSeconds(15);
  }
}
