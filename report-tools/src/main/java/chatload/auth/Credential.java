package chatload.auth;

import java.util.List;

/** How a target knows who sends a request. */
public sealed interface Credential {

  /** What nobody may see; empty without one. */
  Secret secret();

  /** Everything of it that a service could repeat. */
  default List<Secret> secrets() {
    return List.of(secret());
  }

  /**
   * Tokens are signed here.
   *
   * @param secret an HMAC secret, or a private key in PEM
   * @param signing how
   */
  record SigningSecret(Secret secret, Signing signing) implements Credential {

    /** With HS256, for one user. */
    public SigningSecret(Secret secret) {
      this(secret, Signing.USUAL);
    }
  }

  /** A JSON Web Token that somebody else made. */
  record ReadyToken(Secret token) implements Credential {
    @Override
    public Secret secret() {
      return token;
    }
  }

  /**
   * An API key, a token of which nothing is known, or a user's name and password.
   *
   * @param sent as it is sent
   * @param secrets it, and all that it is made of
   */
  record Fixed(Secret sent, List<Secret> secrets) implements Credential {
    public Fixed {
      secrets = List.copyOf(secrets);
    }

    @Override
    public Secret secret() {
      return sent;
    }
  }

  /** The target asks nobody who they are. */
  record None() implements Credential {
    @Override
    public Secret secret() {
      return new Secret("");
    }

    @Override
    public List<Secret> secrets() {
      return List.of();
    }
  }
}
