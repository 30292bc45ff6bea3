package chatload.bench;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Runs one loadtest command line and says how long it took, since Java started, in what heap. */
final class Measured {

  private Measured() {}

  public static void main(String[] args) {
    PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
    PrintWriter err = new PrintWriter(System.err, true);
    int code =
        Loadtest.run(
            new CommandContext(nowhere, err, Map.of(), new Properties(), false, Clock.systemUTC()),
            args);
    long millis = ManagementFactory.getRuntimeMXBean().getUptime();
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        Locale.ROOT, "exit %d  %6.2f s  peak heap %4d MiB%n", code, millis / 1000.0, peak >> 20);
  }
}
