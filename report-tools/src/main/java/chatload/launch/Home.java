package chatload.launch;

import chatload.tool.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the simulations and all that they need are: the project's directory, in which the build
 * left them, or a directory that an archive of a release was unpacked to.
 *
 * @param root the directory with {@code pom.xml}, or that with {@code bin} and {@code lib}
 */
public record Home(Path root) {

  /** The system property in which the launcher script gives the directory. */
  public static final String PROPERTY = "loadtest.home";

  /** Where the build writes the classpath of Gatling and all that the simulations need. */
  private static final String CLASSPATH_FILE = "target/simulation.classpath";

  /** Java's options for all that sends load or answers it, with the reason for each. */
  static final String OPTIONS_FILE = "src/test/resources/simulation.jvm";

  /** The simulations as a release has them; nowhere else is there such a file. */
  private static final String RELEASED = "lib/simulations.jar";

  /** The argument that has Java read its options for whatever sends load or answers it. */
  public String jvmOptions() {
    return "@" + root.resolve(isReleased() ? "lib/simulation.jvm" : OPTIONS_FILE);
  }

  private boolean isReleased() {
    return Files.exists(root.resolve(RELEASED));
  }

  /**
   * All options of such a process, its classpath among them. Classes that were archived for this
   * Java are shared; for that, the libraries have to come first.
   *
   * @throws UserError if a library is missing and can't be fetched
   */
  public List<String> javaOptions() {
    if (isReleased()) {
      return List.of(jvmOptions(), "-cp", released());
    }
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

  /**
   * Before anything is written: that all libraries are there, which a release has to see to.
   *
   * @throws UserError if one is missing and can't be fetched
   */
  public void requireLibraries() {
    if (isReleased()) {
      charts();
    }
  }

  private Path charts() {
    return Charts.of(root.resolve("lib"), System.getenv()).require();
  }

  private String own(String directory) {
    return root.resolve(directory).toString();
  }

  /** What is in a release, and what may not be in it. */
  private String released() {
    List<String> jars = new ArrayList<>(List.of(own(RELEASED), own("lib/loadtest.jar")));
    try (Stream<Path> engine = Files.list(root.resolve("lib/engine"))) {
      engine
          .map(Path::toString)
          .filter(name -> name.endsWith(".jar") && !name.contains(Charts.NAME))
          .sorted()
          .forEach(jars::add);
    } catch (IOException e) {
      throw UserError.input(
          "can't read " + root.resolve("lib/engine"), "Unpack the archive of the release again.");
    }
    jars.add(charts().toString());
    return String.join(File.pathSeparator, jars);
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
