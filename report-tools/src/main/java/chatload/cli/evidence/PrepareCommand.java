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

/** {@code loadtest prepare}. */
@Command(
    name = "prepare",
    description = {
      "Writes the documents that close the issue: closure, comment and script.",
      "They are written whatever the verdict is; only on PASS does the script close anything.",
      "Language, --require-review and places inside DIR are as they were when they were last"
          + " written, unless they are given; repository and epic must be named each time."
    },
    mixinStandardHelpOptions = true)
public final class PrepareCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec;
  @Mixin private ClosingOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the closure goes (default: ISSUE-<n>-CLOSURE.md in DIR).")
  private Path out;

  public PrepareCommand(CommandContext context) {
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
            out,
            options.commentOut,
            options.commandsOut,
            null,
            false));
  }
}
