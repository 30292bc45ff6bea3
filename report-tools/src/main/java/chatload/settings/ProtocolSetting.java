package chatload.settings;

import chatload.auth.Secret;
import chatload.gate.GateFile;
import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Protocols;
import chatload.protocol.mapping.RequestOverlay;
import chatload.protocol.mapping.Spoken;
import chatload.run.ProtocolUsed;
import chatload.settings.GivenSettings.Given;
import chatload.settings.GivenSettings.Source;
import chatload.text.Spelling;
import chatload.tool.UserError;
import chatload.yaml.Yaml;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the target speaks: one of the protocols that are built in, or what a file describes. */
public final class ProtocolSetting {

  /** The protocol of the checklist's service. */
  public static final String EYWA = "eywa";

  /** What is asked of the embedded chat service where a protocol needs a model. */
  private static final String EMBEDDED_MODEL = "embedded";

  private ProtocolSetting() {}

  /** All names, the default first. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(EYWA));
    names.addAll(Protocols.described());
    return names;
  }

  /** All that are built in, in the same order. */
  public static List<ChatProtocol> all() {
    List<ChatProtocol> all = new ArrayList<>(List.of(ChatProtocol.EYWA));
    Protocols.described().forEach(name -> all.add(Protocols.named(name)));
    return all;
  }

  static Spoken resolve(GivenSettings given) {
    Optional<Given> asked = given.get(Setting.PROTOCOL);
    boolean isEmbedded = given.get(Setting.URL).isEmpty();
    String model = given.get(Setting.MODEL).map(Given::value).orElse(null);
    Spoken spoken =
        given.text(Setting.PROTOCOL).equals(EYWA)
            ? new Spoken(Spoken.EYWA.protocol(), null, model)
            : described(asked.orElseThrow(), model);
    Optional<Given> request = given.get(Setting.REQUEST);
    if (request.isPresent()) {
      spoken = asking(given, request.get(), spoken);
    }
    if (isEmbedded && !spoken.isEywa() && !isBuiltIn(used(spoken))) {
      throw UserError.usage(
          "the embedded chat service speaks what is built in, and not " + spoken.protocol().name(),
          "Give --url, or one of --protocol " + String.join(", ", names()) + ".");
    }
    if (isEmbedded && spoken.protocol().needsModel() && model == null) {
      return new Spoken(spoken.protocol(), spoken.text(), EMBEDDED_MODEL);
    }
    if (spoken.protocol().needsModel() != (model != null)) {
      String said = model == null ? "asks for a model, and none was given" : "asks for no model";
      throw UserError.usage(
          inFile(asked) + "the protocol " + spoken.protocol().name() + " " + said,
          model == null
              ? "Give --model NAME. In a gate file: target.model."
              : "Leave --model away, or name another --protocol.");
    }
    return filled(spoken, given);
  }

  /** With another request than its own. */
  private static Spoken asking(GivenSettings given, Given request, Spoken spoken) {
    if (given.get(Setting.URL).isEmpty()) {
      throw UserError.usage(
          request.origin() + " is given, but no URL",
          "Give --url, or target.url: the embedded chat service is asked as it wants to be.");
    }
    if (spoken.isEywa()) {
      throw UserError.usage(
          request.origin() + ": the protocol eywa is asked as it wants to be",
          "Name the protocol with --protocol, or as target.protocol.");
    }
    Optional<GateFile> gate =
        given.gate().map(GateSettings::file).filter(file -> request.source() == Source.GATE_FILE);
    String key = Setting.REQUEST.key().orElseThrow().path();
    return gate.isPresent()
        ? RequestOverlay.over(spoken, gate.get().name(), key, gate.get().tree(key).orElseThrow())
        : RequestOverlay.over(
            spoken, request.origin(), "", Yaml.parse(request.origin(), request.value(), "{"));
  }

  /** With the environment variables that its requests hold. */
  private static Spoken filled(Spoken spoken, GivenSettings given) {
    Map<String, Secret> values = new HashMap<>();
    for (String name : spoken.protocol().variables()) {
      String value = given.variable(name).map(Given::value).orElse("");
      if (value.isEmpty()) {
        throw UserError.usage(
            "the protocol "
                + spoken.protocol().name()
                + " sends ${env:"
                + name
                + "}, which is not set",
            "Set the variable " + name + ".");
      }
      if (value.contains("${") || value.chars().anyMatch(Character::isISOControl)) {
        throw UserError.usage(
            name + " holds ${, a line end or another control character",
            "The protocol " + spoken.protocol().name() + " sends it: give it as one line of text.");
      }
      values.put(name, new Secret(value));
    }
    return values.isEmpty() ? spoken : spoken.with(values);
  }

  /** The line of the gate file, if it asks for the protocol. */
  private static String inFile(Optional<Given> asked) {
    return asked
        .filter(given -> given.source() == Source.GATE_FILE)
        .map(given -> given.origin() + ": ")
        .orElse("");
  }

  private static Spoken described(Given asked, String model) {
    return Protocols.described().contains(asked.value())
        ? Spoken.of(asked.value() + ".yaml", Protocols.text(asked.value()), model)
        : ofFile(asked, model);
  }

  /**
   * Whether a model has to be named beside it.
   *
   * @throws UserError with exit code 2 for a name of no protocol
   */
  public static boolean asksForModel(String value) {
    if (!isName(value) || value.equals(EYWA)) {
      return false;
    }
    return described(new Given(value, Setting.PROTOCOL.flag(), Source.FLAG), null)
        .protocol()
        .needsModel();
  }

  /** Whether a value can be nothing but a name; all else is a file. */
  static boolean isName(String value) {
    return !value.matches(".*[./\\\\].*");
  }

  private static Spoken ofFile(Given given, String model) {
    if (isName(given.value())) {
      List<String> near = Spelling.near(given.value(), names());
      throw UserError.usage(
          given.origin() + " names no protocol",
          (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ")
              + "Accepted: "
              + String.join(", ", names())
              + ", or a file such as ./mine.yaml.");
    }
    String text = SettingFile.read(given, "the description of a protocol");
    Spoken spoken = Spoken.of(new File(given.value()).getName(), text, model);
    String name = spoken.protocol().name();
    boolean isChanged = !Protocols.described().contains(name) || !Protocols.text(name).equals(text);
    if (names().contains(name) && isChanged) {
      throw UserError.usage(
          given.origin() + " names a file that calls itself " + name + ", and is not the one of it",
          "Give it a name of its own: protocol: my-" + name + ".");
    }
    return spoken;
  }

  /** Whether it is one that is built in, and as it is in this version. */
  public static boolean isBuiltIn(ProtocolUsed used) {
    return Protocols.described().contains(used.name())
        && Spoken.of(used.name(), Protocols.text(used.name()), null).sha256().equals(used.sha256());
  }

  /** For the evidence; null for the protocol of the checklist's service. */
  public static ProtocolUsed used(ClientSettings client) {
    return client.spoken().isEywa() ? null : used(client.spoken());
  }

  private static ProtocolUsed used(Spoken spoken) {
    return new ProtocolUsed(
        spoken.protocol().name(),
        spoken.sha256(),
        spoken.protocol().seesCuts(),
        spoken.model(),
        spoken.text());
  }
}
