package chatload.load.preflight;

import chatload.auth.Credential;
import chatload.auth.TokenSource;
import chatload.load.ChildMain;
import chatload.load.ParentWatch;
import chatload.preflight.Preflight;
import chatload.preflight.PreflightMessage;
import chatload.preflight.PreflightReport;
import chatload.preflight.PreflightTarget;
import chatload.reach.ChatUrl;
import chatload.settings.Settings;
import chatload.tool.UserError;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * The preflight as a process of its own, where the load's client is at hand. It gets its settings
 * as a simulation does, and says one {@link PreflightMessage} a line; the last one is the report.
 */
public final class PreflightMain {

  private PreflightMain() {}

  public static void main(String[] args) {
    ChildMain.run(PreflightMain::check);
  }

  private static void check() throws Exception {
    PrintStream messages = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // for whatever else is printed
    ParentWatch.start();
    Settings settings = Settings.fromSystem();
    ChatUrl url =
        settings.url().orElseThrow(() -> UserError.usage("there is no URL", "Give --url."));
    Credential credential =
        settings
            .credential()
            .orElseThrow(() -> UserError.usage("there is no credential", "Set AUTH_JWT_SECRET."));
    TokenSource tokens = settings.tokens(credential, Clock.systemUTC());
    PreflightTarget target = PreflightTarget.of(url, settings, tokens, Clock.systemUTC());
    try (PreflightClient client = new PreflightClient(target)) {
      PreflightReport report =
          Preflight.run(
              target, client, line -> messages.println(PreflightMessage.progress(line).toJson()));
      messages.println(PreflightMessage.report(report).toJson());
    }
  }
}
