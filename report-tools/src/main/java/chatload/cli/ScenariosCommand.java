package chatload.cli;

import chatload.auth.Credential;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.cli.evidence.Baseline;
import chatload.cli.evidence.Closing;
import chatload.cli.option.ProxyNote;
import chatload.cli.option.SettingOptions;
import chatload.closure.ClosureResult;
import chatload.closure.ClosureWriter;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.job.Interruption;
import chatload.job.Job;
import chatload.job.JobPlanner;
import chatload.job.ReportDirClaim;
import chatload.job.Reporting;
import chatload.job.ScenarioRunner;
import chatload.launch.JavaVariables;
import chatload.launch.OpenFiles;
import chatload.launch.PreflightProcess;
import chatload.launch.TargetProcess;
import chatload.otlp.Otlp;
import chatload.preflight.PreflightReport;
import chatload.preflight.PreflightTarget;
import chatload.reach.ChatUrl;
import chatload.result.JobResult;
import chatload.run.JobPlan;
import chatload.run.LongestTime;
import chatload.run.Scenario;
import chatload.settings.ChildSettings;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.signoff.ClosureRequest;
import chatload.tool.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadtest scenarios}: preflight, the scenarios one after the other, report. */
@Command(
    name = "scenarios",
    description = {
      "Runs the whole job: preflight, scenarios, report.",
      "Without --url it runs against the embedded chat service, in any protocol that is built in."
    },
    mixinStandardHelpOptions = true)
final class ScenariosCommand implements Callable<Integer> {

  private final CommandContext context;
  private final Job job = new Job();
  private JobResult result;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rerun",
      description = "If DIR is used already, go to DIR-rerun-<timestamp> and note where from.")
  private boolean rerun;

  @Option(names = "--skip-preflight", description = "Send load without looking first.")
  private boolean skipPreflight;

  @Option(names = "--fail-fast", description = "Stop after the first scenario that is not PASS.")
  private boolean failFast;

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description = {
        "Compare with the old run in DIR, see compare; a PASS that is WORSE ends with exit code 4,",
        "one that is not proven to be NOT_WORSE with 5."
      })
  private Path baselineDir;

  private Optional<Baseline> baseline = Optional.empty();
  private OwnPart part;

  ScenariosCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    Map<Setting, String> flags = SettingOptions.given(spec);
    Settings settings = SettingOptions.settings(context, flags);
    JavaVariables.warning(context.environment()).ifPresent(context.err()::println);
    part = new OwnPart(settings, context.clock());
    part.require(failFast, baselineDir != null);
    Credential credential = credential(settings);
    TokenSource tokens = settings.tokens(credential, context.clock());
    tokens.requireValidFor(expectedDuration(settings).plus(part.longestWait()));
    OpenFiles.now().requireFor(part.scenarios());
    context.home().requireLibraries();
    baseline =
        Optional.ofNullable(baselineDir).map(dir -> Baseline.read(dir, settings.scenarios()));

    Instant now = context.clock().instant();
    ReportDir directory =
        ReportDirClaim.choose(settings.reportDir(), rerun, now, commandLine(flags));
    Optional<Path> rerunOf = settings.reportDir().filter(given -> !given.equals(directory.root()));
    String runId = JobPlanner.runId(settings, JobPlan.StartedBy.SCENARIOS, planned(), now);
    try (ReportDirClaim claim = ReportDirClaim.claim(directory, rerunOf, now, runId)) {
      return run(settings, credential, tokens, claim);
    }
  }

  private JobPlan.Preflight planned() {
    return skipPreflight ? JobPlan.Preflight.SKIPPED : JobPlan.Preflight.PLANNED;
  }

  private int run(
      Settings settings, Credential credential, TokenSource tokens, ReportDirClaim claim)
      throws Exception {
    ReportDir directory = claim.directory();
    Thread interruption = new Thread(new Interruption(context, job, claim, settings.language()));
    Runtime.getRuntime().addShutdownHook(interruption);
    try {
      plan(settings, claim);
      AtomicReference<Settings> inForce = new AtomicReference<>();
      Supplier<Map<String, String>> variables = () -> ChildSettings.of(inForce.get(), tokens);
      ScenarioRunner runner =
          new ScenarioRunner(
              context,
              job,
              claim,
              variables,
              scenario ->
                  LongestTime.ofTheProcess(
                          scenario, settings.warmUpLimit(), settings.longestThink())
                      .plus(part.untilStart(scenario)),
              settings.warmUpLimit());
      runner.start();
      ChatUrl url = reach(settings, credential, directory);
      inForce.set(
          settings.inForce(url, credential, Optional.of(claim.runId())).into(directory.root()));
      PreflightTarget target = PreflightTarget.of(url, settings, tokens, context.clock());
      if (!preflight(target, variables.get(), directory)) {
        job.stopAll();
        return job.conclude(
            () -> {
              conclude(claim, settings);
              return ExitCode.UNUSABLE_INPUT.code();
            });
      }
      runner.runAll(part.scenarios(), failFast);
      job.stopAll();
      int code = job.conclude(() -> conclude(claim, settings));
      Otlp.afterRun(context, result);
      return code;
    } finally {
      job.stopAll();
      job.sleepIfInterrupted();
      job.forget(interruption);
    }
  }

  /** Before anything is sent, so that nothing that happens can change what was planned. */
  private void plan(Settings settings, ReportDirClaim claim) {
    JobPlan plan =
        JobPlanner.plan(
            settings,
            settings.scenarios(),
            settings.identity(),
            claim.runId(),
            JobPlan.StartedBy.SCENARIOS,
            planned(),
            context.clock().instant());
    JobPlanner.write(claim.directory(), plan);
  }

  private int conclude(ReportDirClaim claim, Settings settings) {
    claim.requireHeld();
    ReportDir directory = claim.directory();
    result = Reporting.report(context, directory, settings.language());
    if (!part.isWhole()) {
      return Reporting.exitCode(result);
    }
    ClosureResult prepared =
        ClosureWriter.write(
            directory, ClosureRequest.usual(settings.language(), settings.closure()), result);
    Closing.tellNext(context, directory, prepared);
    int code = Reporting.exitCode(result);
    return baseline
        .map(old -> old.conclude(context, directory, settings.language(), code))
        .orElse(code);
  }

  private static Credential credential(Settings settings) {
    return settings
        .url()
        .map(url -> PreflightCommand.credential(settings, url))
        .orElseGet(
            () ->
                new Credential.SigningSecret(
                    new Secret(UUID.randomUUID() + "-" + UUID.randomUUID())));
  }

  /** What the job takes against a service that just keeps its limits, a minute at least. */
  static Duration expectedDuration(Settings settings) {
    Duration sum = Duration.ofMinutes(1);
    for (Scenario scenario : settings.scenarios()) {
      sum = sum.plus(scenario.expectedDuration());
    }
    return sum;
  }

  private List<String> commandLine(Map<Setting, String> flags) {
    List<String> words = new ArrayList<>(List.of("./loadtest", "scenarios"));
    words.addAll(SettingOptions.words(flags));
    if (skipPreflight) {
      words.add("--skip-preflight");
    }
    if (failFast) {
      words.add("--fail-fast");
    }
    if (baselineDir != null) {
      words.addAll(List.of("--baseline", baselineDir.toString()));
    }
    return words;
  }

  private ChatUrl reach(Settings settings, Credential credential, ReportDir directory)
      throws Exception {
    if (settings.url().isPresent()) {
      return settings.url().get();
    }
    Secret secret = ((Credential.SigningSecret) credential).secret();
    TargetProcess embedded =
        job.startService(
            () ->
                TargetProcess.start(
                    context.home(),
                    secret,
                    settings.identity(),
                    settings.client().protocolName(),
                    directory),
            process -> process::close);
    ChatUrl url = ChatUrl.of(embedded.awaitUrl());
    context
        .err()
        .println(
            "No --url: testing the embedded chat service at "
                + url
                + ", which shows how this works and can't close anything.");
    return url;
  }

  private boolean preflight(
      PreflightTarget target, Map<String, String> variables, ReportDir directory) throws Exception {
    ProxyNote.of(target.client(), context.environment(), context.properties())
        .ifPresent(context.err()::println);
    if (skipPreflight) {
      context.err().println("preflight skipped");
      return true;
    }
    PreflightProcess process =
        job.start(
            () -> PreflightProcess.start(context.home(), variables), running -> running::close);
    PreflightReport report = process.await(target.longest(), context.err()::println);
    report.write(directory.preflight());
    report.print(context.styledErr(), context.colour());
    if (!report.passed()) {
      context.err().println("The preflight failed, so no load was sent.");
    }
    return report.passed();
  }
}
