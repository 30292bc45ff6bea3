package chatload.closure;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.files.ReportDir;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Runs commands on a report directory, through the command line, as Han Meimei at nine. */
abstract class ClosingCommands {

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final Map<String, String> environment = new HashMap<>(Map.of("GIT_AUTHOR_NAME", "Han Meimei"));

  /** The exit code. */
  int run(String command, ReportDir dir, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--report-dir", dir.root().toString()));
    words.addAll(Arrays.asList(more));
    CommandContext context =
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            environment,
            new Properties(),
            false,
            Clock.fixed(Instant.parse("2026-11-23T09:00:00.123Z"), ZoneOffset.UTC));
    return Loadtest.run(context, words.toArray(String[]::new));
  }
}
