package chatload;

import chatload.cli.CommandContext;
import chatload.cli.Loadtest;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The entry point: the only place that ends the process. */
public final class Main {

  /** Set by the launcher when standard output is a terminal. */
  private static final String TERMINAL_PROPERTY = "loadtest.terminal";

  private Main() {}

  public static void main(String[] args) {
    CommandContext context =
        new CommandContext(
            utf8(System.out),
            utf8(System.err),
            System.getenv(),
            System.getProperties(),
            Boolean.getBoolean(TERMINAL_PROPERTY),
            Clock.systemUTC());
    System.exit(Loadtest.run(context, args));
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
