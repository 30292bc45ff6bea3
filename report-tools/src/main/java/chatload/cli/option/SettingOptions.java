package chatload.cli.option;

import chatload.console.CommandContext;
import chatload.run.GateUsed;
import chatload.settings.ClosureSettings;
import chatload.settings.Declared;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.words.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that are settings: made from their declarations, and read back. */
public final class SettingOptions {

  private SettingOptions() {}

  /** Gives a command an option for every setting that it takes. */
  public static void addTo(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    Declared.takenBy(spec.name()).forEach(setting -> spec.addOption(option(setting)));
  }

  private static OptionSpec option(Setting setting) {
    OptionSpec.Builder option = OptionSpec.builder(setting.flag()).description(help(setting));
    if (setting.kind() == Setting.Kind.FLAG) {
      return option.type(boolean.class).build();
    }
    option.paramLabel(setting.label());
    return setting.isRepeatable()
        ? option.type(List.class).auxiliaryTypes(String.class).build()
        : option.type(String.class).build();
  }

  /** Two lines; picocli takes them for formats. */
  private static String[] help(Setting setting) {
    String byDefault =
        setting.byDefault().or(setting::without).map(text -> "; default: " + text).orElse("");
    return new String[] {
      setting.description().replace("%", "%%"),
      ("(env: " + setting.variable() + byDefault + ")").replace("%", "%%")
    };
  }

  /** What the command line of a command says, of the settings that it takes. */
  public static Map<Setting, String> given(CommandSpec spec) {
    ParseResult parsed = spec.commandLine().getParseResult();
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    for (Setting setting : Declared.takenBy(spec.name())) {
      if (parsed.hasMatchedOption(setting.flag())) {
        flags.put(setting, text(parsed.matchedOption(setting.flag()).getValue()));
      }
    }
    return flags;
  }

  private static String text(Object value) {
    return value instanceof List<?> several
        ? String.join(",", several.stream().map(String::valueOf).toList())
        : value.toString();
  }

  /**
   * All settings, for a command that takes some of them as options. It warns of secrets among the
   * arguments.
   */
  public static Settings settings(CommandContext context, Map<Setting, String> flags) {
    return told(context, flags, Settings.of(flags, context.properties(), context.environment()));
  }

  /** Says what there is to say of settings. */
  public static Settings told(
      CommandContext context, Map<Setting, String> flags, Settings settings) {
    tell(context, settings.gate());
    warn(context, flags);
    return settings;
  }

  /** Of what others can see of the command line. */
  public static void warn(CommandContext context, Map<Setting, String> flags) {
    if (flags.keySet().stream().anyMatch(Setting::isSecret)) {
      context
          .err()
          .println(
              "warning: --secret can be seen by every user of this machine while the command runs;"
                  + " use AUTH_JWT_SECRET or --secret-file");
    }
    if (flags.getOrDefault(Setting.URL, "").matches(".*[?].*=.*")) {
      context
          .err()
          .println(
              "warning: the query of --url can be seen by every user of this machine while the"
                  + " command runs; if it holds a key, use LOADTEST_URL, or a header in"
                  + " --header-file");
    }
  }

  /** What to type for the same again, without secrets. */
  public static List<String> words(Map<Setting, String> flags) {
    List<String> words = new ArrayList<>();
    flags.forEach(
        (setting, value) -> {
          if (setting.kind() == Setting.Kind.FLAG) {
            words.add(setting.flag() + (Boolean.parseBoolean(value) ? "" : "=" + value));
          } else if (!setting.isSecret()) {
            words.addAll(List.of(setting.flag(), value));
          }
        });
    return words;
  }

  private static void tell(CommandContext context, Optional<GateUsed> gate) {
    gate.ifPresent(file -> context.err().println("Gate file: " + file.title()));
  }

  /** What a command that closes an issue is told. */
  public static ClosureSettings closure(CommandContext context, CommandSpec spec, Path reportDir) {
    ClosureSettings settings =
        ClosureSettings.of(given(spec), context.properties(), context.environment(), reportDir);
    tell(context, settings.gate());
    return settings;
  }

  /** The language of the documents, if one was given. */
  public static Optional<Language> language(CommandContext context, CommandSpec spec) {
    return Settings.givenLanguage(given(spec), context.properties(), context.environment());
  }
}
