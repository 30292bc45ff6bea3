package chatload.output;

import chatload.files.OutputFile;
import chatload.files.OutputFile.Content;
import java.util.List;
import java.util.Map;

/**
 * One kind of result that a report leaves in its directory. Everything that is written into it goes
 * through here, so a new one is a class like this and a line in {@link ReportOutputs}: writing,
 * {@code verify}, the closing script's list and the table in docs/results.md follow from it.
 *
 * <p>What it writes may depend on nothing but the job: no clock, no machine, no order of a hash.
 */
public interface ReportOutput {

  /** Every name that one of its files can have. */
  List<OutputName> names();

  /** Its files by their path inside the directory. Nothing is written here, nothing held twice. */
  Map<String, Content> files(Reported job);

  /** Whether it replaces its file of an earlier report. */
  default boolean replaces() {
    return true;
  }

  /**
   * Whether a text is what it wrote of some run. For files whose layout has no room for the id of
   * one: all others are known by that.
   */
  default boolean isEarlier(String text) {
    return false;
  }

  /** Writes what {@link #files} gave. */
  default void write(Reported job, Map<String, Content> files) {
    files.forEach(
        (name, content) ->
            OutputFile.write(job.dir().folder(), job.dir().root().resolve(name), content));
  }
}
