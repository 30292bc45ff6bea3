package chatload.cli;

import chatload.auth.Credential;
import chatload.auth.Secret;
import chatload.console.CommandContext;
import chatload.launch.TargetProcess;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code loadtest target}: the embedded chat service on its own. */
@Command(
    name = "target",
    description = {
      "Runs the embedded chat service on 127.0.0.1 until it is stopped (Ctrl-C).",
      "Its secret comes from AUTH_JWT_SECRET. All other options are the service's own: its protocol,"
          + " delays, faults, a journal. loadtest target --options lists them, and every fault."
    })
final class TargetCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = "--options",
      description = "List the service's options: protocol, delays, faults, journal.")
  private boolean options;

  @Unmatched private List<String> arguments = new ArrayList<>();

  TargetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (options) {
      return TargetProcess.runInForeground(context.home(), List.of("--help"), new Secret(""));
    }
    Map<Setting, String> flags = new EnumMap<>(Map.of(Setting.FILE, "none"));
    Settings settings = Settings.of(flags, context.properties(), context.environment());
    if (!(settings.credential().orElse(null) instanceof Credential.SigningSecret signing)) {
      throw UserError.usage(
          "AUTH_JWT_SECRET is not set, with which the service verifies tokens",
          "For example: export AUTH_JWT_SECRET=\"$(openssl rand -hex 32)\"");
    }
    List<String> all = new ArrayList<>(arguments);
    all.add("--stop-with-stdin");
    int code = TargetProcess.runInForeground(context.home(), all, signing.secret());
    return code == ExitCode.PASS.code() || code == ExitCode.USAGE.code()
        ? code
        : ExitCode.INTERNAL_ERROR.code();
  }
}
