package chatload.launch;

import chatload.tool.UserError;
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

  /**
   * All options of such a process, its classpath among them. Classes that were archived for this
   * Java are shared; for that, the libraries have to come first.
   */
  public List<String> javaOptions() {
    Path archive = sharedClasses();
    String own = own("target/test-classes") + File.pathSeparator + own("target/classes");
    return Files.exists(archive)
        ? List.of(
            jvmOptions(),
            "-XX:SharedArchiveFile=" + archive,
            "-cp",
            libraries() + File.pathSeparator + own)
        : List.of(jvmOptions(), "-cp", own + File.pathSeparator + libraries());
  }

  private String own(String directory) {
    return root.resolve(directory).toString();
  }

  /** Where the libraries' classes are archived for this Java, see {@link SharedClasses}. */
  Path sharedClasses() {
    return root.resolve("target/simulation-" + System.getProperty("java.vm.version") + ".jsa");
  }

  /** The command line's own classes. */
  Path jar() {
    return root.resolve("target/loadtest.jar");
  }

  /** Where the launcher script looks for them as they are in memory, see {@link SharedClasses}. */
  Path ownClasses() {
    return root.resolve("target/loadtest.jsa");
  }

  /** The classpath of Gatling and all that the simulations need. */
  String libraries() {
    Path file = root.resolve(CLASSPATH_FILE);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw UserError.input(
          "can't read " + file, "Start this command with ./loadtest in the project's directory.");
    }
  }
}
