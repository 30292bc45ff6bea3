package chatload.settings;

import chatload.gate.Reference;
import chatload.protocol.ChatProtocol;
import chatload.settings.GivenSettings.Given;
import chatload.settings.GivenSettings.Source;
import chatload.text.Masked;
import chatload.tool.UserError;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Settings of a probe, which can be told to find out what a service speaks. */
public final class ProbeSettings {

  /** In the place of a protocol's name. */
  public static final String AUTO = "auto";

  /** What a file holds that another setting names. */
  private static final Map<Setting, Setting> IN_FILES =
      Map.of(
          Setting.API_KEY_FILE, Setting.API_KEY,
          Setting.SECRET_FILE, Setting.SECRET,
          Setting.JWT_TOKEN_FILE, Setting.JWT_TOKEN,
          Setting.PROXY_CREDENTIAL_FILE, Setting.PROXY_CREDENTIAL,
          Setting.HEADER_FILE, Setting.HEADERS);

  /** One of them gives the credential. */
  private static final Set<Setting> CREDENTIALS =
      EnumSet.of(
          Setting.API_KEY_FILE,
          Setting.API_KEY,
          Setting.SECRET_FILE,
          Setting.SECRET,
          Setting.JWT_TOKEN_FILE,
          Setting.JWT_TOKEN);

  private ProbeSettings() {}

  /**
   * The settings, with a URL, for each protocol that can be asked in, by their names; one alone if
   * one was named. Those that ask for a model, or a credential, are left out where there is none.
   *
   * @throws UserError with exit code 2 for the first value that can't be used
   */
  public static Map<String, Settings> of(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    GivenSettings given = new GivenSettings(flags, properties, environment);
    if (given.get(Setting.URL).isEmpty()) {
      throw UserError.usage(
          "there is no URL to probe",
          "Give the chat URL with --url (LOADTEST_URL), or as target.url in a gate file; loadtest"
              + " target runs the embedded chat service, to try it on.");
    }
    Map<String, Settings> all = new LinkedHashMap<>();
    if (!isAuto(given)) {
      Settings settings = Settings.of(given);
      all.put(settings.client().protocol().name(), settings);
      return all;
    }
    given
        .get(Setting.REQUEST)
        .ifPresent(
            request -> {
              throw UserError.usage(
                  request.origin() + " says what is asked, and nothing how the answer is read",
                  "Name the protocol, with --protocol or as target.protocol.");
            });
    boolean hasModel = given.get(Setting.MODEL).isPresent();
    for (ChatProtocol protocol : ProtocolSetting.all()) {
      GivenSettings one = given.with(Setting.PROTOCOL, protocol.name());
      if (hasModel || !protocol.needsModel()) {
        Settings settings = Settings.of(protocol.needsModel() ? one : one.without(Setting.MODEL));
        settings.credential().ifPresent(known -> all.put(protocol.name(), settings));
      }
    }
    return all;
  }

  /**
   * @throws UserError with exit code 2 if there is a gate file already
   */
  public static void requireNoGate(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    new GivenSettings(flags, properties, environment)
        .gate()
        .ifPresent(
            gate -> {
              throw UserError.usage(
                  gate.file().name() + " is there already, and says what the service is asked",
                  "Leave --write away, or give --file none beside it.");
            });
  }

  /** Whether the protocol is to be found out. */
  public static boolean isAuto(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    return isAuto(new GivenSettings(flags, properties, environment));
  }

  private static boolean isAuto(GivenSettings given) {
    return given.get(Setting.PROTOCOL).map(one -> one.value().equals(AUTO)).orElse(true);
  }

  /**
   * What a gate file says so that a job asks as a probe did, by settings with a key; secrets, and
   * whatever looks like one, as references.
   *
   * @param protocol that it was
   * @param hasModel whether that asks for a model
   */
  public static Map<Setting, String> toWrite(
      Map<Setting, String> flags,
      Properties properties,
      Map<String, String> environment,
      String protocol,
      boolean hasModel) {
    GivenSettings given = new GivenSettings(flags, properties, environment);
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    Optional<Setting> credential = CredentialSource.source(given);
    for (Setting setting : Setting.values()) {
      boolean isOfProbe = setting.isSecret() || setting.takers().contains(Declared.Taker.PROBE);
      boolean isOther = CREDENTIALS.contains(setting) && !credential.equals(Optional.of(setting));
      if (isOfProbe && !isOther) {
        given.get(setting).ifPresent(one -> put(values, setting, one));
      }
    }
    if (isAuto(given)) {
      values.put(Setting.PROTOCOL, protocol);
    }
    if (!hasModel) {
      values.remove(Setting.MODEL);
    }
    return values;
  }

  private static void put(Map<Setting, String> values, Setting setting, Given one) {
    Setting inFile = IN_FILES.getOrDefault(setting, setting);
    if (inFile != setting) {
      values.put(inFile, GateSettings.FILE + one.value());
    } else if (setting.key().isPresent()) {
      values.putIfAbsent(
          setting, isSafe(setting, one) ? one.value() : "${" + setting.variable() + "}");
    }
  }

  private static boolean isSafe(Setting setting, Given one) {
    boolean isKept =
        setting == Setting.URL && one.source() == Source.VARIABLE && one.value().contains("?");
    return !setting.isSecret()
        && !isKept
        && !Reference.looksLikeOne(one.value())
        && Masked.of(one.value()).equals(one.value());
  }
}
