package chatload.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What the requests of a job carry so that the target knows who asks, without any secret.
 *
 * @param kind as {@code --credential} has it: {@code jwt}, {@code token}, {@code basic}, {@code
 *     header:NAME}, {@code query:NAME}, {@code none}
 * @param algorithm by which tokens are signed; null if they are not signed here
 * @param keyId in their header; null for none
 * @param claimsSha256 of the file with further claims; null for none
 * @param users who take turns: chats of the run's user n are those of the user at place (n − 1)
 *     modulo their number, from 0; null for one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialUsed(
    String kind, String algorithm, String keyId, String claimsSha256, List<User> users) {

  /**
   * One of them.
   *
   * @param tenantId null for that of the plan
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record User(String userId, String tenantId) {
    public User {
      Objects.requireNonNull(userId, "userId");
    }
  }

  public CredentialUsed {
    Objects.requireNonNull(kind, "kind");
    users = users == null || users.isEmpty() ? null : List.copyOf(users);
  }
}
