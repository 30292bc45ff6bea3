package chatload.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import chatload.auth.Credential;
import chatload.auth.Secret;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the one credential among a secret, a token, and files with either. */
final class CredentialSource {

  /** HS256 needs a key at least as long as its hash (RFC 7518, section 3.2). */
  static final int MIN_SECRET_BYTES = 32;

  private static final List<Setting> CREDENTIALS =
      List.of(Setting.JWT_TOKEN_FILE, Setting.SECRET_FILE, Setting.SECRET, Setting.JWT_TOKEN);

  private CredentialSource() {}

  /**
   * The usual precedence, except that among variables one that names a file wins, because it is set
   * on purpose for this run. Two credentials given in the same way are refused.
   */
  static Optional<Credential> resolve(GivenSettings given) {
    SortedMap<Integer, List<Setting>> byRank =
        CREDENTIALS.stream()
            .filter(setting -> given.get(setting).isPresent())
            .collect(groupingBy(setting -> rank(setting, given), TreeMap::new, toList()));
    if (byRank.isEmpty()) {
      return Optional.empty();
    }
    List<Setting> first = byRank.get(byRank.firstKey());
    if (first.size() > 1) {
      throw UserError.usage(
          origin(first.get(0), given) + " and " + origin(first.get(1), given) + " are both given",
          "Give one credential.");
    }
    return Optional.of(credential(first.get(0), given.get(first.get(0)).orElseThrow()));
  }

  private static int rank(Setting setting, GivenSettings given) {
    String origin = origin(setting, given);
    if (origin.startsWith("--")) {
      return 0;
    }
    if (origin.startsWith("-D")) {
      return 1;
    }
    return setting == Setting.SECRET_FILE || setting == Setting.JWT_TOKEN_FILE ? 2 : 3;
  }

  private static String origin(Setting setting, GivenSettings given) {
    return given.get(setting).orElseThrow().origin();
  }

  private static Credential credential(Setting setting, Given given) {
    return switch (setting) {
      case JWT_TOKEN_FILE -> token(read(given), given);
      case JWT_TOKEN -> token(given.value(), given);
      case SECRET_FILE -> secret(read(given), given);
      case SECRET -> secret(given.value(), given);
      default -> throw new IllegalArgumentException(setting.name());
    };
  }

  private static Credential secret(String value, Given given) {
    Secret secret = new Secret(value);
    if (secret.bytes().length < MIN_SECRET_BYTES) {
      throw UserError.usage(
          "the secret from "
              + given.origin()
              + " has "
              + secret.bytes().length
              + " bytes; HS256 needs at least "
              + MIN_SECRET_BYTES,
          "Use the service's full secret. If its secret really is that short, make a token with the"
              + " service's own tooling and give it in AUTH_JWT_TOKEN or with --jwt-token-file.");
    }
    return new Credential.SigningSecret(secret);
  }

  private static Credential token(String value, Given given) {
    if (!value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw UserError.usage(
          "the token from " + given.origin() + " contains spaces or other unusable characters",
          "Give the bare JWT: three parts joined by dots, without \"Bearer\".");
    }
    if (value.split("\\.", -1).length != 3) {
      throw UserError.usage(
          "the token from " + given.origin() + " is not a JWT",
          "Give the bare JWT: three parts joined by dots.");
    }
    return new Credential.ReadyToken(new Secret(value));
  }

  /** The file without its last line ends. */
  private static String read(Given given) {
    return SettingFile.read(given, "the credential").replaceFirst("[\r\n]+\\z", "");
  }
}
