package chatload.launch;

import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.files.ReportDir;
import chatload.settings.Setting;
import chatload.tool.UserError;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The embedded chat service in a process of its own. */
public final class TargetProcess implements AutoCloseable {

  private static final String MAIN_CLASS = "chatload.service.TargetMain";
  private static final String READY = "listening on ";
  private static final Duration START = Duration.ofSeconds(60);

  private final Child child;

  private TargetProcess(Child child) {
    this.child = child;
  }

  /**
   * Starts it on a free port of 127.0.0.1, as a part of the job in that directory.
   *
   * @param protocol name of what it speaks
   */
  public static TargetProcess start(
      Home home, Secret secret, Identity identity, String protocol, ReportDir directory)
      throws IOException {
    return new TargetProcess(
        Child.start(
            home,
            MAIN_CLASS,
            List.of(
                "--port=0",
                "--protocol=" + protocol,
                "--stop-with-stdin",
                "--journal=" + directory.targetJournal(),
                "--part-of=" + directory.root(),
                "--tenant-claim=" + identity.tenantClaim(),
                "--user-claim=" + identity.userClaim()),
            Map.of(Setting.SECRET.variable(), secret.reveal()),
            new Child.Output.Piped()));
  }

  /**
   * Waits until it answers, but not for ever.
   *
   * @return its chat URL
   * @throws UserError if it ended before, or took too long
   */
  public URI awaitUrl() throws InterruptedException {
    return awaitUrl(START);
  }

  /**
   * As above.
   *
   * @param most how long its start may take
   */
  URI awaitUrl(Duration most) throws InterruptedException {
    CompletableFuture<String> said = new CompletableFuture<>();
    Thread reader = new Thread(() -> readInto(said), "embedded-service-start");
    reader.setDaemon(true);
    reader.start();
    String line;
    try {
      line = said.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw UserError.input(
          "the embedded chat service did not start within " + most.toSeconds() + " s",
          "Look at what keeps this machine busy, then run again.");
    }
    if (line == null) {
      throw UserError.input(
          "the embedded chat service ended before it was ready", "What it printed above says why.");
    }
    if (!line.startsWith(READY)) {
      throw UserError.input(
          "the embedded chat service did not start; it said: " + line,
          "What it printed above says why.");
    }
    return URI.create(line.substring(READY.length()));
  }

  private void readInto(CompletableFuture<String> said) {
    try {
      said.complete(child.process().inputReader().readLine());
    } catch (IOException e) {
      said.complete(null);
    }
  }

  /** Runs it in the foreground with the user's own arguments until it is stopped. */
  public static int runInForeground(Home home, List<String> arguments, Secret secret)
      throws IOException, InterruptedException {
    try (Child child =
        Child.start(
            home,
            MAIN_CLASS,
            arguments,
            Map.of(Setting.SECRET.variable(), secret.reveal()),
            new Child.Output.Inherited())) {
      return child.waitFor();
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
