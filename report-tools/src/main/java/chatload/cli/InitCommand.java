package chatload.cli;

import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.gate.GateFile;
import chatload.settings.GateSettings;
import chatload.settings.ProtocolSetting;
import chatload.settings.Setting;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loadtest init}. */
@Command(
    name = "init",
    description = {
      "Writes a gate file to start from, with every key and what it is for.",
      "It is chatload.yaml in the current directory, or the file of --file, and never overwrites"
          + " one."
    },
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  private static final String EXAMPLE = "https://preview.example/api/chat";

  private final CommandContext context;

  @Spec private CommandSpec spec;

  InitCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Map<Setting, String> values = new EnumMap<>(SettingOptions.given(spec));
    NewGateFile file =
        new NewGateFile(values.getOrDefault(Setting.FILE, GateFile.NAME), Setting.FILE.flag());
    values.remove(Setting.FILE);
    Optional.ofNullable(values.putIfAbsent(Setting.URL, EXAMPLE))
        .ifPresent(GateSettings::requireUrl);
    String protocol =
        values.computeIfAbsent(Setting.PROTOCOL, setting -> setting.byDefault().orElseThrow());
    if (ProtocolSetting.asksForModel(protocol)) {
      values.putIfAbsent(Setting.MODEL, "MODEL");
    } else if (values.containsKey(Setting.MODEL)) {
      throw UserError.usage(
          "the protocol of --protocol asks for no model",
          "Leave --model away, or name another --protocol.");
    }
    if (protocol.equals(ProtocolSetting.EYWA)) {
      values.putIfAbsent(Setting.SECRET, "${" + Setting.SECRET.variable() + "}");
    }
    file.write(values);
    context.out().println("Written: " + file);
    context.out().println("Next: fill in what you know, then ./loadtest check" + file.inWords());
    return ExitCode.PASS.code();
  }
}
