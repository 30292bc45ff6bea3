package chatload.cli.evidence;

import chatload.cli.option.ClosingOptions;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.settings.ClosureSettings;
import chatload.signoff.ClosureRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadtest finalize}. */
@Command(
    name = "finalize",
    description = {
      "Writes the final three steps: comment, close the issue, close the epic.",
      "The documents that they use are written again: give repository, epic and places outside DIR"
          + " as prepare had them."
    },
    mixinStandardHelpOptions = true)
public final class FinalizeCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;
  @Mixin private ClosingOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the steps go (default: ISSUE-<n>-FINAL-STEPS.md in DIR).")
  private Path out;

  public FinalizeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ClosureSettings settings = SettingOptions.closure(context, spec, options.reportDir);
    return Closing.write(
        context,
        options,
        new ClosureRequest(
            settings.target().issue(),
            settings.target().epic(),
            settings.target().repo(),
            settings.language().orElse(null),
            options.requireReview,
            null,
            options.commentOut,
            options.commandsOut,
            out,
            true));
  }
}
