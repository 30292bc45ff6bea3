package chatload.launch;

import chatload.settings.ChildSettings;
import chatload.settings.Setting;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java process on the simulations' classpath. It ends with this process, however this one ends:
 * it watches its standard input, on which this one says at most what it wants to be done.
 */
public final class Child implements AutoCloseable {

  /** The variable that tells a child to end with its parent. */
  private static final String STOP_WITH_PARENT = "LOADTEST_STOP_WITH_PARENT";

  /** Begins those that only the parent needs, credentials among them. */
  private static final String TELEMETRY = "OTEL_";

  private static final long GRACE_SECONDS = 5;

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /** What a child prints and where it goes. */
  sealed interface Output {
    /** Read by this process. */
    record Piped() implements Output {}

    /** Read by this process; what goes to standard error is appended to a file. */
    record PipedButErrors(Path file) implements Output {}

    /** The same terminal as this process. */
    record Inherited() implements Output {}
  }

  static Child start(
      Home home,
      String mainClass,
      List<String> arguments,
      Map<String, String> variables,
      Output output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(home.javaOptions());
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add(
        "-D"
            + JavaVariables.TEMPORARY_FILES
            + "="
            + System.getProperty(JavaVariables.TEMPORARY_FILES));
    command.add(mainClass);
    command.addAll(arguments);
    requireEncodable(command);
    requireEncodable(variables.values());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.PIPE);
    for (Setting setting : Setting.values()) {
      builder.environment().remove(setting.variable());
    }
    builder.environment().remove(ChildSettings.VARIABLE);
    JavaVariables.NAMES.forEach(builder.environment()::remove);
    builder.environment().keySet().removeIf(name -> name.startsWith(TELEMETRY));
    builder.environment().putAll(variables);
    builder.environment().put(STOP_WITH_PARENT, "1");
    if (output instanceof Output.PipedButErrors piped) {
      builder.redirectError(ProcessBuilder.Redirect.appendTo(piped.file().toFile()));
    } else if (output instanceof Output.Inherited) {
      builder
          .redirectOutput(ProcessBuilder.Redirect.INHERIT)
          .redirectError(ProcessBuilder.Redirect.INHERIT);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
    return new Child(builder.start());
  }

  /** Java would put a question mark in the place of what the locale's encoding does not have. */
  private static void requireEncodable(Collection<String> words) {
    Charset encoding = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    if (!words.stream().allMatch(encoding.newEncoder()::canEncode)) {
      throw UserError.usage(
          "a path, a claim's name or a secret has characters that no process can be given in this"
              + " machine's locale",
          "Use a UTF-8 locale: export LC_ALL=C.UTF-8");
    }
  }

  Process process() {
    return process;
  }

  /** Waits for the end at most so long; returns whether it ended. */
  public boolean awaitEnd(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks the process to end, and sees to it that it does. */
  @Override
  public void close() {
    if (!process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
