package chatload.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatload.files.ReportDir;
import chatload.text.Masked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;

/** One run of one simulation: Gatling in a process of its own. */
public final class SimulationProcess {

  /** Exit status of Gatling when one of its assertions was missed. */
  private static final int ASSERTIONS_MISSED = 2;

  static final String MAIN_CLASS = "io.gatling.app.Gatling";

  private SimulationProcess() {}

  /**
   * Starts the simulation of a scenario; what Gatling prints goes to a file in {@code logs}.
   *
   * @param variables the settings, see {@code ChildSettings}
   */
  public static Child start(
      Home home, ReportDir directory, String scenario, Map<String, String> variables)
      throws IOException {
    return Child.start(
        home,
        MAIN_CLASS,
        List.of("-s", simulationClass(scenario), "-rf", directory.gatling().toString()),
        variables,
        new Child.Output.ToFile(log(directory, scenario)));
  }

  /** Whether Gatling ends so when nothing went wrong with Gatling. */
  public static boolean isUsual(int status) {
    return status == 0 || status == ASSERTIONS_MISSED;
  }

  /** Takes this machine's paths, and credentials, out of what Gatling printed, once it ended. */
  public static void tidyLog(ReportDir directory, String scenario) throws IOException {
    Path log = log(directory, scenario);
    Path root = directory.root().toAbsolutePath().normalize();
    directory
        .folder()
        .write(
            log,
            out -> {
              try (Scanner lines = new Scanner(directory.folder().stream(log), UTF_8)) {
                for (lines.useDelimiter("\n"); lines.hasNext(); ) {
                  String line = lines.next().replace(root.toUri().toString(), "");
                  out.write((Masked.of(line.replace(root.toString(), ".")) + "\n").getBytes(UTF_8));
                }
              }
            });
  }

  private static Path log(ReportDir directory, String scenario) {
    return directory.logs().resolve(scenario + "-gatling.log");
  }

  /** {@code smoke} is run by {@code chatload.simulation.SmokeSimulation}. */
  static String simulationClass(String scenario) {
    return "chatload.simulation."
        + scenario.substring(0, 1).toUpperCase(Locale.ROOT)
        + scenario.substring(1)
        + "Simulation";
  }
}
