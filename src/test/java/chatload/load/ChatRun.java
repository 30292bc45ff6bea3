package chatload.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.dummy;
import static io.gatling.javaapi.core.CoreDsl.exec;

import chatload.auth.TokenSource;
import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.launch.OpenFiles;
import chatload.load.engine.ChatExchange;
import chatload.load.engine.ChatLoad;
import chatload.load.engine.NoHeadersInLog;
import chatload.load.engine.Share;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.RunIds;
import chatload.load.record.ChatRecords;
import chatload.load.record.ManifestDraft;
import chatload.load.record.RunRecorder;
import chatload.load.warmup.WarmUp;
import chatload.metric.ChatTime;
import chatload.run.LongestTime;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.service.EmbeddedTarget;
import chatload.settings.ClientSettings;
import chatload.settings.Settings;
import chatload.tool.UserError;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run of one scenario with the settings in force: gives each user its share of the chats,
 * records what became of them, and keeps the manifest. A simulation calls {@link #before()} and
 * {@link #after()} from its hooks; nothing is started or written before that.
 */
public final class ChatRun implements ChatLoad {

  /** What Gatling's own report shows where it would refuse to show nothing. */
  private static final String LEFT_OUT = "left out: not among the profiles";

  /** Exit status of a process that ended itself because it hung. */
  private static final int OVERDUE = 1;

  private final Settings settings;
  private final Scenario scenario;

  /** Whether Maven, which runs every simulation, runs one that was not asked for. */
  private final boolean isLeftOut;

  private final ReportDir directory;
  private final ChatExchange exchange;
  private final Users users;
  private final Thread onShutdown = new Thread(() -> finish(RunManifest.Status.ABORTED));
  private final Backstop backstop =
      new Backstop(this::overdue, () -> Runtime.getRuntime().halt(OVERDUE));
  private final boolean ownProcess;

  private Reached target;
  private TokenSource tokens;

  /** Held until the run's end; that of a job is {@link JobProcess}'s. */
  private Optional<ReportDirLock> lock = Optional.empty();

  private RunRecorder recorder;
  private ManifestDraft manifest;
  private RunIds ids;
  private ChatPlans plans;
  private long startNanos;
  private long firstChatNanos = Long.MAX_VALUE;
  private long lastChatNanos;
  private volatile boolean embedded;
  private boolean finished;

  private ChatRun(Settings settings, Scenario scenario, boolean ownProcess) {
    NoHeadersInLog.install();
    this.settings = settings;
    this.scenario = scenario;
    this.isLeftOut = !PlannedRun.isAskedFor(settings, scenario);
    this.ownProcess = ownProcess;
    this.users = new Users(scenario, settings.injector().part());
    this.exchange = new ChatExchange(this);
    this.directory = new ReportDir(settings.reportDir().orElse(Path.of("artifacts", "loadtest")));
  }

  /**
   * The scenario of that name with settings from system properties and environment.
   *
   * @throws UserError for the first setting that can't be used
   */
  public static ChatRun of(String scenario) {
    return ChildMain.step(
        () -> {
          Settings settings = JobProcess.settings().orElseGet(Settings::fromSystem);
          return new ChatRun(settings, settings.scenario(scenario), true);
        });
  }

  /**
   * The scenario that the job names, else the property {@code scenario}.
   *
   * @throws UserError without either
   */
  public static ChatRun ofOwn() {
    return of(ChildMain.step(JobProcess::scenario));
  }

  /**
   * The scenario of that name with these settings, among others in a process that is not its own.
   */
  public static ChatRun of(Settings settings, String scenario) {
    return new ChatRun(settings, settings.scenario(scenario), false);
  }

  public Scenario scenario() {
    return scenario;
  }

  public String name() {
    return scenario.name();
  }

  public HttpProtocolBuilder protocol() {
    return ChatExchange.protocol();
  }

  /** What one user does: chat after chat until none is left. */
  public ChainBuilder chats() {
    return isLeftOut ? exec(dummy(LEFT_OUT, 0)) : exchange.chats();
  }

  /** How the users arrive. */
  public List<OpenInjectionStep> arrivals() {
    return isLeftOut ? List.of(atOnceUsers(1)) : users.steps();
  }

  public List<Assertion> assertions() {
    return isLeftOut
        ? List.of()
        : ChatExchange.assertions(scenario.thresholds(), settings.cancel().isPresent());
  }

  /** Starts what the run needs, warms up, and opens the files. */
  public void before() {
    if (!isLeftOut) {
      if (ownProcess) {
        ChildMain.step(this::begin);
      } else {
        begin();
      }
    }
  }

  private void begin() {
    ParentWatch.start();
    OpenFiles.now().requireFor(List.of(settings.injector().part().of(scenario)));
    if (ownProcess) {
      backstop.start("what comes before the run", LongestTime.beforeTheRun(settings.warmUpLimit()));
      JobProcess.onceOver(backstop::close);
    }
    target = Reached.by(settings);
    embedded = target.embedded().isPresent();
    tokens = settings.tokens(target.credential(), Clock.systemUTC());
    if (settings.runId().isPresent()) {
      JobProcess.join(directory);
    } else {
      lock = Optional.of(RunRecorder.lock(directory));
    }
    manifest =
        new ManifestDraft(
            RunRecorder.runId(directory, settings.runId()), scenario, settings, target.url());
    ids = JobIds.of(directory, settings, scenario.name(), manifest.runId());
    plans = new ChatPlans(settings, scenario, tokens, ids, manifest, users.load(), this::record);
    manifest.startedNow();
    PlannedRun.require(
        directory, settings, scenario, manifest.build(RunManifest.Status.RUNNING, embedded));
    recorder = RunRecorder.open(directory, scenario.name());
    recorder.manifest(manifest.build(RunManifest.Status.RUNNING, embedded));
    if (!settings.warmUpLimit().isZero()) {
      manifest.calibrated(WarmUp.run(settings.warmUpLimit(), settings.client()));
    }
    users.all().forEach(tokens::token); // to sign one takes time that would be another chat's
    Runtime.getRuntime().addShutdownHook(onShutdown);
    StartGate.of(settings, scenario).pass(backstop);
    manifest.startedNow();
    recorder.manifest(manifest.build(RunManifest.Status.RUNNING, embedded));
    JobProcess.goes(exchange::state);
    startNanos = System.nanoTime();
    users.load().ifPresent(open -> open.started(startNanos));
    backstop.enter("the run", LongestTime.ofTheRun(scenario, settings.longestThink()));
  }

  /** The process is about to be ended. */
  private void overdue(String what) {
    System.err.println("loadtest: " + what + ", so it is ended.");
    if (manifest != null) {
      manifest.problem(what);
      finish(RunManifest.Status.ABORTED);
    }
  }

  @Override
  public URI url() {
    return target.url().uri();
  }

  @Override
  public ClientSettings client() {
    return settings.client();
  }

  @Override
  public Duration timeLimit() {
    return scenario.timeLimit();
  }

  @Override
  public List<ChatTime> times() {
    return scenario.thresholds().times();
  }

  @Override
  public Share arrive() {
    int user = users.arrive();
    return new Share(user, scenario.concurrency(), scenario.requests(), plans.of(user));
  }

  @Override
  public RunIds ids() {
    return ids;
  }

  @Override
  public void over(ChatOutcome chat) {
    embedded |= chat.reply().embedded();
    manifest.lookAtClock();
    synchronized (this) {
      firstChatNanos = Math.min(firstChatNanos, chat.times().startNanos());
      lastChatNanos = Math.max(lastChatNanos, chat.times().startNanos() + chat.times().end());
    }
    if (chat.ownTrouble()) {
      manifest.problem(String.valueOf(chat.error()));
    }
    record(chat);
    plans.over(chat);
    if (users.areToCome() && plans.haveEnded()) {
      users.rest().forEach(user -> plans.leaveOut(user, user));
    }
  }

  @Override
  public boolean isOver() {
    return users.areToCome() && plans.haveEnded() && recorder.recorded() == users.chats();
  }

  private void record(ChatOutcome chat) {
    recorder.chat(ChatRecords.of(manifest.runId(), scenario.name(), startNanos, chat));
  }

  @Override
  public void broken(Throwable problem) {
    manifest.problem("a chat could not be sent or recorded: " + problem);
  }

  /** Completes the manifest and stops what {@link #before()} started. */
  public void after() {
    if (isLeftOut) {
      return;
    }
    backstop.enter("Gatling's report", LongestTime.afterTheRun(scenario));
    Runtime.getRuntime().removeShutdownHook(onShutdown);
    boolean complete = recorder.recorded() == users.chats() && recorder.failure().isEmpty();
    finish(complete ? RunManifest.Status.COMPLETED : RunManifest.Status.ABORTED);
    recorder.close();
    lock.ifPresent(ReportDirLock::close);
    target.embedded().ifPresent(EmbeddedTarget::close);
  }

  private synchronized void finish(RunManifest.Status status) {
    if (finished) {
      return;
    }
    finished = true;
    recorder.failure().ifPresent(e -> manifest.problem("a chat record could not be written: " + e));
    exchange.seen().ifPresent(manifest::watched);
    manifest.inForce(exchange.inForce(), exchange.isTlsVerified());
    manifest.finished(Math.max(0, lastChatNanos - Math.min(firstChatNanos, lastChatNanos)));
    recorder.manifest(manifest.build(status, embedded));
  }
}
