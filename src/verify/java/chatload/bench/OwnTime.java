package chatload.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the time of {@code ./loadtest scenarios} goes that is not the chats', and how exact its
 * times are: a Markdown table of medians on standard output. Arguments: a directory for what the
 * jobs leave, how many jobs, then checkouts of this project, which take turns, so that a busy
 * machine is as busy for one as for the other.
 */
final class OwnTime {

  private OwnTime() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    List<Path> checkouts = Arrays.stream(args).skip(2).map(Path::of).toList();
    Map<Path, List<TimedJob>> jobs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (int i = 0; i < checkouts.size(); i++) {
        Path own = Files.createDirectories(directory.resolve("round-" + round)).resolve("job-" + i);
        TimedJob job = TimedJob.run(checkouts.get(i), own);
        System.err.printf(
            Locale.ROOT, "round %d, %s: %.0f ms%n", round, checkouts.get(i), job.perScenario());
        jobs.computeIfAbsent(checkouts.get(i), unused -> new ArrayList<>()).add(job);
      }
    }
    System.out.print(table(jobs));
  }

  private static String table(Map<Path, List<TimedJob>> jobs) {
    StringBuilder table = new StringBuilder("| Milliseconds, median |");
    jobs.keySet().forEach(checkout -> table.append(' ').append(checkout).append(" |"));
    table.append("\n|---|").append("---:|".repeat(jobs.size())).append('\n');
    List<TimedJob> any = jobs.values().iterator().next();
    for (String phase : any.get(0).phases().keySet()) {
      table.append("| ").append(phase).append(" |");
      for (List<TimedJob> of : jobs.values()) {
        table.append(String.format(Locale.ROOT, " %.1f |", median(of.stream(), phase)));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static double median(java.util.stream.Stream<TimedJob> jobs, String phase) {
    List<Double> sorted =
        jobs.map(job -> job.phases().get(phase)).sorted().collect(Collectors.toList());
    return sorted.get((sorted.size() - 1) / 2);
  }
}
