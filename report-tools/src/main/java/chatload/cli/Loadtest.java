package chatload.cli;

import chatload.cli.evidence.CompareCommand;
import chatload.cli.evidence.FinalizeCommand;
import chatload.cli.evidence.HistoryCommand;
import chatload.cli.evidence.MergeCommand;
import chatload.cli.evidence.OtlpCommand;
import chatload.cli.evidence.PrepareCommand;
import chatload.cli.evidence.ReportCommand;
import chatload.cli.evidence.ReviewCommand;
import chatload.cli.evidence.SignCommand;
import chatload.cli.evidence.StatsCommand;
import chatload.cli.evidence.VerifyCommand;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.tool.ArgumentRedaction;
import chatload.tool.ExitCode;
import chatload.tool.PathName;
import chatload.tool.UserError;
import chatload.tool.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The {@code loadtest} command and how all commands report errors. */
@Command(
    name = "loadtest",
    description = "Release-gate load tests for streaming chat services.",
    mixinStandardHelpOptions = true,
    versionProvider = Loadtest.Versions.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Loadtest implements Callable<Integer> {

  private final CommandContext context;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Loadtest(CommandContext context) {
    this.context = context;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(CommandContext context, String... args) {
    try {
      return commands(context, new ArgumentRedaction(args)).execute(args);
    } catch (OutOfMemoryError e) {
      context.err().println("loadtest: out of memory: " + e.getMessage());
      context.err().println("  Allow more, for example: export JAVA_TOOL_OPTIONS=-Xmx2g");
      return ExitCode.INTERNAL_ERROR.code();
    }
  }

  /** All commands with all their options. */
  static CommandLine commands(CommandContext context, ArgumentRedaction redaction) {
    CommandLine commands =
        new CommandLine(new Loadtest(context))
            .addSubcommand("init", new InitCommand(context))
            .addSubcommand("check", new CheckCommand(context))
            .addSubcommand("plan", new PlanCommand(context))
            .addSubcommand("scenarios", new ScenariosCommand(context))
            .addSubcommand("capacity", new CapacityCommand(context))
            .addSubcommand("preflight", new PreflightCommand(context))
            .addSubcommand("probe", new ProbeCommand(context))
            .addSubcommand("report", new ReportCommand(context))
            .addSubcommand("merge", new MergeCommand(context))
            .addSubcommand("review", new ReviewCommand(context, System.in))
            .addSubcommand("prepare", new PrepareCommand(context))
            .addSubcommand("finalize", new FinalizeCommand(context))
            .addSubcommand("verify", new VerifyCommand(context))
            .addSubcommand("sign", new SignCommand(context))
            .addSubcommand("compare", new CompareCommand(context))
            .addSubcommand("history", new HistoryCommand(context))
            .addSubcommand("stats", new StatsCommand(context))
            .addSubcommand("otlp", new OtlpCommand(context))
            .addSubcommand("token", new TokenCommand(context))
            .addSubcommand("target", new TargetCommand(context))
            .addSubcommand("protocol", new ProtocolCommand(context))
            .addSubcommand("help", new HelpCommand(context));
    commands
        .setOut(context.styledOut())
        .setErr(context.styledErr())
        .registerConverter(Path.class, Loadtest::path)
        .setUsageHelpAutoWidth(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                context.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((error, unused) -> usageError(context, error, redaction))
        .setExecutionExceptionHandler((error, line, unused) -> failure(context, error, redaction));
    withExitCodes(commands);
    commands
        .getSubcommands()
        .values()
        .forEach(
            command -> {
              SettingOptions.addTo(command);
              withExitCodes(command);
            });
    return commands;
  }

  private static Path path(String text) {
    try {
      return PathName.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("not a path: " + e.getMessage());
    }
  }

  private static void withExitCodes(CommandLine command) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(" " + code.code(), code + ": " + code.meaning());
    }
    command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    command.getCommandSpec().usageMessage().exitCodeList(codes);
  }

  /** Not 0: a pipeline whose command got lost must not take this for a PASS. */
  @Override
  public Integer call() {
    context.err().println("loadtest: no command given");
    context.err().println();
    spec.commandLine().usage(context.styledErr());
    return ExitCode.USAGE.code();
  }

  private static int usageError(
      CommandContext context, ParameterException error, ArgumentRedaction redaction) {
    context.err().println("loadtest: " + redaction.of(error));
    List<String> meant = ArgumentRedaction.suggestions(error);
    if (!meant.isEmpty()) {
      context.err().println("  Did you mean " + String.join(" or ", meant) + "?");
    }
    String command = error.getCommandLine().getCommandSpec().qualifiedName();
    context.err().println("  " + command + " --help lists what can be used.");
    return ExitCode.USAGE.code();
  }

  private static int failure(CommandContext context, Exception error, ArgumentRedaction redaction) {
    if (error instanceof UserError userError) {
      context.print(
          new UserError(
              userError.exitCode(),
              redaction.of(userError.getMessage()),
              redaction.of(userError.hint())));
      return userError.exitCode().code();
    }
    if (error instanceof IOException || error instanceof UncheckedIOException) {
      context
          .err()
          .println("loadtest: a file can't be read or written: " + redaction.of(error.toString()));
      context.err().println("  Check the report directory, its permissions and free space.");
      return ExitCode.UNUSABLE_INPUT.code();
    }
    context.err().println("loadtest: this is a defect in loadtest itself; please report it:");
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    redaction.of(trace.toString()).lines().forEach(context.err()::println);
    return ExitCode.INTERNAL_ERROR.code();
  }

  /** Prints this project's version and Gatling's. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"loadtest " + Version.CHATLOAD + " (Gatling " + Version.GATLING + ")"};
    }
  }
}
