package chatload.auth;

import chatload.tool.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * All that a job knows and must not repeat of a service's words: the credential, the values of
 * secret headers and of the URL's query, and every token that a request carried, also in another
 * process of the job. Safe to use from several threads.
 */
public final class SecretMemory {

  /** So that looking for them stays cheap; older tokens are still known by their form. */
  static final int MOST_TOKENS = 16;

  private final List<Secret> lasting;
  private final Deque<Secret> tokens = new ArrayDeque<>();
  private Redaction redaction;

  /**
   * @param lasting what holds for the whole job
   * @param tokens those that were used before, the last one last
   */
  public SecretMemory(List<Secret> lasting, List<Secret> tokens) {
    this.lasting = List.copyOf(lasting);
    tokens.forEach(this::remember);
  }

  /** From now on the token is known. */
  public synchronized void remember(Secret token) {
    tokens.addLast(token);
    if (tokens.size() > MOST_TOKENS) {
      tokens.removeFirst();
    }
    redaction = null;
  }

  /** The tokens that were used so far, the last one last. */
  public synchronized List<Secret> tokens() {
    return List.copyOf(tokens);
  }

  /** Everything that is known now. */
  public synchronized List<Secret> all() {
    List<Secret> all = new ArrayList<>(lasting);
    for (Secret token : tokens) {
      all.add(token);
      id(token).ifPresent(all::add);
    }
    return all;
  }

  /** A service that has read the token can say its {@code jti} alone. */
  private static Optional<Secret> id(Secret token) {
    try {
      return TokenClaims.of(token).text("jti").filter(id -> !id.isEmpty()).map(Secret::new);
    } catch (UserError e) {
      return Optional.empty(); // no JWT, so it has none
    }
  }

  /** Takes out all that is known now. */
  public synchronized Redaction redaction() {
    if (redaction == null) {
      redaction = Redaction.of(all());
    }
    return redaction;
  }
}
