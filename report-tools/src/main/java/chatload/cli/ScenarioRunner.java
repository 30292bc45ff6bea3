package chatload.cli;

import chatload.launch.Child;
import chatload.launch.SimulationProcess;
import chatload.run.ReportDir;
import chatload.run.Scenario;
import java.util.List;
import java.util.Map;

/** Runs the scenarios of a job one after the other, and shows how they go. */
final class ScenarioRunner {

  private static final long POLL_MILLIS = 200;

  private final CommandContext context;
  private final Job job;
  private final ReportDirClaim claim;
  private final ReportDir directory;
  private final Map<String, String> variables;

  /**
   * @param variables the settings for the simulations, see {@code ChildEnvironment}
   */
  ScenarioRunner(
      CommandContext context, Job job, ReportDirClaim claim, Map<String, String> variables) {
    this.context = context;
    this.job = job;
    this.claim = claim;
    this.directory = claim.directory();
    this.variables = variables;
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
            () -> SimulationProcess.start(context.home(), directory, scenario.name(), variables),
            process -> process::close);
    boolean ended = false;
    while (!ended) {
      ended = child.awaitEnd(POLL_MILLIS);
      job.sleepIfInterrupted();
      progress.add(tail.poll(), System.nanoTime());
      progress.show(System.nanoTime());
    }
    progress.end(System.nanoTime());
    int code = child.waitFor();
    SimulationProcess.tidyLog(directory, scenario.name());
    if (code != 0 && code != SimulationProcess.ASSERTIONS_MISSED) {
      context
          .err()
          .println(
              scenario.name()
                  + ": Gatling ended with status "
                  + code
                  + "; see logs/"
                  + scenario.name()
                  + "-gatling.log in the report directory");
    }
  }
}
