package chatload.attack;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.launch.Home;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The command line of this project. */
final class Tool {

  private static final long JOB_SECONDS = 300;
  private static final long READING_SECONDS = 10;

  private Tool() {}

  /** {@code loadtest COMMAND …} in processes of its own, as a user starts it. */
  static Ended process(Map<String, String> variables, List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().keySet().removeIf(Tool::isSetting);
    builder.environment().putAll(variables);
    return Ended.of(builder, JOB_SECONDS);
  }

  private static boolean isSetting(String variable) {
    return variable.startsWith("LOADTEST") || variable.startsWith("AUTH_");
  }

  static List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                new Home(Path.of("").toAbsolutePath()).jvmOptions(),
                "-D" + Home.PROPERTY + "=" + System.getProperty("user.dir"),
                "-cp",
                System.getProperty("java.class.path"),
                "chatload.Main"));
    command.addAll(arguments);
    return command;
  }

  /**
   * {@code loadtest COMMAND --report-dir …}, for a command that sends nothing: in this process,
   * which waits for it so long at most.
   */
  static Ended reading(Directory directory, String command, String... more) {
    List<String> line =
        new ArrayList<>(List.of(command, "--report-dir", directory.root().toString()));
    line.addAll(List.of(more));
    String[] arguments = line.toArray(new String[0]);
    StringWriter printed = new StringWriter();
    int[] code = {Ended.HUNG};
    Thread thread = new Thread(() -> code[0] = run(printed, arguments), "attacked-command");
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(READING_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Ended(thread.isAlive() ? Ended.HUNG : code[0], printed.toString());
  }

  private static int run(StringWriter printed, String... arguments) {
    PrintWriter out = new PrintWriter(printed, true);
    Properties properties = new Properties();
    properties.setProperty(Home.PROPERTY, System.getProperty("user.dir"));
    properties.setProperty("user.name", "attacker");
    CommandContext context =
        new CommandContext(out, out, Map.of(), properties, false, Clock.systemUTC());
    return Loadtest.run(context, arguments);
  }
}
