package chatload.bench;

import chatload.launch.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Java processes on the classpath of this one. */
final class JavaProcess {

  /** Those with which {@code ./loadtest scenarios} starts its children. */
  static final List<String> OWN_OPTIONS = new Home(Path.of("").toAbsolutePath()).javaOptions();

  private JavaProcess() {}

  /**
   * Starts one.
   *
   * @param main main class and arguments
   * @param output takes all that it prints; null to read its standard output from the process
   */
  static Process start(
      List<String> options, List<String> main, Map<String, String> variables, File output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options); // the last classpath counts
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables);
    if (output == null) {
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    } else {
      builder.redirectErrorStream(true).redirectOutput(output);
    }
    return builder.start();
  }
}
