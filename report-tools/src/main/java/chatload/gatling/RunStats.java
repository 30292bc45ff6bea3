package chatload.gatling;

import chatload.gatling.LogRecord.Group;
import chatload.gatling.LogRecord.Request;
import chatload.gatling.LogRecord.Run;
import chatload.gatling.LogRecord.User;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Everything that Gatling's HTML report counts and times, of one run. Memory grows with the number
 * of different requests and of different times, not with that of records.
 */
public final class RunStats {

  /** More different requests and groups than this are no report that anyone can read. */
  static final int MOST_ROWS = 20_000;

  private final Row all = new Row();
  private Run run;
  private boolean truncated;
  private int rows;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  private RunStats() {}

  /**
   * Sums up a simulation.log.
   *
   * @throws UnusableLog when it can't be read, or breaks off before it says anything
   */
  public static RunStats read(InputStream log) throws IOException, UnusableLog {
    RunStats stats = new RunStats();
    stats.take(log);
    return stats;
  }

  /**
   * Sums up the logs of several processes as if they were one; times are since the start of each.
   *
   * @throws UnusableLog as {@link #read}, of any of them
   */
  static RunStats of(List<ResultsFolder> folders) throws UnusableLog {
    RunStats stats = new RunStats();
    for (ResultsFolder folder : folders) {
      folder.feed(stats::take);
    }
    return stats;
  }

  private void take(InputStream log) throws IOException, UnusableLog {
    run = null;
    try {
      truncated |= SimulationLog.read(log, this::add).truncated();
    } catch (TooManyRows e) {
      throw UnusableLog.damaged(0, "more than " + MOST_ROWS + " different requests and groups");
    }
    if (run == null) {
      throw UnusableLog.damaged(0, "it breaks off before it says what was run");
    }
  }

  public Run run() {
    return run;
  }

  /** Whether it was a Gatling that wrote js/stats.json itself. */
  public boolean gatlingWroteStatsJson() {
    return run.gatlingVersion().matches("3\\.13\\.[0-4]");
  }

  /** Whether the log breaks off, so that the figures are about a part of the run. */
  public boolean truncated() {
    return truncated;
  }

  /** All requests. */
  Row all() {
    return all;
  }

  /** The row of a group; an empty one if it never ended. */
  Row group(List<String> path) {
    Row row = all;
    for (String name : path) {
      row = row.group(name);
      if (row == null) {
        return new Row();
      }
    }
    return row;
  }

  /** Whole seconds from the first record to the last, at least one. */
  long seconds() {
    return firstMillis >= lastMillis ? 1 : (lastMillis - firstMillis + 999) / 1000;
  }

  private void add(LogRecord item) {
    if (item instanceof Request request) {
      add(request);
    } else if (item instanceof Group group) {
      saw(group.startMillis(), group.endMillis());
      row(group.groups())
          .add(group.ok(), group.startMillis(), group.cumulatedMillis(), group.durationMillis());
    } else if (item instanceof User user) {
      saw(user.start() ? user.atMillis() : Integer.MAX_VALUE, user.atMillis());
    } else if (item instanceof Run first) {
      run = first;
    }
  }

  private void add(Request request) {
    if (request.unmatched()) {
      return;
    }
    saw(request.startMillis(), request.endMillis());
    int millis = request.responseMillis();
    all.add(request.ok(), request.startMillis(), millis, millis);
    child(row(request.groups()).requests(), request.name())
        .add(request.ok(), request.startMillis(), millis, millis);
  }

  private void saw(int startMillis, int endMillis) {
    firstMillis = Math.min(firstMillis, startMillis);
    lastMillis = Math.max(lastMillis, endMillis);
  }

  private Row row(List<String> groups) {
    Row row = all;
    for (int depth = 0; depth < groups.size(); depth++) {
      row = child(row.groups(), groups.get(depth));
    }
    return row;
  }

  private Row child(Map<String, Row> children, String name) {
    Row child = children.get(name);
    if (child == null) {
      if (++rows > MOST_ROWS) {
        throw new TooManyRows();
      }
      child = new Row();
      children.put(name, child);
    }
    return child;
  }

  private static final class TooManyRows extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
