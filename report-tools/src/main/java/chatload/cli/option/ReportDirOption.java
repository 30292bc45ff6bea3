package chatload.cli.option;

import chatload.files.ReportDir;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The directory that a command reads. */
public class ReportDirOption {

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      required = true,
      description = "Directory with the runs.")
  public Path reportDir;

  public final ReportDir directory() {
    return new ReportDir(reportDir);
  }
}
