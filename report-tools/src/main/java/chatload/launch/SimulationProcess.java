package chatload.launch;

import chatload.run.AtomicFile;
import chatload.run.ReportDir;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One run of one simulation: Gatling in a process of its own. */
public final class SimulationProcess {

  /** Exit status of Gatling when one of its assertions was missed. */
  public static final int ASSERTIONS_MISSED = 2;

  private static final String MAIN_CLASS = "io.gatling.app.Gatling";

  private SimulationProcess() {}

  /**
   * Starts the simulation of a scenario; what Gatling prints goes to a file in {@code logs}.
   *
   * @param variables the settings, see {@code ChildEnvironment}
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

  /** Takes this machine's paths out of what Gatling printed, once it has ended. */
  public static void tidyLog(ReportDir directory, String scenario) throws IOException {
    Path log = log(directory, scenario);
    Path root = directory.root().toAbsolutePath().normalize();
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    String tidy = text.replace(root.toUri().toString(), "").replace(root.toString(), ".");
    AtomicFile.write(log, tidy.getBytes(StandardCharsets.UTF_8));
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
