package chatload.survival;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import chatload.run.Scenario;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What is true after a kill, and what is wrong with it.
 *
 * @param kill what was done
 * @param exitStatus of the job; empty if it did not end
 * @param reportStatus of {@code report} on what is left
 * @param complete whether every chat had ended before the kill and has its record
 * @param torn whether a last line was torn, which may be
 * @param reasons what the summaries say beside their verdicts if nothing is missing
 * @param faults what must not be; empty if all is well
 */
record Aftermath(
    Kill kill,
    Optional<Integer> exitStatus,
    int reportStatus,
    boolean complete,
    boolean torn,
    List<String> reasons,
    List<String> faults) {

  /** Looks at everything. */
  static Aftermath of(
      Kill kill,
      Path reportDir,
      Optional<Integer> exitStatus,
      List<Ended> allEnded,
      List<Long> alive)
      throws IOException, InterruptedException {
    Remains remains = new Remains(new ReportDir(reportDir));
    Optional<Set<String>> preflight = remains.preflightTraceIds();
    List<Ended> ended =
        allEnded.stream()
            .filter(chat -> preflight.isPresent() && !preflight.get().contains(chat.traceId()))
            .filter(chat -> chat.agoMillis() >= 0 || !kill.hitsJob())
            .toList();
    List<String> faults = new ArrayList<>();
    boolean torn = false;
    for (Scenario scenario : Scenario.PRESETS) {
      Remains.Records records = remains.records(scenario.name());
      torn |= records.tornEnd();
      if (records.unreadable() > 0) {
        faults.add(records.unreadable() + " unreadable records of " + scenario.name());
      }
    }
    Set<String> recorded = remains.traceIds();
    ended.stream()
        .filter(chat -> chat.agoMillis() > 1000 && !recorded.contains(chat.traceId()))
        .forEach(chat -> faults.add("lost the record of " + chat.traceId()));
    int planned = RunningJob.REQUESTS.values().stream().mapToInt(Integer::intValue).sum();
    boolean complete = ended.size() == planned && remains.hasAllRecords(RunningJob.REQUESTS);
    boolean allOk = remains.allAreOk();
    if (!alive.isEmpty()) {
      faults.add("still alive: " + alive);
    }
    faults.addAll(remains.wrongPasses(complete));
    int report = run("report", reportDir);
    faults.addAll(remains.wrongPasses(complete));
    remains.sealedTemporaries().forEach(name -> faults.add("sealed " + name));
    if (!may(kill, complete, allOk, report)) {
      faults.add("report ended with " + report);
    }
    if (exitStatus.isEmpty()) {
      faults.add("the job did not end");
    } else if (!mayEnd(kill, complete, allOk, exitStatus.get())) {
      faults.add("the job ended with " + exitStatus.get());
    }
    addScript(faults, reportDir);
    addOverview(faults, reportDir, report);
    return new Aftermath(
        kill, exitStatus, report, complete, torn, complete ? remains.reasons() : List.of(), faults);
  }

  /**
   * FAIL may only be said of a service that was down, and of times on a machine that is too busy.
   */
  private static boolean may(Kill kill, boolean complete, boolean allOk, int status) {
    return status == ExitCode.INCONCLUSIVE.code()
        || status == ExitCode.UNUSABLE_INPUT.code()
        || status == ExitCode.PASS.code() && complete
        || status == ExitCode.FAIL.code()
            && (kill.victim() == Kill.Victim.SERVICE || complete && allOk);
  }

  /** Of its own accord, or by the signal where nothing was there yet that could handle it. */
  private static boolean mayEnd(Kill kill, boolean complete, boolean allOk, int status) {
    return may(kill, complete, allOk, status) || status == 128 + kill.signal().number();
  }

  private static void addScript(List<String> faults, Path reportDir)
      throws IOException, InterruptedException {
    Path script = reportDir.resolve("ISSUE-26-CLOSE-COMMANDS.sh");
    if (Files.exists(script)) {
      Process process =
          new ProcessBuilder("bash", script.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        faults.add("the closing script closed something");
      }
    }
  }

  private static void addOverview(List<String> faults, Path reportDir, int report)
      throws IOException {
    if (report == ExitCode.INCONCLUSIVE.code()
        && !Files.readString(reportDir.resolve("OVERVIEW.md"))
            .contains("Overall Result: **INCONCLUSIVE**")) {
      faults.add("OVERVIEW.md does not say INCONCLUSIVE");
    }
  }

  /** Runs a command on a directory. */
  static int run(String command, Path reportDir) {
    StringWriter unused = new StringWriter();
    CommandContext context =
        new CommandContext(
            new PrintWriter(unused),
            new PrintWriter(unused),
            Map.of(),
            new Properties(),
            false,
            Clock.systemUTC());
    return Loadtest.run(context, command, "--report-dir", reportDir.toString());
  }

  @Override
  public String toString() {
    return kill
        + "  exit "
        + exitStatus.map(String::valueOf).orElse("none")
        + "  report "
        + reportStatus
        + (complete ? "  (all chats were over)" : "")
        + (reasons.isEmpty() ? "" : "  " + reasons)
        + (torn ? "  torn last line" : "")
        + (faults.isEmpty() ? "" : "  WRONG: " + faults);
  }
}
