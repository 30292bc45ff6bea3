package chatload.gatling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A node of {@code js/stats.json}, field by field as Gatling 3.13.4, the last version that wrote
 * it, did: the root holds all requests, a group's {@code contents} what is inside it. Two things
 * are different. The root is called {@code Global Information}, as in most versions that wrote the
 * file (the last ones said {@code All Requests}); and percentiles are not estimated, see {@link
 * Times}.
 *
 * <p>Times are whole milliseconds; 0 stands for "none" beside a count of 0.
 *
 * @param type GROUP or REQUEST
 * @param name its own name
 * @param path with the names of the groups around it
 * @param pathFormatted the path as a file name
 * @param stats its figures
 * @param contents nodes by the name as a file name, groups first; null in a request
 */
record StatsJson(
    String type,
    String name,
    String path,
    String pathFormatted,
    Stats stats,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, StatsJson> contents) {

  static final String ROOT = "Global Information";

  static StatsJson root(Stats stats, Map<String, StatsJson> contents) {
    return new StatsJson("GROUP", ROOT, "", FileNames.group(""), stats, contents);
  }

  static StatsJson group(String name, String path, Stats stats, Map<String, StatsJson> contents) {
    return new StatsJson("GROUP", name, path, FileNames.group(path), stats, contents);
  }

  static StatsJson request(String name, String path, Stats stats) {
    return new StatsJson("REQUEST", name, path, FileNames.request(path), stats, null);
  }

  /** One figure over all executions, over those that succeeded, and over those that did not. */
  record Split<T extends Number>(T total, T ok, T ko) {}

  /**
   * Executions in a range of times.
   *
   * @param percentage of all executions
   */
  record Range(String name, String htmlName, long count, double percentage) {

    static Range of(String name, String htmlName, long count, long total) {
      return new Range(name, htmlName, count, total == 0 ? 0 : (double) count / total * 100);
    }
  }

  /**
   * The figures of a node. Percentiles 1 to 4 are the 50th, 75th, 95th and 99th, the groups are OK
   * below 800 ms, below 1200 ms, from there, and failed: Gatling's defaults, since a log does not
   * say what was configured.
   */
  record Stats(
      String name,
      Split<Long> numberOfRequests,
      Split<Integer> minResponseTime,
      Split<Integer> maxResponseTime,
      Split<Long> meanResponseTime,
      Split<Long> standardDeviation,
      Split<Integer> percentiles1,
      Split<Integer> percentiles2,
      Split<Integer> percentiles3,
      Split<Integer> percentiles4,
      Range group1,
      Range group2,
      Range group3,
      Range group4,
      Split<Double> meanNumberOfRequestsPerSecond) {

    static Stats of(String name, Row row, long seconds) {
      Times total = row.total();
      Times ok = row.ok();
      Times ko = row.ko();
      long n = total.count();
      String low = Row.LOWER_BOUND + " ms";
      String high = Row.HIGHER_BOUND + " ms";
      return new Stats(
          name,
          new Split<>(n, ok.count(), ko.count()),
          new Split<>(total.min(), ok.min(), ko.min()),
          new Split<>(total.max(), ok.max(), ko.max()),
          new Split<>(total.mean(), ok.mean(), ko.mean()),
          new Split<>(total.standardDeviation(), ok.standardDeviation(), ko.standardDeviation()),
          percentiles(50, total, ok, ko),
          percentiles(75, total, ok, ko),
          percentiles(95, total, ok, ko),
          percentiles(99, total, ok, ko),
          Range.of("t < " + low, "t < " + low, row.fast(), n),
          Range.of(low + " <= t < " + high, "t >= " + low + " <br> t < " + high, row.middling(), n),
          Range.of("t >= " + high, "t >= " + high, row.slow(), n),
          Range.of("failed", "failed", row.koCount(), n),
          new Split<>(
              (double) n / seconds, (double) ok.count() / seconds, (double) ko.count() / seconds));
    }

    private static Split<Integer> percentiles(int percent, Times total, Times ok, Times ko) {
      return new Split<>(total.percentile(percent), ok.percentile(percent), ko.percentile(percent));
    }
  }
}
