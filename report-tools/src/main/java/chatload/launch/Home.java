package chatload.launch;

import chatload.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The project's directory, where the build left the simulations and their classpath.
 *
 * @param root the directory with {@code pom.xml}
 */
public record Home(Path root) {

  /** The system property in which the launcher script gives the directory. */
  public static final String PROPERTY = "loadtest.home";

  /** Where the build writes the classpath of Gatling and all that the simulations need. */
  private static final String CLASSPATH_FILE = "target/simulation.classpath";

  /** Java's options for all that sends load or answers it, with the reason for each. */
  static final String OPTIONS_FILE = "src/test/resources/simulation.jvm";

  /** The argument that has Java read its options for whatever sends load or answers it. */
  public String jvmOptions() {
    return "@" + root.resolve(OPTIONS_FILE);
  }

  /** The classpath of the simulations and of the embedded chat service. */
  String simulationClasspath() {
    Path file = root.resolve(CLASSPATH_FILE);
    try {
      return String.join(
          File.pathSeparator,
          List.of(
              root.resolve("target/test-classes").toString(),
              root.resolve("target/classes").toString(),
              Files.readString(file).strip()));
    } catch (IOException e) {
      throw UserError.input(
          "can't read " + file, "Start this command with ./loadtest in the project's directory.");
    }
  }
}
