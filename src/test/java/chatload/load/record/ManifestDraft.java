package chatload.load.record;

import chatload.conversation.Conversations;
import chatload.job.JobPlanner;
import chatload.load.watch.ClockWatch;
import chatload.reach.ChatUrl;
import chatload.run.InForce;
import chatload.run.Millis;
import chatload.run.Part;
import chatload.run.ProtocolUsed;
import chatload.run.RunManifest;
import chatload.run.RunManifest.Calibration;
import chatload.run.Scenario;
import chatload.run.Watched;
import chatload.settings.ProtocolSetting;
import chatload.settings.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The manifest of a run while the run goes. */
public final class ManifestDraft {

  private static final int MOST_PROBLEMS = 20;

  private final String runId;
  private final Scenario scenario;
  private final Settings settings;
  private final ChatUrl url;
  private final Set<String> problems = new LinkedHashSet<>();

  private ClockWatch clock = new ClockWatch();
  private String startedAt;
  private String finishedAt;
  private Double durationMs;
  private Calibration calibration;
  private Watched watched;
  private InForce inForce;
  private boolean tlsVerified;

  public ManifestDraft(String runId, Scenario scenario, Settings settings, ChatUrl url) {
    this.runId = runId;
    this.scenario = scenario;
    this.settings = settings;
    this.url = url;
    this.tlsVerified = !settings.tlsInsecure();
  }

  public String runId() {
    return runId;
  }

  public void startedNow() {
    clock = new ClockWatch();
    startedAt = ChatRecords.utc(System.currentTimeMillis());
  }

  /** Notes it if this machine's clocks have parted since then. */
  public void lookAtClock() {
    clock.parted().ifPresent(this::problem);
  }

  public void calibrated(Calibration result) {
    calibration = result;
  }

  public void watched(Watched seen) {
    watched = seen;
  }

  /** What was in force on the connections, whatever was asked for. */
  public void inForce(InForce connections, boolean verified) {
    inForce = connections;
    tlsVerified = verified;
  }

  /** Notes what kept the generator from doing its work; the same words count once. */
  public synchronized void problem(String what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(what);
    }
  }

  public void finished(long nanos) {
    lookAtClock();
    finishedAt = ChatRecords.utc(System.currentTimeMillis());
    durationMs = Millis.ofNanos(nanos);
  }

  public synchronized RunManifest build(RunManifest.Status status, boolean embedded) {
    ProtocolUsed protocol = ProtocolSetting.used(settings.client());
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        runId,
        scenario.name(),
        status,
        startedAt,
        finishedAt,
        durationMs,
        new RunManifest.Config(
            url.toString(),
            scenario.requests(),
            scenario.concurrency(),
            scenario.timeLimit().toMillis(),
            settings.identity().tenantId(),
            settings.identity().userId(),
            settings.authMode(),
            settings.threadPrefix(),
            settings.message(),
            scenario.ramp().toMillis(),
            settings.data().map(Conversations::used).orElse(null),
            settings.cancel().orElse(null),
            scenario.load(),
            settings.injector().part().equals(Part.WHOLE) ? null : settings.injector().part(),
            null),
        scenario.thresholds(),
        scenario.isPreset() && settings.data().isEmpty() && settings.cancel().isEmpty(),
        new RunManifest.Target(
            embedded ? RunManifest.Target.EMBEDDED : RunManifest.Target.EXTERNAL,
            tlsVerified,
            settings.http2(),
            settings.fallbackReplies(),
            JobPlanner.names(settings),
            inForce,
            protocol == null ? null : protocol.inShort()),
        new RunManifest.Generator(
            calibration,
            Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory() >> 20,
            List.copyOf(problems),
            watched),
        RunManifest.Tool.here());
  }
}
