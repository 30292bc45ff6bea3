package chatload.cli.evidence;

import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.otlp.Otlp;
import chatload.otlp.Sent;
import chatload.output.ReportWriter;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadtest otlp}. */
@Command(
    name = "otlp",
    description = {
      "Sends spans and metrics of a report directory to the collector that"
          + " OTEL_EXPORTER_OTLP_ENDPOINT names.",
      "scenarios does so by itself; this is for later, and for a collector that was down. It judges"
          + " nothing: exit code 0 if all was taken, whatever the verdict is."
    },
    mixinStandardHelpOptions = true)
public final class OtlpCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  private Path reportDir;

  public OtlpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReportDir directory = new ReportDir(reportDir);
    Sent sent =
        ReportDirLock.holding(directory, () -> Otlp.send(context, ReportWriter.read(directory)));
    if (!sent.problems().isEmpty()) {
      throw UserError.input(
          Otlp.words(sent), "Look at the collector, then send again: it takes all of it anew.");
    }
    context.out().println(Otlp.words(sent));
    return ExitCode.PASS.code();
  }
}
