package chatload;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.settings.ProcessText;
import chatload.tool.UserError;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The entry point. */
public final class Main {

  /** Set by the launcher when standard output is a terminal. */
  private static final String TERMINAL_PROPERTY = "loadtest.terminal";

  private Main() {}

  public static void main(String[] args) {
    ProcessText given = ProcessText.ofThisProcess();
    PrintWriter err = utf8(System.err);
    int exitCode;
    try {
      exitCode = Loadtest.run(context(given, err), given.arguments(args));
    } catch (UserError e) {
      err.println("loadtest: " + e.getMessage());
      err.println("  " + e.hint());
      exitCode = e.exitCode().code();
    }
    System.exit(exitCode);
  }

  private static CommandContext context(ProcessText given, PrintWriter err) {
    return new CommandContext(
        utf8(System.out),
        err,
        given.environment(System.getenv()),
        given.properties(System.getProperties()),
        Boolean.getBoolean(TERMINAL_PROPERTY),
        Clock.systemUTC());
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
