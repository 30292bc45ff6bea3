package chatload.gatling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real logs, see the README beside them. */
final class Fixtures {

  static final List<String> VERSIONS = List.of("3.13.4", "3.14.9", "3.15.1");

  private static final Path ROOT = Path.of("report-tools/src/test/resources/chatload/gatling");

  private Fixtures() {}

  static Path folder(String version) {
    return ROOT.resolve(version);
  }

  static byte[] log(String version) {
    try {
      return Files.readAllBytes(folder(version).resolve("simulation.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
