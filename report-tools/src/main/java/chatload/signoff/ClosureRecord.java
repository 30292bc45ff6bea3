package chatload.signoff;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the options that closing documents were written with. */
public final class ClosureRecord {

  private ClosureRecord() {}

  /** Empty if there is no such file, or nothing usable in it. */
  public static Optional<ClosureOptions> read(ReportDir dir, Path file) {
    Optional<byte[]> bytes = dir.folder().read(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(bytes.get(), ClosureOptions.class));
    } catch (IOException | UserError e) {
      return Optional.empty();
    }
  }
}
