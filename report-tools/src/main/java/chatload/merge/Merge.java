package chatload.merge;

import chatload.files.ReportDir;
import chatload.tool.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Joins what several injectors left into one report directory, which nobody has judged yet. */
public final class Merge {

  private final Parts parts;

  private Merge(Parts parts) {
    this.parts = parts;
  }

  /**
   * Looks at the parts; writes nothing.
   *
   * @param directories of all parts, in any order, at least one
   * @throws UserError with exit code 3 if they can't be read, or are no whole
   */
  public static Merge of(List<ReportDir> directories) {
    return new Merge(Parts.read(directories));
  }

  /**
   * Makes the directory.
   *
   * @throws UserError with exit code 3 if it can't be made
   */
  public void prepare(ReportDir into) {
    try {
      into.folder().makeDirectory(into.raw());
    } catch (IOException e) {
      throw unwritable(into, e);
    }
  }

  /**
   * Writes the evidence.
   *
   * @param into a directory with nothing but what {@link #prepare} makes
   * @throws UserError with exit code 3 if it can't be written
   */
  public void write(ReportDir into) {
    try {
      for (PartEvidence part : parts.all()) {
        copy(part, MergedJob.of(into, part.number()));
      }
      // From the copies: whoever joins them again has nothing else.
      List<ReportDir> copies =
          parts.all().stream().map(part -> MergedJob.of(into, part.number())).toList();
      new Join(Parts.read(copies)).write(into);
    } catch (IOException e) {
      throw unwritable(into, e);
    }
  }

  private static UserError unwritable(ReportDir into, IOException e) {
    return UserError.input(
        "can't write to " + into.root() + ": " + e, "Check its permissions and free space.");
  }

  /** All that was sealed, and the seal. */
  private static void copy(PartEvidence part, ReportDir to) throws IOException {
    for (String path : part.files()) {
      copy(part.dir(), part.dir().root().resolve(path), to, to.root().resolve(path));
    }
    copy(part.dir(), part.dir().evidence(), to, to.evidence());
  }

  private static void copy(ReportDir from, Path file, ReportDir to, Path copy) throws IOException {
    to.folder().makeDirectory(copy.getParent());
    try (InputStream in = from.folder().stream(file)) {
      to.folder().write(copy, in::transferTo);
    }
  }
}
