package chatload.output;

import chatload.document.Pages;
import chatload.files.ReportDir;
import chatload.result.JobReader;
import chatload.result.JobResult;
import chatload.words.Language;

/**
 * What outputs are made of.
 *
 * @param dir where the job is
 * @param result what came out of it
 * @param pages the same for people, in their language
 */
public record Reported(ReportDir dir, JobResult result, Pages pages) {

  /**
   * @param result from {@link JobReader} on the same directory
   */
  static Reported of(ReportDir dir, JobResult result, Language language) {
    return new Reported(dir, result, Pages.of(dir, result, language));
  }
}
