package chatload.cli.evidence;

import chatload.cli.option.ReportDirOption;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.job.Reporting;
import chatload.words.Language;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loadtest report}. */
@Command(
    name = "report",
    description = {
      "Judges the runs in a report directory and writes summaries, reports and overview.",
      "The first report seals the evidence. The same files give the same bytes again."
    },
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private ReportDirOption options;

  @Spec private CommandSpec spec;

  public ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Language language = SettingOptions.language(context, spec).orElse(Language.EN);
    ReportDir directory = options.directory();
    return ReportDirLock.holding(
        directory, () -> Reporting.exitCode(Reporting.report(context, directory, language)));
  }
}
