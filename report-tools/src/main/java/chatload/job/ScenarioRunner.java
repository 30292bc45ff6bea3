package chatload.job;

import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.launch.SimulationProcess;
import chatload.records.ChatTail;
import chatload.run.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the scenarios of a job one after the other, and shows how they go. All of them run in one
 * process as long as each ends as usual; after one that did not, the next gets a new one.
 */
public final class ScenarioRunner {

  private static final long POLL_MILLIS = 200;

  private final CommandContext context;
  private final Job job;
  private final ReportDirClaim claim;
  private final ReportDir directory;
  private final Supplier<Map<String, String>> variables;
  private final Function<Scenario, Duration> longest;
  private final Duration warmUpLimit;
  private SimulationProcess process;

  /**
   * @param variables the settings for the simulations, see {@code ChildSettings}; asked before each
   *     of them
   * @param longest how long a scenario can last
   * @param warmUpLimit how long a process may practise when it starts
   */
  public ScenarioRunner(
      CommandContext context,
      Job job,
      ReportDirClaim claim,
      Supplier<Map<String, String>> variables,
      Function<Scenario, Duration> longest,
      Duration warmUpLimit) {
    this.context = context;
    this.job = job;
    this.claim = claim;
    this.directory = claim.directory();
    this.variables = variables;
    this.longest = longest;
    this.warmUpLimit = warmUpLimit;
  }

  /** Starts the process, which takes a while to be ready, unless it is there. */
  public void start() throws Exception {
    if (process != null && process.isReady()) {
      return;
    }
    stop();
    process =
        job.start(
            () -> SimulationProcess.start(context.home(), directory, warmUpLimit),
            started -> started::close);
  }

  private void stop() {
    if (process != null) {
      process.close();
    }
  }

  /**
   * Runs all of them.
   *
   * @param failFast whether to end after the first scenario that does not pass
   */
  public void runAll(List<Scenario> scenarios, boolean failFast) throws Exception {
    try {
      for (Scenario scenario : scenarios) {
        run(scenario);
        if (failFast && !Reporting.passes(directory, scenario)) {
          context
              .err()
              .println("--fail-fast: " + scenario.name() + " did not pass, so it ends here.");
          return;
        }
      }
    } finally {
      stop();
    }
  }

  private void run(Scenario scenario) throws Exception {
    claim.requireHeld();
    Progress progress =
        new Progress(context.styledErr(), context.columns(), scenario, System.nanoTime());
    ChatTail tail = new ChatTail(directory.folder(), directory.chats(scenario.name()));
    start();
    process.run(scenario.name(), variables.get());
    Duration most = longest.apply(scenario);
    long dueNanos = System.nanoTime() + most.toNanos();
    OptionalInt status = OptionalInt.empty();
    while (status.isEmpty()) {
      status = process.awaitOver(POLL_MILLIS);
      job.sleepIfInterrupted();
      progress.add(tail.poll(), System.nanoTime());
      process.state().ifPresent(progress::state);
      progress.show(System.nanoTime());
      if (status.isEmpty() && System.nanoTime() - dueNanos > 0) {
        process.stop();
        break;
      }
    }
    progress.end(System.nanoTime());
    process.tidyLog(scenario.name());
    if (status.isEmpty()) {
      tell(scenario, "Gatling had not ended after " + most.toSeconds() + " s and was stopped");
    } else if (!SimulationProcess.isUsual(status.getAsInt())) {
      tell(scenario, "Gatling ended with status " + status.getAsInt());
    }
  }

  private void tell(Scenario scenario, String what) {
    context
        .err()
        .println(
            scenario.name()
                + ": "
                + what
                + "; see logs/"
                + scenario.name()
                + "-gatling.log in the report directory");
  }
}
