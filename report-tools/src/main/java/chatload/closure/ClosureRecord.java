package chatload.closure;

import chatload.UserError;
import chatload.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the options that closing documents were written with. */
final class ClosureRecord {

  private ClosureRecord() {}

  /** Empty if there is no such file, or nothing usable in it. */
  static Optional<ClosureOptions> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          Json.MAPPER.readValue(Files.readAllBytes(file), ClosureOptions.class));
    } catch (IOException | UserError e) {
      return Optional.empty();
    }
  }
}
