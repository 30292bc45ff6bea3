package chatload.cli.evidence;

import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.job.Reporting;
import chatload.merge.Merge;
import chatload.tool.UserError;
import chatload.words.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadtest merge}. */
@Command(
    name = "merge",
    description = {
      "Joins what several injectors left (scenarios --part) and judges all of it at once.",
      "Every part must be there once, as it was sealed, and of one plan, job and version; parts that"
          + " did not begin together, or of which one died, give no PASS."
    },
    mixinStandardHelpOptions = true)
public final class MergeCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Report directories of all parts, in any order.")
  private List<Path> directories;

  @Option(
      names = "--report-dir",
      paramLabel = "OUT",
      required = true,
      description = "Where the merged evidence and its report go; nothing may be there.")
  private Path reportDir;

  @Spec private CommandSpec spec;

  public MergeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Language language = SettingOptions.language(context, spec).orElse(Language.EN);
    ReportDir into = new ReportDir(reportDir);
    boolean isFree =
        !into.folder().has(reportDir)
            || into.folder().hasDirectory(reportDir) && into.folder().list(reportDir).isEmpty();
    if (!isFree) {
      throw UserError.input(
          reportDir + " is there already, and nothing is ever overwritten",
          "Give another --report-dir.");
    }
    Merge merge = Merge.of(directories.stream().map(ReportDir::new).toList());
    merge.prepare(into);
    return ReportDirLock.holding(
        into,
        () -> {
          merge.write(into);
          return Reporting.exitCode(Reporting.report(context, into, language));
        });
  }
}
