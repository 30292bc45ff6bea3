package chatload.bench;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The embedded chat service in a process of its own, with its journal on disk as the truth. */
final class Service implements AutoCloseable {

  private static final String READY = "listening on ";

  private final Process process;
  private final URI url;
  private final String token;

  private Service(Process process, URI url, String token) {
    this.process = process;
    this.url = url;
    this.token = token;
  }

  static Service start(Load load, Path journal) throws IOException {
    Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
    Identity bench =
        new Identity("bench", "bench", "tenantId", "sub", "bench", "bench", Duration.ofHours(1));
    TokenSource tokens =
        TokenSource.of(new Credential.SigningSecret(secret), bench, Clock.systemUTC());
    Process process =
        JavaProcess.start(
            JavaProcess.OWN_OPTIONS,
            List.of(
                "chatload.service.TargetMain",
                "--stop-with-stdin",
                "--protocol=" + load.protocol(),
                "--first-token=" + Load.FIRST_TOKEN_MS,
                "--gap=" + load.gapMs(),
                "--tokens=" + load.tokens(),
                "--journal=" + journal),
            Map.of(Setting.SECRET.variable(), secret.reveal()),
            null);
    String line = process.inputReader().readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroy();
      throw new IOException("the embedded chat service did not start; it said: " + line);
    }
    return new Service(
        process, URI.create(line.substring(READY.length())), tokens.token().reveal());
  }

  URI url() {
    return url;
  }

  String token() {
    return token;
  }

  /** Ends it when its journal is complete. */
  @Override
  public void close() throws IOException {
    process.outputWriter().close();
    process.onExit().join();
  }
}
