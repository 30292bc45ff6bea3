package chatload.auth;

import chatload.tool.UserError;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** Reads what tokens are signed with. No message repeats any of it. */
public final class SigningKey {

  private final String origin;
  private final Signing signing;

  private SigningKey(String origin, Signing signing) {
    this.origin = origin;
    this.signing = signing;
  }

  /**
   * The key.
   *
   * @param origin of the secret, for messages
   * @throws UserError with exit code 2 if the algorithm can't be used with it
   */
  public static Key of(Secret secret, Signing signing, String origin) {
    SigningKey reader = new SigningKey(origin, signing);
    return signing.algorithm().family() == SigningAlgorithm.Family.HMAC
        ? reader.shared(secret)
        : reader.privateKey(secret);
  }

  private Key shared(Secret secret) {
    if (secret.reveal().startsWith("-----BEGIN ")) {
      throw UserError.usage(
          "what " + origin + " gives is a key in PEM, and " + name() + " signs with a secret",
          "Name the key's algorithm: --jwt-algorithm RS256, for example.");
    }
    byte[] bytes = signing.isBase64() ? decoded(secret) : secret.bytes();
    int least = signing.algorithm().bits() / 8;
    if (bytes.length < least) {
      throw UserError.usage(
          "the secret from "
              + origin
              + " has "
              + bytes.length
              + " bytes; "
              + name()
              + " needs at least "
              + least,
          "Use the service's full secret. If its secret really is that short, make a token with the"
              + " service's own tooling and give it in AUTH_JWT_TOKEN or with --jwt-token-file.");
    }
    return new SecretKeySpec(bytes, "Hmac" + name().replace("HS", "SHA"));
  }

  private byte[] decoded(Secret secret) {
    String text = secret.reveal().strip();
    try {
      return text.matches(".*[-_].*")
          ? Base64.getUrlDecoder().decode(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw UserError.usage(
          "the secret from " + origin + " is not Base64",
          "Leave --secret-base64 out if it is to be taken as it is.");
    }
  }

  private PrivateKey privateKey(Secret secret) {
    boolean isRsa = signing.algorithm().family() == SigningAlgorithm.Family.RSA;
    byte[] bytes = Pkcs8.of(secret, origin);
    try {
      return requireFit(
          KeyFactory.getInstance(isRsa ? "RSA" : "EC")
              .generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException e) {
      throw UserError.usage( // without the cause, which could quote it
          "the key from " + origin + " is not one that " + name() + " signs with",
          isRsa
              ? "Give an RSA key, or name the key's own --jwt-algorithm."
              : "Give a key on the curve P-" + bits() + ", or name the key's own --jwt-algorithm.");
    }
  }

  private PrivateKey requireFit(PrivateKey key) {
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < bits()) {
      throw UserError.usage(
          "the key from "
              + origin
              + " has "
              + rsa.getModulus().bitLength()
              + " bits; "
              + name()
              + " needs at least "
              + bits(),
          "Give the key that the service verifies with, if it is that long.");
    }
    if (key instanceof ECPrivateKey curve && curve.getParams().getOrder().bitLength() != bits()) {
      throw UserError.usage(
          "the key from "
              + origin
              + " is on a curve of "
              + curve.getParams().getOrder().bitLength()
              + " bits; "
              + name()
              + " is for P-"
              + bits(),
          "Name the algorithm of the key's curve: P-256 is ES256, P-384 ES384, P-521 ES512.");
    }
    return key;
  }

  private String name() {
    return signing.algorithm().name();
  }

  private int bits() {
    return signing.algorithm().bits();
  }
}
