package chatload.output;

import chatload.files.OutputFile.Content;
import chatload.files.ReportDir;
import chatload.gatling.GatlingRun;
import chatload.gatling.ResultsFolder;
import chatload.gatling.RunStats;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is computed from Gatling's logs and stands beside them; one that is there stays. */
final class GatlingStats implements ReportOutput {

  @Override
  public List<OutputName> names() {
    return List.of(
        new OutputName(
            "gatling/<run>/js/stats.json",
            "Gatling's figures by request, as its versions up to 3.13.4 wrote them",
            "0.1.0"),
        new OutputName(
            "gatling/<run>/js/global_stats.json",
            "those of all requests together, which is all that most readers look for",
            "0.2.0"));
  }

  @Override
  public Map<String, Content> files(Reported job) {
    Map<String, Content> files = new LinkedHashMap<>();
    for (GatlingRun run : job.result().gatling().values()) {
      if (run instanceof GatlingRun.Measured measured && measured.stats().isPresent()) {
        RunStats stats = measured.stats().get();
        ResultsFolder folder = measured.folder();
        files.put(name(job.dir(), folder.statsJson()), json(ResultsFolder.json(stats)));
        files.put(name(job.dir(), folder.globalStatsJson()), json(ResultsFolder.globalJson(stats)));
      }
    }
    return files;
  }

  @Override
  public boolean replaces() {
    return false;
  }

  @Override
  public void write(Reported job, Map<String, Content> files) {
    for (GatlingRun run : job.result().gatling().values()) {
      if (run instanceof GatlingRun.Measured measured) {
        measured.stats().ifPresent(measured.folder()::write);
      }
    }
  }

  private static String name(ReportDir dir, Path file) {
    return dir.root().relativize(file).toString().replace('\\', '/');
  }

  private static Content json(byte[] bytes) {
    return out -> out.write(new String(bytes, StandardCharsets.UTF_8));
  }
}
