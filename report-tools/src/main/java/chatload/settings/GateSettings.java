package chatload.settings;

import chatload.files.Sha256;
import chatload.gate.Entry;
import chatload.gate.GateFile;
import chatload.gate.Key;
import chatload.gate.Reference;
import chatload.reach.UrlCheck;
import chatload.run.GateUsed;
import chatload.run.PlannedScenario;
import chatload.settings.GivenSettings.Given;
import chatload.settings.GivenSettings.Source;
import chatload.text.Masked;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gate file as a source of settings. A value is looked up no sooner than it is asked for. */
public final class GateSettings {

  /** In the place of a file: no gate file counts. */
  public static final String NONE = "none";

  /** Before a path: the text of that file. */
  public static final String FILE = Reference.FILE;

  private static final List<Key> KEYS =
      Stream.of(Setting.values()).flatMap(setting -> setting.key().stream()).toList();

  private final Path path;
  private final GateFile file;
  private final Map<String, String> environment;

  private GateSettings(Path path, GateFile file, Map<String, String> environment) {
    this.path = path;
    this.file = file;
    this.environment = environment;
  }

  /**
   * The file that was named, else the one in the current directory.
   *
   * @throws UserError with exit code 2 if it can't be read or is none
   */
  static Optional<GateSettings> find(Optional<Given> named, Map<String, String> environment) {
    String name = named.map(Given::value).orElse(GateFile.NAME);
    if (name.equals(NONE) || named.isEmpty() && !Files.exists(Path.of(name))) {
      return Optional.empty();
    }
    String what = named.map(given -> "the gate file of " + given.origin()).orElse(name);
    String text = SettingFile.read(name, what, "the settings");
    return Optional.of(
        new GateSettings(
            Path.of(name), GateFile.parse(name, text, KEYS, PlannedScenario.NAME), environment));
  }

  /**
   * @param name of a file that is about to be written
   * @throws UserError with exit code 2 if that text is no gate file
   */
  public static void requireGood(String name, String text) {
    GateFile.parse(name, text, KEYS, PlannedScenario.NAME);
  }

  /**
   * @param url for a gate file that is about to be written: the chat URL, or a reference to it
   * @throws UserError with exit code 2 if it can't stand there
   */
  public static void requireUrl(String url) {
    if (Reference.isVariable(url)) {
      return;
    }
    String flag = Setting.URL.flag();
    UrlCheck.parse(flag, url);
    if (!Masked.of(url).equals(url)) {
      String variable = Setting.URL.variable();
      throw UserError.usage(
          flag + " holds what looks like a credential, and the file becomes part of the evidence",
          "Set " + variable + ", and give " + flag + " '${" + variable + "}'.");
    }
  }

  /**
   * Settings, and what the gate file says beside them.
   *
   * @param overruled what the file says and something else wins over: by key, with what that is
   * @param isOtherRequest whether requests are others than the protocol's own
   */
  public record Looked(Settings settings, Map<String, String> overruled, boolean isOtherRequest) {}

  /**
   * Resolves and checks every setting.
   *
   * @throws UserError with exit code 2 for the first value that can't be used
   */
  public static Looked look(
      Map<Setting, String> flags, Properties properties, Map<String, String> environment) {
    GivenSettings given = new GivenSettings(flags, properties, environment);
    Settings settings = Settings.of(given);
    Map<String, String> overruled = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      given
          .gate()
          .flatMap(gate -> gate.entry(setting))
          .filter(entry -> !takes(entry, setting.variable()))
          .flatMap(entry -> given.get(setting))
          .filter(winner -> winner.source() != Source.GATE_FILE)
          .ifPresent(winner -> overruled.put(setting.key().orElseThrow().path(), winner.origin()));
    }
    return new Looked(settings, overruled, given.get(Setting.REQUEST).isPresent());
  }

  /** Whether that variable is what the file asks for. */
  private static boolean takes(Entry entry, String variable) {
    return entry.parts().stream()
        .map(Entry.Part::value)
        .anyMatch(
            value -> value.source() == Reference.Source.VARIABLE && value.text().equals(variable));
  }

  GateFile file() {
    return file;
  }

  /** For the evidence. */
  GateUsed used() {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    return new GateUsed(
        path.getFileName().toString(), Sha256.of(out -> out.write(bytes)), file.text());
  }

  /**
   * Anybody may have written what stands in a report directory.
   *
   * @throws UserError with exit code 2 if this file stands there
   */
  void requireOutside(Path reportDir) {
    try {
      if (!Files.exists(reportDir)) {
        return;
      }
      Path root = reportDir.toRealPath();
      Path folder = path.toAbsolutePath().getParent().toRealPath();
      if (!folder.startsWith(root) && !path.toRealPath().startsWith(root)) {
        return;
      }
    } catch (IOException e) {
      throw UserError.usage(path + " can't be looked at: " + e, "Check its permissions.");
    }
    throw UserError.usage(
        path + " stands in the report directory, so it can't say what is closed",
        "Move it out of there, or give --file none and --issue, --epic and --repo.");
  }

  boolean says(Setting setting) {
    return entry(setting).isPresent();
  }

  private Optional<Entry> entry(Setting setting) {
    return setting.key().flatMap(key -> file.entry(key.path()));
  }

  Optional<Given> given(Setting setting) {
    return entry(setting)
        .map(entry -> new Given(value(setting, entry), entry.origin(), Source.GATE_FILE));
  }

  private String value(Setting setting, Entry entry) {
    Key.Form form = setting.key().orElseThrow().form();
    String value =
        entry.parts().stream()
            .map(part -> (part.name() == null ? "" : part.name() + ": ") + value(part.value()))
            .collect(Collectors.joining(form == Key.Form.LINES ? "\n" : ","));
    return form == Key.Form.PATH && !setting.isWord(value) ? beside(value, entry.origin()) : value;
  }

  /** A value of a scenario. */
  Given given(Reference reference) {
    return new Given(value(reference), reference.origin(), Source.GATE_FILE);
  }

  /** The value itself, or what a variable or a file says. */
  private String value(Reference reference) {
    return switch (reference.source()) {
      case HERE -> reference.text();
      case VARIABLE -> variable(reference);
      case FILE ->
          SettingFile.read(
                  beside(reference.text(), reference.origin()),
                  "the file that " + reference.origin() + " names",
                  "the value")
              .replaceFirst("[\r\n]+\\z", "");
    };
  }

  private String variable(Reference reference) {
    String value = environment.getOrDefault(reference.text(), "");
    if (value.isEmpty()) {
      throw UserError.usage(
          reference.origin() + ": the variable " + reference.text() + " is not set",
          "Set it, or write file:PATH for a file's text.");
    }
    return value;
  }

  /** A path in the file, as seen from here. */
  private String beside(String given, String origin) {
    try {
      return path.resolveSibling(given).toString();
    } catch (InvalidPathException e) {
      throw UserError.usage(
          origin + " is not a path: " + e.getReason(), "Give the path of a file.");
    }
  }
}
