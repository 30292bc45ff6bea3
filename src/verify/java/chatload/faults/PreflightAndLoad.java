package chatload.faults;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.load.ChatRun;
import chatload.load.engine.NestedRun;
import chatload.load.preflight.PreflightClient;
import chatload.preflight.Preflight;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightReport;
import chatload.preflight.PreflightTarget;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.settings.Setting;
import chatload.settings.Settings;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sends a preflight and two chats of load to one service, over real sockets. */
abstract class PreflightAndLoad {

  static final Secret SECRET = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());

  /** For {@link Chats}, which only Gatling can instantiate. */
  static Settings settings;

  @TempDir Path directory;
  final EmbeddedTarget target = EmbeddedTarget.start(TargetConfig.defaults(SECRET));
  Certificates certificates;

  @BeforeEach
  void make() throws Exception {
    certificates = Certificates.in(directory);
  }

  @AfterEach
  void stop() {
    target.close();
  }

  /** Two chats of one user. */
  public static final class Chats extends Simulation {
    private final ChatRun run = ChatRun.of(settings, "smoke");

    {
      setUp(
          scenario("chats").exec(run.chats()).injectOpen(atOnceUsers(1)).protocols(run.protocol()));
    }

    @Override
    public void before() {
      run.before();
    }

    @Override
    public void after() {
      run.after();
    }
  }

  /** What both made of a service. */
  record Both(PreflightReport preflight, List<ChatRecord> chats, RunManifest manifest) {

    PreflightCheck health() {
      return preflight.checks().get(0);
    }

    void requireOk() {
      assertThat(preflight.passed()).as(preflight.toString()).isTrue();
      assertThat(chats)
          .hasSize(2)
          .allSatisfy(chat -> assertThat(chat.outcome()).as(chat.error()).isEqualTo(Outcome.OK));
    }
  }

  Both both(URI url) throws Exception {
    return both(url, Map.of());
  }

  Both both(URI url, Map<Setting, String> more) throws Exception {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, url.toString());
    flags.put(Setting.WAIT, "0");
    flags.put(Setting.WARM_UP_SECONDS, "0");
    flags.put(Setting.REPORT_DIR, directory.resolve("report").toString());
    flags.put(Setting.SET, "smoke.requests=2,smoke.concurrency=1,smoke.timeoutMs=3000");
    flags.putAll(more);
    settings = Settings.of(flags, new Properties(), Map.of("AUTH_JWT_SECRET", SECRET.reveal()));
    PreflightTarget checked =
        PreflightTarget.of(
            settings.url().orElseThrow(),
            settings,
            TokenSource.of(
                settings.credential().orElseThrow(), settings.identity(), Clock.systemUTC()),
            Clock.systemUTC());
    PreflightReport preflight;
    try (PreflightClient client = new PreflightClient(checked)) {
      preflight = Preflight.run(checked, client, line -> {});
    }
    NestedRun.of(Chats.class);
    ReportDir report = new ReportDir(settings.reportDir().orElseThrow());
    List<ChatRecord> chats =
        Files.readAllLines(report.chats("smoke")).stream().map(PreflightAndLoad::record).toList();
    RunManifest manifest =
        Json.MAPPER.readValue(
            Files.readAllBytes(report.raw().resolve("smoke-run.json")), RunManifest.class);
    return new Both(preflight, chats, manifest);
  }

  static ChatRecord record(String line) {
    try {
      return Json.MAPPER.readValue(line, ChatRecord.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
