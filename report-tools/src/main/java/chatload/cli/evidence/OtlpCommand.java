package chatload.cli.evidence;

import chatload.cli.option.ReportDirOption;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.otlp.Otlp;
import chatload.otlp.Sent;
import chatload.output.ReportWriter;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private ReportDirOption options;

  public OtlpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ReportDir directory = options.directory();
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
