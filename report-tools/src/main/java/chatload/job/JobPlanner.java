package chatload.job;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.SecretHeader;
import chatload.auth.Signing;
import chatload.conversation.Conversations;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.files.RunId;
import chatload.files.Sha256;
import chatload.reach.ChatUrl;
import chatload.run.CredentialUsed;
import chatload.run.Injector;
import chatload.run.JobPlan;
import chatload.run.Part;
import chatload.run.PlanHash;
import chatload.run.PlannedPart;
import chatload.run.PlannedScenario;
import chatload.run.PresetSet;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.run.TraceUrl;
import chatload.settings.ProtocolSetting;
import chatload.settings.Settings;
import chatload.tool.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Puts into a plan what the settings ask for. */
public final class JobPlanner {

  private JobPlanner() {}

  /**
   * The plan of a job.
   *
   * @param scenarios those to run
   * @param identity what the tokens say
   */
  public static JobPlan plan(
      Settings settings,
      List<Scenario> scenarios,
      Identity identity,
      String runId,
      JobPlan.StartedBy startedBy,
      JobPlan.Preflight preflight,
      Instant now) {
    JobPlan whole = whole(settings, scenarios, identity, runId, startedBy, preflight, now);
    return settings.injector().part().equals(Part.WHOLE)
        ? whole
        : whole.as(runId, whole.createdAt(), part(settings.injector(), whole), null);
  }

  /**
   * The id of a job: one that all parts of a plan come to without asking each other, so that their
   * records are of one job; without parts, or a common start, another one each time.
   */
  public static String runId(
      Settings settings, JobPlan.StartedBy startedBy, JobPlan.Preflight preflight, Instant now) {
    Injector injector = settings.injector();
    if (injector.part().equals(Part.WHOLE) || injector.startAt() == null) {
      return RunId.make(now);
    }
    JobPlan whole =
        whole(settings, settings.scenarios(), settings.identity(), "", startedBy, preflight, now);
    return RunId.shared(injector.startAt(), part(injector, whole).plan());
  }

  private static PlannedPart part(Injector injector, JobPlan whole) {
    String startAt = injector.startAt() == null ? null : injector.startAt().toString();
    return new PlannedPart(
        injector.part().number(),
        injector.part().of(),
        PlanHash.of(whole, injector.part().of(), startAt),
        startAt,
        host());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static JobPlan whole(
      Settings settings,
      List<Scenario> scenarios,
      Identity identity,
      String runId,
      JobPlan.StartedBy startedBy,
      JobPlan.Preflight preflight,
      Instant now) {
    return new JobPlan(
        JobPlan.SCHEMA_VERSION,
        runId,
        now.truncatedTo(ChronoUnit.MILLIS).toString(),
        startedBy,
        PresetSet.CURRENT,
        scenarios.stream().map(PlannedScenario::of).toList(),
        new JobPlan.Target(
            settings.url().map(ChatUrl::toString).orElse(null),
            settings.url().isPresent() ? RunManifest.Target.EXTERNAL : RunManifest.Target.EMBEDDED,
            !settings.tlsInsecure(),
            settings.http2(),
            settings.fallbackReplies(),
            names(settings),
            ProtocolSetting.used(settings.client()),
            settings.health().shown(),
            settings.client().reach().proxyWords()),
        new JobPlan.Identity(
            identity.tenantId(),
            identity.userId(),
            identity.tenantClaim(),
            identity.userClaim(),
            identity.issuer(),
            identity.audience(),
            credential(settings)),
        settings.message(),
        settings.threadPrefix(),
        settings.warmUpLimit().toMillis(),
        preflight,
        RunManifest.Tool.here(),
        settings.data().map(Conversations::used).orElse(null),
        settings.cancel().orElse(null),
        settings.gate().orElse(null),
        settings.traceUrl().map(TraceUrl::template).orElse(null),
        null,
        null);
  }

  /** Null for what the checklist has. */
  private static CredentialUsed credential(Settings settings) {
    if (settings.url().isEmpty()
        || !(settings.credential().orElse(null) instanceof Credential.SigningSecret one)) {
      return settings.authMode().equals("jwt") || settings.url().isEmpty()
          ? null
          : new CredentialUsed(settings.authMode(), null, null, null, null);
    }
    Signing how = one.signing();
    return how.equals(Signing.USUAL)
        ? null
        : new CredentialUsed(
            "jwt",
            how.algorithm().name(),
            how.keyId(),
            how.claims() == null
                ? null
                : Sha256.of(out -> out.write(how.claims().getBytes(StandardCharsets.UTF_8))),
            how.users().stream()
                .map(user -> new CredentialUsed.User(user.userId(), user.tenantId()))
                .toList());
  }

  /** Names of the headers that the settings add to every request, sorted. */
  public static List<String> names(Settings settings) {
    return settings.client().headers().stream().map(SecretHeader::name).sorted().toList();
  }

  /**
   * Writes {@code raw/job.json}, as a whole or not at all.
   *
   * @throws UserError when it can't be written
   */
  public static void write(ReportDir dir, JobPlan plan) {
    try {
      dir.folder().makeDirectory(dir.raw());
      String json = Json.PRETTY.writeValueAsString(plan) + "\n";
      dir.folder().write(dir.job(), json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw UserError.input(
          "can't write to " + dir.job() + ": " + e, "Check its permissions and free space.");
    }
  }
}
