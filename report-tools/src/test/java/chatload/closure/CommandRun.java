package chatload.closure;

import chatload.cli.CommandContext;
import chatload.cli.Loadtest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What came of a command line.
 *
 * @param code the exit code
 * @param out what it printed as result
 * @param err what else it printed
 */
record CommandRun(int code, String out, String err) {

  /** Runs a command on a report directory. */
  static CommandRun of(String command, Path dir, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--report-dir", dir.toString()));
    words.addAll(Arrays.asList(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandContext context =
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Map.of("GIT_AUTHOR_NAME", "Han Meimei"),
            new Properties(),
            false,
            Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));
    int code = Loadtest.run(context, words.toArray(String[]::new));
    return new CommandRun(code, out.toString(), err.toString());
  }
}
