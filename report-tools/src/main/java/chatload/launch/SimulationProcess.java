package chatload.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.files.ReportDir;
import chatload.run.Scenario;
import chatload.settings.ChildSettings;
import chatload.text.Masked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Gatling in a process of its own, in which the simulations of a job run one after the other. It
 * gets one line for each on standard input, and answers with one when Gatling has ended as usual;
 * else it ends.
 */
public final class SimulationProcess implements AutoCloseable {

  /** Exit status of Gatling when one of its assertions was missed. */
  private static final int ASSERTIONS_MISSED = 2;

  private static final String MAIN_CLASS = "chatload.load.JobProcess";
  private static final String OVER = "over ";
  private static final String ENDED = "";

  private final ReportDir directory;
  private final Child child;

  /** What Java itself prints there, and whoever prints beside a run. */
  private final Path errors;

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private long errorsRead;
  private boolean atWork;
  private Optional<RunState> state = Optional.empty();

  private SimulationProcess(ReportDir directory, Child child, Path errors) {
    this.directory = directory;
    this.child = child;
    this.errors = errors;
  }

  /**
   * What it is asked for in one line.
   *
   * @param scenario which one
   * @param settings see {@code ChildSettings}
   */
  public record Order(String scenario, String settings) {

    /** Reads what was written by the other side. */
    public static Order parse(String line) {
      String[] words = line.split(" ", 2);
      return new Order(words[0], words[1]);
    }

    public String simulationClass() {
      return SimulationProcess.simulationClass(scenario);
    }

    String line() {
      return scenario + " " + settings + "\n";
    }
  }

  /** What it says when a run is over that ended as usual. */
  public static String over(int status) {
    return OVER + status;
  }

  /**
   * Starts it. It practises at once, against a service of its own, and waits then.
   *
   * @param warmUpLimit how long it may practise; zero if it is not to
   */
  public static SimulationProcess start(Home home, ReportDir directory, Duration warmUpLimit)
      throws IOException {
    Path errors = Files.createTempFile("chatload-", ".err");
    Child child =
        Child.start(
            home,
            MAIN_CLASS,
            List.of(directory.root().toString(), Long.toString(warmUpLimit.toMillis())),
            Map.of(),
            new Child.Output.PipedButErrors(errors));
    SimulationProcess process = new SimulationProcess(directory, child, errors);
    Thread reader = new Thread(process::read, "simulation-messages");
    reader.setDaemon(true);
    reader.start();
    return process;
  }

  private void read() {
    try (BufferedReader lines = child.process().inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
    } catch (IOException e) {
      // as good as the end
    } finally {
      said.add(ENDED);
    }
  }

  /** Whether it can run another one: it is there, and the last one ended as usual. */
  public boolean isReady() {
    return !atWork && child.process().isAlive();
  }

  /**
   * Has it run the simulation of a scenario; what Gatling prints goes to a file in {@code logs}.
   *
   * @param variables the settings, see {@code ChildSettings}
   */
  public void run(String scenario, Map<String, String> variables) throws IOException {
    atWork = true;
    state = Optional.empty();
    directory.folder().create(log(directory, scenario), "");
    Order order = new Order(scenario, variables.getOrDefault(ChildSettings.VARIABLE, "-"));
    try {
      OutputStream orders = child.process().getOutputStream();
      orders.write(order.line().getBytes(UTF_8));
      orders.flush();
    } catch (IOException e) {
      // it has ended, which awaitOver says
    }
  }

  /**
   * Waits at most so long for the end of the run.
   *
   * @return the exit status of Gatling, or of the process if that ended; empty if neither has
   */
  public OptionalInt awaitOver(long millis) throws InterruptedException {
    String message = said.poll(millis, TimeUnit.MILLISECONDS);
    if (message != null) {
      state = RunState.parse(message).or(() -> state);
    }
    if (ENDED.equals(message)) {
      return OptionalInt.of(child.waitFor());
    }
    if (message != null && message.startsWith(OVER)) {
      atWork = false;
      return OptionalInt.of(Integer.parseInt(message.substring(OVER.length())));
    }
    return OptionalInt.empty();
  }

  /** How the run goes, as far as the process has said it. */
  public Optional<RunState> state() {
    return state;
  }

  /** Whether Gatling ends so when nothing went wrong with Gatling. */
  public static boolean isUsual(int status) {
    return status == 0 || status == ASSERTIONS_MISSED;
  }

  /**
   * Adds what else the process printed to the scenario's log, once its run is over, and takes this
   * machine's paths, and credentials, out of it.
   */
  public void tidyLog(String scenario) throws IOException {
    Path log = log(directory, scenario);
    Path root = directory.root().toAbsolutePath().normalize();
    directory
        .folder()
        .write(
            log,
            out -> {
              try (Scanner lines = new Scanner(directory.folder().stream(log), UTF_8)) {
                tidy(lines, root, out);
              }
              try (FileChannel channel = FileChannel.open(errors).position(errorsRead);
                  Scanner lines = new Scanner(Channels.newInputStream(channel), UTF_8)) {
                tidy(lines, root, out);
                errorsRead = channel.position();
              }
            });
  }

  private static void tidy(Scanner lines, Path root, OutputStream out) throws IOException {
    for (lines.useDelimiter("\n"); lines.hasNext(); ) {
      String line = lines.next().replace(root.toUri().toString(), "");
      out.write((Masked.of(line.replace(root.toString(), ".")) + "\n").getBytes(UTF_8));
    }
  }

  public static Path log(ReportDir directory, String scenario) {
    return directory.logs().resolve(scenario + "-gatling.log");
  }

  /**
   * {@code smoke} is run by {@code chatload.simulation.SmokeSimulation}, what is no preset by
   * {@code ScenarioSimulation}.
   */
  static String simulationClass(String scenario) {
    if (Scenario.preset(scenario).isEmpty()) {
      return "chatload.simulation.ScenarioSimulation";
    }
    return "chatload.simulation."
        + scenario.substring(0, 1).toUpperCase(Locale.ROOT)
        + scenario.substring(1)
        + "Simulation";
  }

  /** Asks the process to end, and sees to it that it does. */
  public void stop() {
    child.close();
  }

  @Override
  public void close() {
    stop();
    errors.toFile().delete();
  }
}
