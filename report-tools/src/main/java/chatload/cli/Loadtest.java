package chatload.cli;

import chatload.ExitCode;
import chatload.UserError;
import chatload.Version;
import chatload.settings.PathName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code loadtest} command and how all commands report errors. */
@Command(
    name = "loadtest",
    description = "Release-gate load tests for streaming chat services.",
    mixinStandardHelpOptions = true,
    versionProvider = Loadtest.Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n")
public final class Loadtest implements Runnable {

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
    Unrepeated unrepeated = new Unrepeated(args);
    CommandLine commands =
        new CommandLine(new Loadtest(context))
            .addSubcommand("scenarios", new ScenariosCommand(context))
            .addSubcommand("preflight", new PreflightCommand(context))
            .addSubcommand("report", new ReportCommand(context))
            .addSubcommand("review", new ReviewCommand(context, System.in))
            .addSubcommand("prepare", new PrepareCommand(context))
            .addSubcommand("finalize", new FinalizeCommand(context))
            .addSubcommand("verify", new VerifyCommand(context))
            .addSubcommand("stats", new StatsCommand(context))
            .addSubcommand("token", new TokenCommand(context))
            .addSubcommand("target", new TargetCommand(context));
    commands
        .setOut(context.styledOut())
        .setErr(context.styledErr())
        .registerConverter(Path.class, Loadtest::path)
        .setUsageHelpAutoWidth(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                context.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((error, unused) -> usageError(context, error, unrepeated))
        .setExecutionExceptionHandler((error, line, unused) -> failure(context, error, unrepeated));
    withExitCodes(commands);
    commands.getSubcommands().values().forEach(Loadtest::withExitCodes);
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError e) {
      context.err().println("loadtest: out of memory: " + e.getMessage());
      context.err().println("  Allow more, for example: export JAVA_TOOL_OPTIONS=-Xmx2g");
      return ExitCode.INTERNAL_ERROR.code();
    }
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

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int usageError(
      CommandContext context, ParameterException error, Unrepeated unrepeated) {
    context.err().println("loadtest: " + unrepeated.of(error));
    UnmatchedArgumentException.printSuggestions(error, context.err());
    String command = error.getCommandLine().getCommandSpec().qualifiedName();
    context.err().println("  " + command + " --help lists what can be used.");
    return ExitCode.USAGE.code();
  }

  private static int failure(CommandContext context, Exception error, Unrepeated unrepeated) {
    if (error instanceof UserError userError) {
      context.print(
          new UserError(
              userError.exitCode(),
              unrepeated.of(userError.getMessage()),
              unrepeated.of(userError.hint())));
      return userError.exitCode().code();
    }
    if (error instanceof IOException || error instanceof UncheckedIOException) {
      context
          .err()
          .println("loadtest: a file can't be read or written: " + unrepeated.of(error.toString()));
      context.err().println("  Check the report directory, its permissions and free space.");
      return ExitCode.UNUSABLE_INPUT.code();
    }
    context.err().println("loadtest: this is a defect in loadtest itself; please report it:");
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    unrepeated.of(trace.toString()).lines().forEach(context.err()::println);
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
