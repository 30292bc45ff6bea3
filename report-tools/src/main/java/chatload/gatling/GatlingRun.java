package chatload.gatling;

import chatload.files.ReportDir;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Gatling itself left of one scenario in a report directory. */
public sealed interface GatlingRun {

  /** Nothing; so it is after {@code mvn gatling:test}, whose results are elsewhere. */
  record Absent() implements GatlingRun {}

  /**
   * More than one folder, so that nobody can say which one belongs to the records.
   *
   * @param folders their names
   */
  record Several(List<String> folders) implements GatlingRun {
    public Several {
      folders = List.copyOf(folders);
    }
  }

  /**
   * A log that can't be read.
   *
   * @param folder name of its folder
   * @param problem what is wrong with it, a predicate without subject
   */
  record Unusable(String folder, String problem) implements GatlingRun {}

  /**
   * Figures.
   *
   * @param folder where they are from
   * @param chats of the chats
   * @param stats of everything; empty when they are from the stats.json of an older Gatling
   */
  record Measured(ResultsFolder folder, ChatFigures chats, Optional<RunStats> stats)
      implements GatlingRun {}

  /** What is computed from it and stands beside it, whether it is there or not. */
  default List<Path> computed() {
    return this instanceof Measured measured && measured.stats().isPresent()
        ? List.of(measured.folder().statsJson(), measured.folder().globalStatsJson())
        : List.of();
  }

  /** Looks for {@code gatling/<scenario>simulation-…} and reads what is in it. */
  static GatlingRun of(ReportDir dir, String scenario) {
    List<ResultsFolder> folders =
        ResultsFolder.in(dir.folder(), dir.gatling()).stream()
            .filter(folder -> isOf(folder.name(), scenario + "simulation-"))
            .toList();
    if (folders.isEmpty()) {
      return new Absent();
    }
    if (folders.size() > 1) {
      return new Several(folders.stream().map(ResultsFolder::name).toList());
    }
    return of(folders.get(0));
  }

  /**
   * What several processes left of one scenario, taken together; their figures are those of all
   * logs, and are never those of the figures of each.
   *
   * @param each one per process, by a name for it
   */
  static GatlingRun together(Map<String, GatlingRun> each) {
    List<ResultsFolder> folders = new ArrayList<>();
    for (Map.Entry<String, GatlingRun> one : each.entrySet()) {
      if (one.getValue() instanceof Measured measured && measured.stats().isPresent()) {
        folders.add(measured.folder());
      } else if (one.getValue() instanceof Several several) {
        return several;
      } else if (one.getValue() instanceof Unusable unusable) {
        return new Unusable(one.getKey() + "/" + unusable.folder(), unusable.problem());
      }
    }
    if (folders.isEmpty()) {
      return new Absent();
    }
    if (folders.size() < each.size()) {
      return new Unusable(String.join(", ", each.keySet()), "do not all have a log");
    }
    try {
      ResultsFolder first = folders.get(0);
      ChatFigures figures = ChatFigures.of(RunStats.of(folders));
      return new Measured(first, figures, Optional.empty());
    } catch (UnusableLog e) {
      return new Unusable(String.join(", ", each.keySet()), e.getMessage());
    }
  }

  /** The rest is a time; it is not when a scenario is called like another's folders. */
  private static boolean isOf(String folder, String stem) {
    return folder.startsWith(stem) && !folder.substring(stem.length()).contains("simulation-");
  }

  private static GatlingRun of(ResultsFolder folder) {
    try {
      RunStats stats = folder.stats();
      return new Measured(folder, ChatFigures.of(stats), Optional.of(stats));
    } catch (UnusableLog e) {
      return e.isOlder() && folder.hasStatsJson()
          ? ofStatsJson(folder)
          : new Unusable(folder.name(), e.getMessage());
    }
  }

  private static GatlingRun ofStatsJson(ResultsFolder folder) {
    try {
      return new Measured(folder, folder.chatsInStatsJson(), Optional.empty());
    } catch (IOException e) {
      return new Unusable(folder.name(), "has a js/stats.json that can't be read");
    }
  }
}
