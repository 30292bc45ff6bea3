package chatload.auth;

import chatload.tool.UserError;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the private key in a PEM text, and says what else is there in its place. */
public final class Pkcs8 {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final String CONVERT =
      "openssl pkcs8 -topk8 -nocrypt -in KEY.pem -out KEY-pkcs8.pem writes it so.";

  private Pkcs8() {}

  /**
   * The bytes of the key, in the form that Java reads. No message repeats any of them.
   *
   * @param origin of the text, for messages
   * @throws UserError with exit code 2 if it holds none
   */
  public static byte[] of(Secret pem, String origin) {
    String what = "the key from " + origin;
    Matcher blocks = PEM.matcher(pem.reveal());
    String label = null;
    while (label == null && blocks.find()) {
      label = blocks.group(1).equals("EC PARAMETERS") ? null : blocks.group(1);
    }
    if (label == null) {
      throw UserError.usage(
          "what " + origin + " gives is no key in PEM",
          "Give the private key: a file that begins with -----BEGIN PRIVATE KEY-----.");
    }
    return switch (label) {
      case "PRIVATE KEY" -> bytes(blocks.group(2), what);
      case "ENCRYPTED PRIVATE KEY" ->
          throw UserError.usage(what + " is encrypted", "Give it without a password: " + CONVERT);
      case "RSA PRIVATE KEY" ->
          throw UserError.usage(what + " is PKCS#1, not PKCS#8", "Convert it: " + CONVERT);
      case "EC PRIVATE KEY" ->
          throw UserError.usage(what + " is SEC 1, not PKCS#8", "Convert it: " + CONVERT);
      default ->
          throw UserError.usage(
              what + " is a " + label.toLowerCase(Locale.ROOT) + ", not a private key",
              "Give the private key that belongs to it.");
    };
  }

  private static byte[] bytes(String base64, String what) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw UserError.usage(what + " is damaged", "Give the file as it was made.");
    }
  }
}
