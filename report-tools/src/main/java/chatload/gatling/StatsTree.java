package chatload.gatling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Arranges the rows of a run as Gatling's table does: by the time of their first request, and only
 * groups with requests in them.
 */
final class StatsTree {

  private static final String SEPARATOR = " / ";

  private final RunStats stats;

  private StatsTree(RunStats stats) {
    this.stats = stats;
  }

  static StatsJson of(RunStats stats) {
    StatsTree tree = new StatsTree(stats);
    return StatsJson.root(tree.figures(StatsJson.ROOT, stats.all()), tree.inside(stats.all(), ""));
  }

  private Map<String, StatsJson> inside(Row row, String path) {
    Map<String, StatsJson> contents = new LinkedHashMap<>();
    groups(row)
        .forEach(
            group ->
                put(
                    contents,
                    FileNames.group(group.name),
                    StatsJson.group(
                        group.name,
                        path + group.name,
                        figures(group.name, group.row),
                        inside(group.row, path + group.name + SEPARATOR))));
    byStart(row.requests())
        .forEach(
            request ->
                put(
                    contents,
                    FileNames.request(request.name),
                    StatsJson.request(
                        request.name, path + request.name, figures(request.name, request.row))));
    return contents;
  }

  /** Puts a node under a key, or under the key with a number if two names make the same one. */
  private static void put(Map<String, StatsJson> contents, String key, StatsJson node) {
    String free = key;
    for (int i = 2; contents.containsKey(free); i++) {
      free = key + "-" + i;
    }
    contents.put(free, node);
  }

  private StatsJson.Stats figures(String name, Row row) {
    return StatsJson.Stats.of(name, row, stats.seconds());
  }

  private static List<Named> groups(Row row) {
    List<Named> groups = new ArrayList<>();
    row.groups()
        .forEach(
            (name, group) -> {
              Order order = firstRequest(group, 1);
              if (order != null) {
                groups.add(new Named(name, group, order));
              }
            });
    groups.sort(Comparator.comparing(Named::order));
    return groups;
  }

  private static Stream<Named> byStart(Map<String, Row> requests) {
    return requests.entrySet().stream()
        .map(
            entry ->
                new Named(
                    entry.getKey(),
                    entry.getValue(),
                    new Order(entry.getValue().firstStartMillis(), 0)))
        .sorted(Comparator.comparing(Named::order));
  }

  /** The earliest request in a group; the less deep one of two. Null if there is none. */
  private static Order firstRequest(Row group, int depth) {
    Order first = null;
    for (Row request : group.requests().values()) {
      first = earlier(first, new Order(request.firstStartMillis(), depth));
    }
    for (Row inner : group.groups().values()) {
      first = earlier(first, firstRequest(inner, depth + 1));
    }
    return first;
  }

  private static Order earlier(Order one, Order other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private record Named(String name, Row row, Order order) {}

  private record Order(int startMillis, int depth) implements Comparable<Order> {
    @Override
    public int compareTo(Order other) {
      return Comparator.comparingInt(Order::startMillis)
          .thenComparingInt(Order::depth)
          .compare(this, other);
    }
  }
}
