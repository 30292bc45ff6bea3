package chatload.auth;

import java.util.List;
import java.util.Objects;

/**
 * How tokens are signed, and what they say beyond tenant and user.
 *
 * @param algorithm by whose rules
 * @param isBase64 whether the secret is written in Base64
 * @param keyId {@code kid} in the header; null for none
 * @param claims further ones, a JSON object; null for none
 * @param users whose tokens they are, in turn; none for the one user of the settings
 */
public record Signing(
    SigningAlgorithm algorithm,
    boolean isBase64,
    String keyId,
    String claims,
    List<ChatUser> users) {

  /** What holds when nothing is said. */
  public static final Signing USUAL =
      new Signing(SigningAlgorithm.HS256, false, null, null, List.of());

  public Signing {
    Objects.requireNonNull(algorithm, "algorithm");
    users = List.copyOf(users);
  }

  /**
   * One of several users.
   *
   * @param tenantId null for that of the settings
   */
  public record ChatUser(String userId, String tenantId) {
    public ChatUser {
      Objects.requireNonNull(userId, "userId");
    }
  }

  /** Whose chats those of a run's user are: the users of a list take turns, from the first. */
  public static int turn(int user, int users) {
    return users == 0 ? 0 : (user - 1) % users;
  }
}
