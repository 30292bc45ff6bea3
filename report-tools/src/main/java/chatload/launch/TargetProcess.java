package chatload.launch;

import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.settings.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The embedded chat service in a process of its own. */
public final class TargetProcess implements AutoCloseable {

  private static final String MAIN_CLASS = "chatload.target.TargetMain";
  private static final String READY = "listening on ";

  private final Child child;
  private final URI url;

  private TargetProcess(Child child, URI url) {
    this.child = child;
    this.url = url;
  }

  /** Starts it on a free port of 127.0.0.1 and waits until it answers. */
  public static TargetProcess start(Home home, Secret secret, Identity identity, Path journal)
      throws IOException {
    Child child =
        Child.start(
            home,
            MAIN_CLASS,
            List.of(
                "--port=0",
                "--stop-with-stdin",
                "--journal=" + journal,
                "--tenant-claim=" + identity.tenantClaim(),
                "--user-claim=" + identity.userClaim()),
            Map.of(Setting.SECRET.variable(), secret.reveal()),
            new Child.Output.Piped());
    BufferedReader output = child.process().inputReader();
    String line = output.readLine();
    if (line == null || !line.startsWith(READY)) {
      child.close();
      throw new IOException("the embedded chat service did not start; it said: " + line);
    }
    return new TargetProcess(child, URI.create(line.substring(READY.length())));
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

  public URI url() {
    return url;
  }

  @Override
  public void close() {
    child.close();
  }
}
