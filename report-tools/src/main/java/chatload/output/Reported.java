package chatload.output;

import chatload.document.JobReader;
import chatload.document.JobResult;
import chatload.document.Pages;
import chatload.gatling.GatlingRun;
import chatload.run.ReportDir;
import chatload.words.Language;
import java.util.Map;

/**
 * What outputs are made of.
 *
 * @param dir where the job is
 * @param result what came out of it
 * @param gatling what Gatling left, by scenario
 * @param pages the same for people, in their language
 */
public record Reported(
    ReportDir dir, JobResult result, Map<String, GatlingRun> gatling, Pages pages) {

  /**
   * @param result from {@link JobReader} on the same directory
   */
  static Reported of(
      ReportDir dir, JobResult result, Map<String, GatlingRun> gatling, Language language) {
    return new Reported(dir, result, gatling, Pages.of(dir, result, language));
  }
}
