package chatload.launch;

import chatload.probe.Received;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One chat of a probe in a process of its own, see {@link PreflightProcess}. */
public final class ProbeProcess {

  private static final String MAIN_CLASS = "chatload.load.probe.ProbeMain";

  private ProbeProcess() {}

  /**
   * Sends a chat and waits for what comes back.
   *
   * @param variables the settings, see {@code ChildSettings}
   * @param isAny whether an answer of whichever protocol is taken to its end
   * @param longest after which it is given up
   * @throws UserError if nothing was said of what came back
   */
  public static Received send(
      Home home, Map<String, String> variables, boolean isAny, Duration longest)
      throws IOException {
    List<String> arguments = isAny ? List.of("any") : List.of();
    try (Child child =
        Child.start(home, MAIN_CLASS, arguments, variables, new Child.Output.Piped())) {
      CompletableFuture<Void> limit =
          new CompletableFuture<Void>()
              .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
      limit.thenRun(child::close);
      String line = child.process().inputReader(StandardCharsets.UTF_8).readLine();
      limit.cancel(false);
      if (line == null) {
        throw UserError.input(
            "the probe ended without an answer", "What it printed above says why.");
      }
      return Received.parse(line);
    }
  }
}
