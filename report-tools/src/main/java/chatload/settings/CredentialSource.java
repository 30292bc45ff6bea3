package chatload.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import chatload.auth.Credential;
import chatload.auth.CredentialKind;
import chatload.auth.Placement;
import chatload.auth.Secret;
import chatload.auth.Signing;
import chatload.auth.SigningAlgorithm;
import chatload.auth.SigningKey;
import chatload.auth.TokenClaims;
import chatload.auth.UserList;
import chatload.settings.GivenSettings.Given;
import chatload.settings.GivenSettings.Source;
import chatload.tool.UserError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the one credential among secrets, tokens and keys, and files with one of them. */
final class CredentialSource {

  private static final List<Setting> OF_TOKENS =
      List.of(Setting.JWT_TOKEN_FILE, Setting.SECRET_FILE, Setting.SECRET, Setting.JWT_TOKEN);

  private static final List<Setting> OF_KEYS = List.of(Setting.API_KEY_FILE, Setting.API_KEY);

  /** These name files, and are set on purpose for this run. */
  private static final List<Setting> FILES =
      List.of(Setting.SECRET_FILE, Setting.JWT_TOKEN_FILE, Setting.API_KEY_FILE);

  /**
   * What was found.
   *
   * @param credential empty if none was given where one is needed
   * @param placement where in a request it is
   */
  record Found(Optional<Credential> credential, Placement placement) {}

  private final GivenSettings given;
  private final CredentialKind kind;

  private CredentialSource(GivenSettings given) {
    this.given = given;
    this.kind =
        given
            .get(Setting.CREDENTIAL)
            .map(said -> CredentialKind.of(said.value(), said.origin()))
            .orElse(CredentialKind.UNSAID);
  }

  /**
   * The usual precedence, except that among variables one that names a file wins, because it is set
   * on purpose for this run. Two credentials given in the same way are refused.
   *
   * @param protocol by which a key is sent if nothing says how
   */
  static Found resolve(GivenSettings given, String protocol) {
    return new CredentialSource(given).find(protocol);
  }

  /** What gives the credential; empty if nothing does. */
  static Optional<Setting> source(GivenSettings given) {
    CredentialSource source = new CredentialSource(given);
    return source.kind == CredentialKind.NONE ? Optional.empty() : source.first(source.sources());
  }

  private Found find(String protocol) {
    if (given.get(Setting.URL).isEmpty()) {
      return forEmbedded();
    }
    if (kind == CredentialKind.NONE) {
      refuse(OF_TOKENS);
      refuse(OF_KEYS);
      return new Found(Optional.of(new Credential.None()), Placement.NOWHERE);
    }
    if (kind == CredentialKind.JWT) {
      refuse(OF_KEYS);
    } else if (kind != CredentialKind.UNSAID) {
      refuse(List.of(Setting.SECRET_FILE, Setting.SECRET));
    }
    Optional<Setting> found = first(sources());
    if (found.isEmpty()) {
      return nothing(protocol);
    }
    Setting source = found.get();
    Given value = given.get(source).orElseThrow();
    if (OF_TOKENS.contains(source) && kind != CredentialKind.TOKEN) {
      return new Found(Optional.of(ofToken(source, value)), Placement.BEARER);
    }
    Placement placement =
        kind == CredentialKind.UNSAID
            ? usual(protocol)
            : kind.placement(
                given.get(Setting.CREDENTIAL).orElseThrow().value(), origin(Setting.CREDENTIAL));
    return new Found(Optional.of(key(read(source, value), value, placement)), placement);
  }

  /** The embedded service takes tokens alone, whatever it speaks. */
  private Found forEmbedded() {
    if (kind != CredentialKind.UNSAID && kind != CredentialKind.JWT) {
      throw UserError.usage(
          origin(Setting.CREDENTIAL) + " is given, but no --url",
          "Give --url, or leave it out: the embedded chat service takes signed tokens.");
    }
    return new Found(
        first(OF_TOKENS).map(source -> ofToken(source, given.get(source).orElseThrow())),
        Placement.BEARER);
  }

  private Found nothing(String protocol) {
    if (kind == CredentialKind.UNSAID && !protocol.equals(ProtocolSetting.EYWA)) {
      return new Found(Optional.of(new Credential.None()), Placement.NOWHERE);
    }
    if (kind == CredentialKind.UNSAID || kind == CredentialKind.JWT) {
      return new Found(Optional.empty(), Placement.BEARER);
    }
    throw UserError.usage(
        given.get(Setting.CREDENTIAL).orElseThrow().origin() + " is given, but no key",
        "Set " + Setting.API_KEY.variable() + ", or give --api-key-file FILE.");
  }

  /** How the services that speak a protocol take their keys. */
  private static Placement usual(String protocol) {
    return switch (protocol) {
      case "anthropic" -> Placement.ofHeader("x-api-key");
      case "gemini" -> Placement.ofHeader("x-goog-api-key");
      default -> Placement.BEARER;
    };
  }

  /** What was given on purpose for this run must not go unused. */
  private void refuse(List<Setting> others) {
    for (Setting other : others) {
      if (given.source(other).filter(this::isOnPurpose).isPresent()) {
        throw UserError.usage(
            origin(other)
                + " is given, but "
                + origin(Setting.CREDENTIAL)
                + " asks for another one",
            "Give one credential.");
      }
    }
  }

  /** In this command, or where the kind is said. */
  private boolean isOnPurpose(Source source) {
    boolean isInFile =
        given.source(Setting.CREDENTIAL).filter(Source.GATE_FILE::equals).isPresent();
    return source.isOnPurpose() || source == Source.GATE_FILE && isInFile;
  }

  private List<Setting> sources() {
    List<Setting> sources = new ArrayList<>();
    switch (kind) {
      case UNSAID -> {
        sources.addAll(OF_TOKENS);
        sources.addAll(OF_KEYS);
      }
      case JWT -> sources.addAll(OF_TOKENS);
      case TOKEN -> {
        sources.addAll(List.of(Setting.JWT_TOKEN_FILE, Setting.JWT_TOKEN));
        sources.addAll(OF_KEYS);
      }
      default -> sources.addAll(OF_KEYS);
    }
    return sources;
  }

  private Optional<Setting> first(List<Setting> sources) {
    SortedMap<Integer, List<Setting>> byRank =
        sources.stream()
            .filter(setting -> given.source(setting).isPresent())
            .collect(groupingBy(this::rank, TreeMap::new, toList()));
    if (byRank.isEmpty()) {
      return Optional.empty();
    }
    List<Setting> first = byRank.get(byRank.firstKey());
    if (first.size() > 1) {
      throw UserError.usage(
          origin(first.get(0)) + " and " + origin(first.get(1)) + " are both given",
          "Give one credential, or say with --credential which it is.");
    }
    return Optional.of(first.get(0));
  }

  private int rank(Setting setting) {
    Source source = given.source(setting).orElseThrow();
    return 2 * source.ordinal() - (source == Source.VARIABLE && FILES.contains(setting) ? 1 : 0);
  }

  private String origin(Setting setting) {
    return given.get(setting).orElseThrow().origin();
  }

  private Credential ofToken(Setting source, Given value) {
    String text = read(source, value);
    if (source == Setting.JWT_TOKEN || source == Setting.JWT_TOKEN_FILE) {
      return token(text, value);
    }
    Signing signing = signing();
    Secret secret = new Secret(text);
    SigningKey.of(secret, signing, value.origin()); // now, not when the first token is made
    return new Credential.SigningSecret(secret, signing);
  }

  private Signing signing() {
    return new Signing(
        algorithm(),
        given.flag(Setting.SECRET_BASE64),
        given.get(Setting.JWT_KEY_ID).map(Given::value).orElse(null),
        given.get(Setting.CLAIMS_FILE).map(file -> SettingFile.read(file, "claims")).orElse(null),
        given
            .get(Setting.USERS)
            .map(
                file ->
                    UserList.of(
                        SettingFile.read(file, "the users"),
                        "the file that " + file.origin() + " names"))
            .orElse(List.of()));
  }

  private SigningAlgorithm algorithm() {
    try {
      return SigningAlgorithm.valueOf(given.text(Setting.JWT_ALGORITHM).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw UserError.usage(
          origin(Setting.JWT_ALGORITHM) + " is no such algorithm",
          "Accepted: " + SigningAlgorithm.names() + ".");
    }
  }

  private static Credential token(String value, Given given) {
    requireSendable(
        value, given, "Give the bare JWT: three parts joined by dots, without \"Bearer\".");
    if (value.split("\\.", -1).length != 3) {
      throw UserError.usage(
          "the token from " + given.origin() + " is not a JWT",
          "Give the bare JWT: three parts joined by dots; of another token say --credential token.");
    }
    return new Credential.ReadyToken(new Secret(value));
  }

  private static void requireSendable(String value, Given given, String hint) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw UserError.usage(
          "the token from " + given.origin() + " contains spaces or other unusable characters",
          hint);
    }
  }

  private static Credential key(String value, Given given, Placement placement) {
    if (placement.equals(Placement.BASIC)) {
      return basic(value, given);
    }
    requireSendable(
        value, given, "Give the bare key, without quotes and without its header's name.");
    Secret secret = new Secret(value);
    return placement.equals(Placement.BEARER) && isJwt(secret)
        ? new Credential.ReadyToken(secret)
        : new Credential.Fixed(secret, List.of(secret));
  }

  /** Then it is known when it expires, and whose it is. */
  private static boolean isJwt(Secret token) {
    try {
      TokenClaims.of(token);
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  private static Credential basic(String value, Given given) {
    int colon = value.indexOf(':');
    if (colon < 1 || value.chars().anyMatch(Character::isISOControl)) {
      throw UserError.usage(
          "what " + given.origin() + " gives is not USER:PASSWORD", "Give both, in one line.");
    }
    Secret whole = new Secret(value);
    String sent = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    return new Credential.Fixed(
        new Secret(sent), List.of(new Secret(sent), whole, new Secret(value.substring(colon + 1))));
  }

  /** A file without its last line ends. */
  private static String read(Setting source, Given value) {
    return FILES.contains(source)
        ? SettingFile.read(value, "the credential").replaceFirst("[\r\n]+\\z", "")
        : value.value();
  }
}
