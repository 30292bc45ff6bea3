package chatload.cli;

import chatload.files.ReportDir;
import chatload.launch.Child;
import chatload.launch.SimulationProcess;
import chatload.records.ChatTail;
import chatload.run.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the scenarios of a job one after the other, and shows how they go. */
final class ScenarioRunner {

  private static final long POLL_MILLIS = 200;

  private final CommandContext context;
  private final Job job;
  private final ReportDirClaim claim;
  private final ReportDir directory;
  private final Supplier<Map<String, String>> variables;
  private final Function<Scenario, Duration> longest;

  /**
   * @param variables the settings for the simulations, see {@code ChildSettings}; asked before each
   *     of them
   * @param longest how long the process of a scenario can last
   */
  ScenarioRunner(
      CommandContext context,
      Job job,
      ReportDirClaim claim,
      Supplier<Map<String, String>> variables,
      Function<Scenario, Duration> longest) {
    this.context = context;
    this.job = job;
    this.claim = claim;
    this.directory = claim.directory();
    this.variables = variables;
    this.longest = longest;
  }

  /**
   * Runs all of them.
   *
   * @param failFast whether to end after the first scenario that does not pass
   */
  void runAll(List<Scenario> scenarios, boolean failFast) throws Exception {
    for (Scenario scenario : scenarios) {
      run(scenario);
      if (failFast && !ReportCommand.passes(directory, scenario)) {
        context
            .err()
            .println("--fail-fast: " + scenario.name() + " did not pass, so it ends here.");
        return;
      }
    }
  }

  private void run(Scenario scenario) throws Exception {
    claim.requireHeld();
    Progress progress =
        new Progress(context.styledErr(), context.columns(), scenario, System.nanoTime());
    ChatTail tail = new ChatTail(directory.folder(), directory.chats(scenario.name()));
    Child child =
        job.start(
            () ->
                SimulationProcess.start(
                    context.home(), directory, scenario.name(), variables.get()),
            process -> process::close);
    Duration most = longest.apply(scenario);
    long dueNanos = System.nanoTime() + most.toNanos();
    boolean ended = false;
    while (!ended) {
      ended = child.awaitEnd(POLL_MILLIS);
      job.sleepIfInterrupted();
      progress.add(tail.poll(), System.nanoTime());
      progress.show(System.nanoTime());
      if (!ended && System.nanoTime() - dueNanos > 0) {
        child.close();
        break;
      }
    }
    progress.end(System.nanoTime());
    SimulationProcess.tidyLog(directory, scenario.name());
    if (!ended) {
      tell(scenario, "Gatling had not ended after " + most.toSeconds() + " s and was stopped");
    } else if (!SimulationProcess.isUsual(child.waitFor())) {
      tell(scenario, "Gatling ended with status " + child.waitFor());
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
