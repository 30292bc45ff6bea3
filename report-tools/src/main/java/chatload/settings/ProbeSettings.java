package chatload.settings;

import chatload.protocol.ChatProtocol;
import chatload.tool.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Settings of a probe, which can be told to find out what a service speaks. */
public final class ProbeSettings {

  /** In the place of a protocol's name. */
  public static final String AUTO = "auto";

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
          "Give the chat URL with --url (LOADTEST_URL); loadtest target runs the embedded chat"
              + " service, to try it on.");
    }
    Map<String, Settings> all = new LinkedHashMap<>();
    if (!isAuto(given)) {
      Settings settings = Settings.of(given);
      all.put(settings.client().protocol().name(), settings);
      return all;
    }
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

  /** Whether the protocol is to be found out. */
  public static boolean isAuto(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    return isAuto(new GivenSettings(flags, properties, environment));
  }

  private static boolean isAuto(GivenSettings given) {
    return given.get(Setting.PROTOCOL).map(one -> one.value().equals(AUTO)).orElse(true);
  }
}
