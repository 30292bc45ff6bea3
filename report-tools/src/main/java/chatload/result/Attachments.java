package chatload.result;

import chatload.files.ReportDir;
import chatload.preflight.PreflightFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What lies in a report directory beside the runs themselves.
 *
 * @param preflight what was checked before the load
 * @param gatlingHtml path of Gatling's own report inside the directory, by scenario; only those
 *     that are there
 */
public record Attachments(PreflightFile preflight, Map<String, String> gatlingHtml) {

  public Attachments {
    gatlingHtml = Map.copyOf(gatlingHtml);
  }

  /**
   * @param job whose scenarios it is about
   */
  public static Attachments read(ReportDir dir, JobResult job) {
    List<String> scenarios = job.scenarios().stream().map(ScenarioResult::scenario).toList();
    return new Attachments(PreflightFile.read(dir.preflight()), gatlingHtml(dir, scenarios));
  }

  static Map<String, String> gatlingHtml(ReportDir dir, List<String> scenarios) {
    Map<String, String> paths = new TreeMap<>();
    for (String scenario : scenarios) {
      Pattern ours = Pattern.compile(scenario + "simulation-\\d{17}");
      folders(dir).stream()
          .filter(folder -> ours.matcher(folder).matches())
          .filter(folder -> dir.folder().has(dir.gatling().resolve(folder).resolve("index.html")))
          .reduce((earlier, latest) -> latest)
          .ifPresent(folder -> paths.put(scenario, "gatling/" + folder + "/index.html"));
    }
    return paths;
  }

  /** By name, which ends in the time of the run. */
  private static List<String> folders(ReportDir dir) {
    return dir.folder().list(dir.gatling()).stream()
        .map(entry -> entry.getFileName().toString())
        .toList();
  }
}
