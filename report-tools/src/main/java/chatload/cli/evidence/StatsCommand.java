package chatload.cli.evidence;

import chatload.console.CommandContext;
import chatload.files.Folder;
import chatload.gatling.ResultsFolder;
import chatload.gatling.RunStats;
import chatload.gatling.SimulationLog;
import chatload.gatling.UnusableLog;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code loadtest stats}. */
@Command(
    name = "stats",
    description = {
      "Writes Gatling's stats.json and global_stats.json from its simulation.log.",
      "Gatling itself wrote them, below js, up to 3.13.4. This works on the results of any Gatling "
          + SimulationLog.VERSIONS
          + " simulation."
    },
    mixinStandardHelpOptions = true)
public final class StatsCommand implements Callable<Integer> {

  private final CommandContext context;

  @Parameters(
      paramLabel = "DIR",
      description = "Results folder of a run, or a directory with several of them.")
  private Path dir;

  public StatsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<ResultsFolder> folders = ResultsFolder.in(new Folder(dir), dir);
    if (folders.isEmpty()) {
      throw UserError.input(
          dir + " holds no Gatling run: there is no simulation.log in it or in its subdirectories",
          "Name the folder that Gatling printed at the end of the run, such as"
              + " target/gatling/mysimulation-20260101120000000.");
    }
    ExitCode exitCode = ExitCode.PASS;
    for (ResultsFolder folder : folders) {
      try {
        write(folder);
      } catch (UserError e) {
        context.print(e);
        exitCode = e.exitCode();
      }
    }
    return exitCode.code();
  }

  private void write(ResultsFolder folder) {
    RunStats stats;
    try {
      stats = folder.stats();
    } catch (UnusableLog e) {
      if (e.isOlder() && folder.hasStatsJson()) {
        kept(folder);
        return;
      }
      throw UserError.input(folder.log() + " " + e.getMessage(), e.hint());
    }
    switch (folder.write(stats)) {
      case NEW -> context.out().println("Wrote " + both(folder));
      case SAME -> context.out().println("Up to date: " + both(folder));
      case FOREIGN -> {
        if (!stats.gatlingWroteStatsJson()) {
          throw UserError.input(
              both(folder) + ": one says something else than simulation.log and was left as it is",
              "If you don't need them, move both away and run this again.");
        }
        kept(folder);
      }
    }
    if (stats.truncated()) {
      context
          .err()
          .println("warning: " + folder.log() + " breaks off; the figures are up to the break");
    }
  }

  private static String both(ResultsFolder folder) {
    return folder.statsJson() + " and " + folder.globalStatsJson().getFileName();
  }

  private void kept(ResultsFolder folder) {
    context.out().println("Kept " + folder.statsJson() + ", which Gatling itself wrote");
  }
}
