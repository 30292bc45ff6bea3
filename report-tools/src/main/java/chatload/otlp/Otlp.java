package chatload.otlp;

import chatload.console.CommandContext;
import chatload.result.JobResult;
import chatload.tool.UserError;
import java.time.Duration;
import java.util.Optional;

/** Telemetry of a job that is over. Whatever becomes of it changes nothing of the job. */
public final class Otlp {

  /** All that it may take. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  private Otlp() {}

  /** Sends it if a variable names a collector, and says in one line what became of it. */
  public static void afterRun(CommandContext context, JobResult job) {
    try {
      Optional<Collector> collector = CollectorVariables.read(context.environment());
      if (collector.isPresent() && job.wasRun()) {
        context.err().println(words(Export.send(job, collector.get(), LIMIT)));
      }
    } catch (UserError e) {
      context.err().println("OpenTelemetry: nothing was sent: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      // without its words, which can be those of a collector
      context.err().println("OpenTelemetry: not all was sent: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Sends what is in a report directory.
   *
   * @throws UserError if no variable names a collector, or one can't be used
   */
  public static Sent send(CommandContext context, JobResult job) {
    Collector collector =
        CollectorVariables.read(context.environment())
            .orElseThrow(
                () ->
                    UserError.usage(
                        "OTEL_EXPORTER_OTLP_ENDPOINT is not set",
                        "Set it to a collector, such as http://localhost:4318."));
    return Export.send(job, collector, LIMIT);
  }

  /** In one line. */
  public static String words(Sent sent) {
    String what =
        sent.spans() + " spans of " + sent.chats() + " chats and " + sent.metrics() + " metrics";
    return sent.problems().isEmpty()
        ? "OpenTelemetry: " + what + " sent"
        : "OpenTelemetry: only "
            + what
            + " sent, the verdict is as it is: "
            + String.join("; ", sent.problems());
  }
}
