package chatload.reach;

import chatload.auth.Pkcs8;
import chatload.auth.Secret;
import chatload.tool.UserError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The certificate by which we are known to a target, and its key.
 *
 * @param chain the certificate first, then those that vouch for it
 */
public record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {

  private static final Map<String, String> SIGNED_BY =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  public ClientCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * A certificate and its key in two PEM files.
   *
   * @param certificates the bytes of the first
   * @param key the text of the second
   * @throws UserError with exit code 2 if they can't be used, or don't belong together
   */
  public static ClientCertificate ofPem(
      byte[] certificates, String origin, Secret key, String keyOrigin) {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(certificates))) {
        chain.add((X509Certificate) one);
      }
    } catch (GeneralSecurityException e) {
      // answered below
    }
    if (chain.isEmpty()) {
      throw UserError.usage(
          "the file that " + origin + " names holds no certificate that can be read",
          "Give PEM: the certificate first, then those that vouch for it.");
    }
    byte[] bytes = Pkcs8.of(key, keyOrigin);
    PublicKey open = chain.get(0).getPublicKey();
    try {
      return new ClientCertificate(
          fitting(
              KeyFactory.getInstance(open.getAlgorithm())
                  .generatePrivate(new PKCS8EncodedKeySpec(bytes)),
              open),
          chain);
    } catch (GeneralSecurityException e) { // without the cause, which could quote it
      throw UserError.usage(
          "the key from " + keyOrigin + " is not that of the certificate from " + origin,
          "Give the key that belongs to the first certificate in the file.");
    }
  }

  /** Again, from what was read before. */
  public static ClientCertificate of(byte[] key, String algorithm, List<X509Certificate> chain) {
    try {
      return new ClientCertificate(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key)), chain);
    } catch (GeneralSecurityException e) { // without the cause, which could quote it
      throw new IllegalArgumentException("no key");
    }
  }

  private static PrivateKey fitting(PrivateKey key, PublicKey open)
      throws GeneralSecurityException {
    String algorithm = SIGNED_BY.get(open.getAlgorithm());
    if (algorithm == null) {
      throw new GeneralSecurityException(open.getAlgorithm());
    }
    byte[] something = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(something);
    byte[] signed = signature.sign();
    signature.initVerify(open);
    signature.update(something);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("another key");
    }
    return key;
  }

  /**
   * Both from one PKCS12 file.
   *
   * @throws UserError with exit code 2 if it is none, or has another password
   */
  public static ClientCertificate ofStore(byte[] store, String origin, Secret password) {
    char[] characters = password.reveal().toCharArray();
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(new ByteArrayInputStream(store), characters);
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.getKey(alias, characters) instanceof PrivateKey key) {
          List<X509Certificate> chain = new ArrayList<>();
          for (Certificate one : keys.getCertificateChain(alias)) {
            chain.add((X509Certificate) one);
          }
          return new ClientCertificate(key, chain);
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      // answered below, without the cause
    }
    throw UserError.usage(
        "the file that " + origin + " names is no PKCS12 file with a key, or has another password",
        "Set LOADTEST_CERT_PASSWORD to its password, or give PEM with --cert-file and --key-file.");
  }

  /** For the evidence: the beginning of the certificate's SHA-256. */
  public String words() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(chain.get(0).getEncoded());
      return "certificate " + HexFormat.of().formatHex(hash).substring(0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
