package chatload.preflight;

import chatload.files.Folder;
import chatload.files.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code preflight.json} as it stands in a report directory.
 *
 * @param exists whether there is such a file
 * @param report what it says; empty if there is none, or it is no preflight report
 */
public record PreflightFile(boolean exists, Optional<PreflightReport> report) {

  public static PreflightFile read(Path file) {
    Optional<byte[]> bytes = new Folder(file.resolveSibling("")).read(file);
    if (bytes.isEmpty()) {
      return new PreflightFile(false, Optional.empty());
    }
    try {
      return new PreflightFile(
          true, Optional.ofNullable(Json.MAPPER.readValue(bytes.get(), PreflightReport.class)));
    } catch (IOException e) {
      return new PreflightFile(true, Optional.empty());
    }
  }

  /** In the order in which they were made; none if nothing can be read. */
  public List<PreflightCheck> checks() {
    return report.map(PreflightReport::checks).orElse(List.of());
  }

  /** Those that were not to be made, and why. */
  public List<PreflightReport.NotAsked> notAsked() {
    return report.map(PreflightReport::notAsked).orElse(List.of());
  }

  public List<PreflightCheck> failed() {
    return checks().stream().filter(check -> !check.passed()).toList();
  }

  /** The check of that name, if it was made. */
  public Optional<PreflightCheck> check(String name) {
    return checks().stream().filter(check -> check.name().equals(name)).findFirst();
  }
}
