package chatload.output;

import chatload.document.Pages;
import chatload.files.OutputFile;
import chatload.files.OutputFile.Content;
import chatload.files.ReportDir;
import chatload.files.Sha256;
import chatload.result.JobReader;
import chatload.result.JobResult;
import chatload.tool.UserError;
import chatload.words.Language;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns the raw files of a report directory into all {@link ReportOutputs}. What it writes depends
 * on nothing but these files and the language.
 */
public final class ReportWriter {

  private ReportWriter() {}

  /**
   * Reads, judges and writes.
   *
   * @throws UserError when the directory holds no run, a file can't be read or written, or one that
   *     is to be replaced is somebody else's
   */
  public static JobResult write(ReportDir dir, Language language) {
    return write(dir, language, result -> {});
  }

  /**
   * As {@link #write(ReportDir, Language)}.
   *
   * @param beforeWriting told the result before anything is written
   */
  public static JobResult write(
      ReportDir dir, Language language, Consumer<JobResult> beforeWriting) {
    JobResult result = JobReader.read(dir);
    Reported job = Reported.of(dir, result, language);
    Map<ReportOutput, Map<String, Content>> all = new LinkedHashMap<>();
    ReportOutputs.ALL.forEach(output -> all.put(output, output.files(job)));
    all.forEach(
        (output, files) -> {
          if (output.replaces()) {
            OwnDocuments.require(dir, result, output, files);
          }
        });
    beforeWriting.accept(result);
    all.forEach((output, files) -> output.write(job, files));
    return result;
  }

  /** {@link #write(ReportDir, Language)} in English. */
  public static JobResult write(ReportDir dir) {
    return write(dir, Language.EN);
  }

  /**
   * Every file that {@link #write} writes, by its path inside the directory, in the order in which
   * they are written and in the language of the overview that is there. Nothing is written here,
   * and nothing is composed until it is asked for: whoever verifies a directory compares.
   *
   * @param result from {@link #read} on the same directory
   */
  public static Map<String, Content> compose(ReportDir dir, JobResult result) {
    Reported job = Reported.of(dir, result, Pages.languageIn(dir));
    Map<String, Content> files = new LinkedHashMap<>();
    ReportOutputs.ALL.forEach(output -> files.putAll(output.files(job)));
    return files;
  }

  /**
   * SHA-256 of what stands in the directory for what {@link #compose} gives, by path: the same,
   * unless another version wrote it, which said the same figures in other words.
   */
  public static Map<String, String> hashes(ReportDir dir, JobResult job) {
    Map<String, String> hashes = new LinkedHashMap<>();
    compose(dir, job)
        .forEach(
            (name, content) -> {
              Path file = dir.root().resolve(name);
              if (job.otherVersion().isEmpty()) {
                hashes.put(name, Sha256.of(OutputFile.utf8(content)));
              } else if (dir.folder().has(file)) {
                hashes.put(name, Sha256.of(dir.folder(), file));
              }
            });
    return hashes;
  }

  /**
   * Reads and judges, and writes nothing.
   *
   * @throws UserError when the directory holds no run, or a file can't be read
   */
  public static JobResult read(ReportDir dir) {
    return JobReader.read(dir);
  }
}
