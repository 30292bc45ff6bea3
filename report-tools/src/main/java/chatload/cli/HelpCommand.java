package chatload.cli;

import chatload.console.CommandContext;
import chatload.tool.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code loadtest help}: the same as {@code --help}, where many look for it first. */
@Command(
    name = "help",
    description = "Shows the help of a command, or this list.",
    helpCommand = true,
    mixinStandardHelpOptions = true)
final class HelpCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command.")
  private String command;

  HelpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    CommandLine all = spec.parent().commandLine();
    CommandLine wanted = command == null ? all : all.getSubcommands().get(command);
    if (wanted == null) {
      throw new UnmatchedArgumentException(all, List.of(command));
    }
    wanted.usage(context.styledOut());
    return ExitCode.PASS.code();
  }
}
