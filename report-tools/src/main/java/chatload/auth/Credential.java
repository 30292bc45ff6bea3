package chatload.auth;

/** How tokens are come by. */
public sealed interface Credential {

  /** The secret or the token. */
  Secret secret();

  /** Tokens are signed with this HS256 secret, at least 32 bytes. */
  record SigningSecret(Secret secret) implements Credential {}

  /** A token that somebody else made. */
  record ReadyToken(Secret token) implements Credential {
    @Override
    public Secret secret() {
      return token;
    }
  }
}
