package chatload.load.probe;

import chatload.auth.TokenSource;
import chatload.load.ChildMain;
import chatload.load.ParentWatch;
import chatload.load.preflight.PreflightClient;
import chatload.preflight.Answer;
import chatload.preflight.Finding;
import chatload.preflight.Preflight;
import chatload.preflight.PreflightTarget;
import chatload.preflight.Probe;
import chatload.probe.Received;
import chatload.probe.Search;
import chatload.protocol.ChatProtocol;
import chatload.run.Outcome;
import chatload.settings.ProtocolSetting;
import chatload.settings.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Sends one chat and says in one line, a {@link Received}, what came back. It gets its settings as
 * a simulation does.
 */
public final class ProbeMain {

  /** The argument with which an answer is not read, whatever the request was. */
  private static final String ANY = "any";

  private ProbeMain() {}

  public static void main(String[] args) {
    ChildMain.run(() -> probe(args));
  }

  private static void probe(String[] args) throws Exception {
    PrintStream messages = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // for whatever else is printed
    ParentWatch.start();
    Settings settings = Settings.fromSystem();
    TokenSource tokens = settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC());
    PreflightTarget target =
        PreflightTarget.of(settings.url().orElseThrow(), settings, tokens, Clock.systemUTC());
    messages.println(send(target, List.of(args).contains(ANY)).toJson());
  }

  /**
   * Sends one chat.
   *
   * @param isAny whether an answer of whichever protocol is taken to its end
   */
  public static Received send(PreflightTarget target, boolean isAny) throws InterruptedException {
    ChatProtocol protocol = target.client().protocol();
    RecordedProtocol recorded =
        isAny
            ? new AnyAnswer(protocol, Search.contentTypes(ProtocolSetting.all()))
            : new RecordedProtocol(protocol);
    try (PreflightClient client = new PreflightClient(target, recorded)) {
      Answer answer = client.send(Probe.WITH_TOKEN, target.chatLimit());
      Finding finding = Preflight.judge(target, answer, target.chatLimit());
      return new Received(
          answer.outcome(),
          answer.error(),
          finding.observed(),
          finding.fix(),
          answer.status(),
          answer.headers().getOrDefault("content-type", ""),
          recorded.hasEnded(),
          !isAny || answer.outcome() != Outcome.TRUNCATED,
          recorded.pieces(client.startNanos()));
    }
  }
}
