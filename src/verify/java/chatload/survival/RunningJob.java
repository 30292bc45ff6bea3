package chatload.survival;

import chatload.launch.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code loadtest scenarios} in processes of its own, at small sizes: a session of its own, so that
 * all of them can get one signal, as from a terminal.
 */
final class RunningJob {

  static final Map<String, Integer> REQUESTS = Map.of("smoke", 4, "baseline", 6, "stress", 8);

  private static final String SIZES =
      "smoke.requests=4,smoke.concurrency=2,baseline.requests=6,baseline.concurrency=3,"
          + "stress.requests=8,stress.concurrency=4,"
          + "smoke.rampMs=0,baseline.rampMs=0,stress.rampMs=0";

  private final Path reportDir;
  private final Process process;

  private RunningJob(Path reportDir, Process process) {
    this.reportDir = reportDir;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param output where what it prints goes
   * @param environment further variables, such as a secret
   * @param more further arguments
   */
  static RunningJob start(
      Path reportDir, Path output, Map<String, String> environment, List<String> more)
      throws IOException {
    return start(List.of(), reportDir, output, environment, more);
  }

  /**
   * The same by way of another command.
   *
   * @param through a command that runs the words after it
   */
  static RunningJob start(
      List<String> through,
      Path reportDir,
      Path output,
      Map<String, String> environment,
      List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>(through);
    command.addAll(
        List.of(
            // a parent in the background may ignore these, and Java would inherit that
            "setsid",
            "env",
            "--default-signal=INT,HUP,TERM",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            new Home(Path.of("").toAbsolutePath()).jvmOptions(),
            "-D" + Home.PROPERTY + "=" + System.getProperty("user.dir"),
            "-cp",
            System.getProperty("java.class.path"),
            "chatload.Main",
            "scenarios",
            "--set",
            SIZES,
            "--report-dir",
            reportDir.toString()));
    command.addAll(more);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new RunningJob(reportDir, builder.start());
  }

  /** Waits until the moment has come, or the job is over. */
  void await(Moment moment) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!moment.hasBegun(reportDir) && process.isAlive()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the job never came to " + moment + "; see " + reportDir);
      }
      Thread.sleep(20);
    }
  }

  /** Waits until the first process of the job beside the command runs Java. */
  void awaitChild() throws IOException, InterruptedException {
    while (child("chatload.service.TargetMain").equals(Long.toString(process.pid()))) {
      if (!process.isAlive()) {
        throw new AssertionError("the job ended before it started its service");
      }
      Thread.sleep(5);
    }
  }

  /** Sends a signal to the victim, or to the command if the victim is not there. */
  void signal(Kill.Victim victim, String signal) throws IOException, InterruptedException {
    String target =
        switch (victim) {
          case JOB -> Long.toString(process.pid());
          case GROUP -> "-" + process.pid();
          case SIMULATION -> child("chatload.load.JobProcess");
          case SERVICE -> child("chatload.service.TargetMain");
        };
    new ProcessBuilder("kill", "-" + signal, "--", target)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** From now on the simulation can open about so many files more. */
  void leaveFilesToSimulation(int more) throws IOException, InterruptedException {
    String simulation = child("chatload.load.JobProcess");
    int highest = 0;
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc", simulation, "fd"))) {
      for (Path each : open) {
        highest = Math.max(highest, Integer.parseInt(each.getFileName().toString()));
      }
    }
    limitFilesOfSimulation(highest + more);
  }

  /** From now on the simulation can open no file beyond that number, however many it has. */
  void limitFilesOfSimulation(int most) throws IOException, InterruptedException {
    String simulation = child("chatload.load.JobProcess");
    Process prlimit =
        new ProcessBuilder("prlimit", "--pid", simulation, "--nofile=" + most + ":" + most)
            .inheritIO()
            .start();
    if (prlimit.waitFor() != 0) {
      throw new AssertionError("the simulation's files could not be limited");
    }
  }

  private String child(String mainClass) throws IOException {
    for (ProcessHandle child : process.descendants().toList()) {
      if (text(Path.of("/proc", Long.toString(child.pid()), "cmdline")).contains(mainClass)) {
        return Long.toString(child.pid());
      }
    }
    return Long.toString(process.pid());
  }

  /** The exit status; empty as long as it runs. */
  Optional<Integer> exitStatus() {
    return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  /** The exit status; empty if it does not end in time. */
  Optional<Integer> exitStatus(long seconds) throws InterruptedException {
    process.waitFor(seconds, TimeUnit.SECONDS);
    return exitStatus();
  }

  /** Ids of the job's processes that are still there after so long, which are ended now. */
  List<Long> leftOver(long seconds) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Long> alive = processes();
    while (!alive.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(100);
      alive = processes();
    }
    alive.forEach(id -> ProcessHandle.of(id).ifPresent(ProcessHandle::destroyForcibly));
    return alive;
  }

  /** Processes, this one apart, whose command line or environment names the directory. */
  private List<Long> processes() throws IOException {
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path each : all) {
        long id = Long.parseLong(each.getFileName().toString());
        if (id != ProcessHandle.current().pid()
            && (text(each.resolve("cmdline")) + text(each.resolve("environ")))
                .contains(reportDir.toString())) {
          found.add(id);
        }
      }
    }
    return found;
  }

  /** Empty for a process that is gone or is somebody else's. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
