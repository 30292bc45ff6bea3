package chatload.launch;

import chatload.files.Sha256;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one library that a release needs and may not hold: Gatling's charts, whose licence lets
 * everybody use them and nobody hand them on. It is fetched on first use, by Maven from wherever
 * this machine gets its libraries, and taken only if it is the very file that the release was made
 * with.
 */
final class Charts {

  /** How the names of its files begin. */
  static final String NAME = "gatling-charts-highcharts";

  /**
   * What Maven needs of the environment: how to get out, and where the user keeps its settings. No
   * secret of a service is among them.
   */
  private static final Set<String> PASSED_ON =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "TMPDIR",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "CURL_CA_BUNDLE",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "MAVEN_OPTS",
          "MAVEN_ARGS",
          "MAVEN_USER_HOME",
          "MVNW_REPOURL",
          "MVNW_USERNAME",
          "MVNW_PASSWORD");

  private final Path lib;
  private final Map<String, String> environment;
  private final Path cache;
  private final String sha256;
  private final String file;

  private Charts(
      Path lib, Map<String, String> environment, Path cache, String sha256, String file) {
    this.lib = lib;
    this.environment = environment;
    this.cache = cache;
    this.sha256 = sha256;
    this.file = file;
  }

  /**
   * As a release wants it.
   *
   * @param lib its directory {@code lib}
   * @param environment says where the user's files are, and how to get out
   */
  static Charts of(Path lib, Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path directory = cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache);
    Path checksums = lib.resolve("fetch/checksums.sha256");
    try {
      for (String line : Files.readAllLines(checksums)) {
        String[] words = line.split("  ", 2);
        Path path = Path.of(words[words.length - 1]);
        String name = path.getFileName().toString();
        if (name.startsWith(NAME + "-") && name.endsWith(".jar")) {
          return new Charts(lib, environment, directory.resolve("chatload"), words[0], name);
        }
      }
    } catch (IOException e) {
      throw unpackAgain(checksums);
    }
    throw unpackAgain(checksums);
  }

  private static UserError unpackAgain(Path file) {
    return UserError.input(
        "can't read " + file + ", or it does not name " + NAME,
        "Unpack the archive of the release again.");
  }

  /** The file, which is fetched if it is not there. */
  Path require() {
    Optional<Path> there = find();
    if (there.isEmpty()) {
      fetch();
    }
    return there.or(this::find).orElseThrow(this::missing);
  }

  /** Beside the other libraries, where somebody put it, or where it was fetched to. */
  private Optional<Path> find() {
    for (Path directory : List.of(lib.resolve("engine"), cache)) {
      Path jar = directory.resolve(file);
      if (Files.isRegularFile(jar)) {
        if (!Sha256.of(out -> Files.copy(jar, out)).equals(sha256)) {
          throw UserError.input(
              jar + " is not the file that this release was made with",
              "Delete it, then try again.");
        }
        return Optional.of(jar);
      }
    }
    return Optional.empty();
  }

  private void fetch() {
    ProcessBuilder builder =
        new ProcessBuilder("sh", lib.resolve("fetch/charts").toString(), cache.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().keySet().retainAll(PASSED_ON);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor() != 0) {
        throw missing();
      }
    } catch (IOException e) {
      throw missing();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing();
    }
  }

  private UserError missing() {
    return UserError.input(
        file + " could not be fetched, and without it nothing can be sent",
        "Put the file with SHA-256 "
            + sha256
            + " into "
            + lib.resolve("engine")
            + ", or give Maven a network (its settings, MVNW_REPOURL).");
  }
}
