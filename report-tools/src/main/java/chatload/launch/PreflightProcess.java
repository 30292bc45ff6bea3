package chatload.launch;

import chatload.preflight.PreflightMessage;
import chatload.preflight.PreflightReport;
import chatload.tool.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The preflight in a process of its own: the load's client is not on this one's classpath. */
public final class PreflightProcess implements AutoCloseable {

  private static final String MAIN_CLASS = "chatload.load.preflight.PreflightMain";

  private final Child child;

  private PreflightProcess(Child child) {
    this.child = child;
  }

  /**
   * Starts it.
   *
   * @param variables the settings, see {@code ChildSettings}
   */
  public static PreflightProcess start(Home home, Map<String, String> variables)
      throws IOException {
    return new PreflightProcess(
        Child.start(home, MAIN_CLASS, List.of(), variables, new Child.Output.Piped()));
  }

  /**
   * Waits for what it finds.
   *
   * @param longest after which it is given up
   * @param progress is told, in a line, what it waits for
   * @throws UserError if it ended without a report
   */
  public PreflightReport await(Duration longest, Consumer<String> progress) throws IOException {
    CompletableFuture<Void> limit =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
    limit.thenRun(this::close);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(child.process().getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        PreflightMessage message = PreflightMessage.parse(line);
        if (message.report() != null) {
          return message.report();
        }
        progress.accept(message.progress());
      }
    } catch (JsonProcessingException e) {
      throw UserError.input(
          "the preflight said something that is not its report", "What it printed says why.");
    } finally {
      limit.cancel(false);
    }
    if (!limit.isCancelled()) {
      throw UserError.input(
          "the preflight had not ended after " + longest.toSeconds() + " s and was stopped",
          "What it printed above says why; --skip-preflight goes without.");
    }
    throw UserError.input(
        "the preflight ended without a report",
        "What it printed above says why; --skip-preflight goes without.");
  }

  @Override
  public void close() {
    child.close();
  }
}
