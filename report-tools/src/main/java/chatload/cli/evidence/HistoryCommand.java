package chatload.cli.evidence;

import chatload.cli.option.NewFiles;
import chatload.cli.option.SettingOptions;
import chatload.console.CommandContext;
import chatload.files.OutputFile;
import chatload.files.ReportDir;
import chatload.history.HistoryPages;
import chatload.history.PastJob;
import chatload.tool.ExitCode;
import chatload.words.Language;
import chatload.words.Wording;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadtest history}. */
@Command(
    name = "history",
    description = {
      "Writes one page of many runs: their verdicts, figures, limits and versions over time.",
      "It judges every run anew from its records and says nothing of its own: exit code 0, whatever"
          + " the verdicts are."
    },
    mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Report directories.")
  private List<Path> directories;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Where to write history.md and history.html, neither of which may be there.")
  private Path reportDir;

  @Spec private CommandSpec spec;

  public HistoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    NewFiles files = NewFiles.in(reportDir, "history.md", "history.html");
    Wording wording = new Wording(SettingOptions.language(context, spec).orElse(Language.EN));
    List<PastJob> jobs =
        directories.stream().map(directory -> PastJob.read(new ReportDir(directory))).toList();
    HistoryPages pages = new HistoryPages(jobs, wording);
    Map<String, OutputFile.Content> contents = new LinkedHashMap<>();
    contents.put("history.md", out -> out.write(pages.markdown()));
    contents.put("history.html", out -> out.write(pages.html()));
    files.write(contents);
    context.out().println("History: " + reportDir.resolve("history.md"));
    context.out().println("With charts: " + reportDir.resolve("history.html"));
    return ExitCode.PASS.code();
  }
}
