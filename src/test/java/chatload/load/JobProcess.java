package chatload.load;

import chatload.files.ReportDir;
import chatload.files.ReportDirLock;
import chatload.launch.RunState;
import chatload.launch.SimulationProcess;
import chatload.load.engine.NestedRun;
import chatload.load.warmup.WarmUp;
import chatload.settings.Settings;
import chatload.tool.UserError;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * The process in which a job runs its simulations, one after the other, so that only the first one
 * finds a cold JVM. It gets a line for each, see {@link SimulationProcess}, and says when that run
 * is over. After a run that did not end as usual it ends, too, so that the next one never sees what
 * is left of it.
 */
public final class JobProcess {

  private static final Runnable NOTHING = () -> {};

  private static Settings settings;
  private static String scenario;
  private static ReportDirLock lock;
  private static Runnable onceOver = NOTHING;
  private static volatile Supplier<Optional<RunState>> state = Optional::empty;

  private final ReportDir directory;
  private final Switched out = new Switched(OutputStream.nullOutputStream());
  private final Switched err = new Switched(System.err);

  private JobProcess(ReportDir directory) {
    this.directory = directory;
  }

  /** Where what is printed goes; whoever keeps a stream to it need not know when that changes. */
  private static final class Switched extends OutputStream {

    private volatile OutputStream to;

    Switched(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      to.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      to.write(bytes, from, length);
    }

    PrintStream stream() {
      return new PrintStream(this, true, StandardCharsets.UTF_8);
    }
  }

  /**
   * Until standard input ends.
   *
   * @param args the report directory, and how many milliseconds a warm-up may take
   */
  public static void main(String[] args) {
    PrintStream messages =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try {
      new JobProcess(new ReportDir(Path.of(args[0])))
          .run(Duration.ofMillis(Long.parseLong(args[1])), messages);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void run(Duration warmUpLimit, PrintStream messages)
      throws IOException, InterruptedException {
    System.setOut(out.stream());
    System.setErr(err.stream());
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    ParentWatch.start(lines::add);
    if (!warmUpLimit.isZero()) {
      WarmUp.practise(warmUpLimit);
    }
    Thread teller = new Thread(() -> tell(messages), "run-state");
    teller.setDaemon(true);
    teller.start();
    while (true) {
      SimulationProcess.Order order = SimulationProcess.Order.parse(lines.take());
      int status = run(order);
      if (!SimulationProcess.isUsual(status)) {
        System.exit(status);
      }
      messages.println(SimulationProcess.over(status));
    }
  }

  /** How the run goes, once a second. */
  private static void tell(PrintStream messages) {
    try {
      while (true) {
        Thread.sleep(1000);
        state.get().map(RunState::line).ifPresent(messages::println);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int run(SimulationProcess.Order order) throws IOException {
    try (OutputStream log =
        new FileOutputStream(SimulationProcess.log(directory, order.scenario()).toFile(), true)) {
      out.to = log;
      err.to = log;
      settings = Settings.handedOver(order.settings());
      scenario = order.scenario();
      int status =
          NestedRun.reported(order.simulationClass(), directory.gatling(), order.scenario());
      onceOver.run();
      onceOver = NOTHING;
      state = Optional::empty;
      return status;
    } finally { // what is printed from here on reaches the log through the process's own errors
      out.to = OutputStream.nullOutputStream();
      err.to = new FileOutputStream(FileDescriptor.err);
    }
  }

  /**
   * Name of that of the run that goes on; in any other process the property of that name.
   *
   * @throws UserError if nothing says it
   */
  static String scenario() {
    return Optional.ofNullable(scenario)
        .or(() -> Optional.ofNullable(System.getProperty("scenario")))
        .orElseThrow(
            () ->
                UserError.usage(
                    "no scenario is named",
                    "Use -Dscenario=NAME with a scenario of the gate file."));
  }

  /** Of the run that goes on; empty in any other process. */
  static Optional<Settings> settings() {
    return Optional.ofNullable(settings);
  }

  /** Nobody else may write into the job's directory until this process has ended. */
  static synchronized void join(ReportDir directory) {
    if (lock == null) {
      lock = ReportDirLock.join(directory);
    }
  }

  /** Who can say how the run goes that begins. */
  static void goes(Supplier<Optional<RunState>> said) {
    state = said;
  }

  /** What is to be done when Gatling's report of the run that begins is there. */
  static void onceOver(Runnable work) {
    onceOver = work;
  }
}
