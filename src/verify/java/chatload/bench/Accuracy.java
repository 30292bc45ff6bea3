package chatload.bench;

import chatload.metric.NearestRank;
import chatload.protocol.mapping.Protocols;
import chatload.settings.ProtocolSetting;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * By how much this project, a plain Gatling simulation and a bare Netty client measure wrong, and
 * at what cost: a Markdown table on standard output, then the bounds that hold for this project.
 * Arguments: a directory for what the runs leave, then loads (default: all). With {@code
 * --protocol=NAME} before the loads the service speaks that one, or {@code all} of those that files
 * describe in turn, and only this project, which can read them, is measured. Exit status 4 if a
 * bound is missed.
 */
final class Accuracy {

  private static final String HEAD =
      """
      | Load | Client | Chats | First token error P50 | P95 | P99 | max | Total error P50 | P95 | P99 | max | CPU per token | Memory per stream |
      |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """;

  private static final String PROTOCOL = "--protocol=";
  private static final Client[] OWN = {Client.CHATLOAD};

  private Accuracy() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    List<String> names = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    List<String> protocols = List.of(ProtocolSetting.EYWA);
    if (!names.isEmpty() && names.get(0).startsWith(PROTOCOL)) {
      String asked = names.remove(0).substring(PROTOCOL.length());
      protocols = asked.equals("all") ? Protocols.described() : List.of(asked);
    }
    List<String> loadNames = names.isEmpty() ? Load.ALL : names;
    List<Load> loads =
        protocols.stream()
            .flatMap(one -> loadNames.stream().map(name -> Load.named(name, one)))
            .toList();
    List<Measurement> all = new ArrayList<>();
    System.out.print(HEAD);
    for (Load load : loads) {
      for (Client client : load.isForAllClients() ? Client.values() : OWN) {
        Path own = Files.createDirectories(directory.resolve(load.label() + "-" + client));
        Measurement measurement = Measurement.of(load, client, own);
        all.add(measurement);
        System.out.println(row(measurement));
      }
    }
    System.out.println();
    List<Bound> bounds = Bound.of(all);
    bounds.forEach(System.out::println);
    boolean kept = bounds.stream().allMatch(Bound::isKept);
    System.exit((kept ? ExitCode.PASS : ExitCode.FAIL).code());
  }

  private static String row(Measurement measurement) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d/%d | %s | %s | %.1f µs | %s |",
        measurement.load().label(),
        measurement.client().label(),
        measurement.chats(),
        measurement.load().chats(),
        errors(measurement.firstTokenErrors()),
        errors(measurement.totalErrors()),
        measurement.cpuMicrosPerToken(),
        measurement.bytesPerStream().isEmpty()
            ? ""
            : String.format(
                Locale.ROOT, "%.1f kB", measurement.bytesPerStream().getAsDouble() / 1000));
  }

  private static String errors(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%.1f ms | %.1f ms | %.1f ms | %.1f ms",
        NearestRank.of(50, sorted),
        NearestRank.of(95, sorted),
        NearestRank.of(99, sorted),
        sorted[sorted.length - 1]);
  }
}
