package chatload.cli;

import chatload.console.CommandContext;
import chatload.gate.GateFile;
import chatload.settings.GateSettings;
import chatload.settings.ProtocolSetting;
import chatload.settings.Setting;
import chatload.template.GateTemplate;
import chatload.text.ShellWords;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    String file = values.getOrDefault(Setting.FILE, GateFile.NAME);
    if (file.equals(GateSettings.NONE)) {
      throw UserError.usage("--file none names no file to write", "Name one, or leave it away.");
    }
    values.remove(Setting.FILE);
    values.putIfAbsent(Setting.URL, EXAMPLE);
    String protocol =
        values.computeIfAbsent(Setting.PROTOCOL, setting -> setting.byDefault().orElseThrow());
    if (ProtocolSetting.asksForModel(protocol)) {
      values.putIfAbsent(Setting.MODEL, "MODEL");
    }
    if (protocol.equals(ProtocolSetting.EYWA)) {
      values.putIfAbsent(Setting.SECRET, "${" + Setting.SECRET.variable() + "}");
    }
    String text = GateTemplate.of(values);
    GateSettings.requireGood(file, text);
    try {
      Files.writeString(Path.of(file), text, StandardOpenOption.CREATE_NEW);
    } catch (NoSuchFileException e) {
      throw UserError.usage(
          "the directory of --file does not exist", "Make it, or name a file in another one.");
    } catch (FileAlreadyExistsException e) {
      throw UserError.input(
          file + " exists already and is never overwritten", "Name another with --file.");
    }
    context.out().println("Written: " + file);
    String named = file.equals(GateFile.NAME) ? "" : " --file " + ShellWords.join(List.of(file));
    context.out().println("Next: fill in what you know, then ./loadtest check" + named);
    return ExitCode.PASS.code();
  }
}
