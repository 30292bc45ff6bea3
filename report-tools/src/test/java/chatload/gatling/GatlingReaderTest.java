package chatload.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.charts.stats.Ranges;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Holds the figures of stats.json against those that Gatling's own reader gives its report. */
class GatlingReaderTest {

  /** Up to so many times Gatling's estimate was seen to be exact. */
  private static final int ESTIMATED_ABOVE = 30;

  @TempDir Path temp;

  private LogFileData gatling;
  private int compared;

  static List<String> versions() {
    return Fixtures.VERSIONS;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void all_figures_of_a_real_run_are_those_of_Gatlings_report(String version) throws Exception {
    compare(Fixtures.log(version));
    assertThat(compared).as("rows").isGreaterThanOrEqualTo(12);
  }

  @Test
  void all_figures_of_many_requests_are_those_of_Gatlings_report() throws Exception {
    Random random = new Random(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TestLog log = new TestLog(bytes, "3.15.1", 1_795_463_524_740L, "s");
    log.user(0, true, 0);
    for (int i = 0; i < 20_000; i++) {
      int firstToken = 300 + (int) (200 * Math.abs(random.nextGaussian()));
      int total = firstToken + random.nextInt(2_000);
      log.chat(i, firstToken, total, random.nextInt(50) > 0);
    }
    log.user(0, false, 30_000);
    compare(bytes.toByteArray());
    assertThat(compared).as("rows").isEqualTo(6);
  }

  private void compare(byte[] log) throws IOException, UnusableLog {
    RunStats stats = RunStats.read(new ByteArrayInputStream(log));
    gatling = read(log);
    assertSame(
        "all",
        StatsTree.of(stats).stats(),
        stats.all(),
        status -> gatling.requestGeneralStats(Option.empty(), Option.empty(), status),
        gatling.numberOfRequestInResponseTimeRanges(Option.empty(), Option.empty()));
    compareInside(StatsTree.of(stats), stats.all(), List.of());
    assertThat(gatling.statsPaths().size()).as("rows that Gatling has").isEqualTo(compared - 1);
  }

  private void compareInside(StatsJson node, Row row, List<String> path) {
    for (StatsJson child : node.contents().values()) {
      List<String> childPath = new ArrayList<>(path);
      if (child.type().equals("REQUEST")) {
        Option<String> name = Option.apply(child.name());
        Option<io.gatling.charts.stats.Group> group =
            path.isEmpty() ? Option.empty() : Option.apply(group(path));
        assertSame(
            child.path(),
            child.stats(),
            row.requests().get(child.name()),
            status -> gatling.requestGeneralStats(name, group, status),
            gatling.numberOfRequestInResponseTimeRanges(name, group));
      } else {
        childPath.add(child.name());
        assertSame(
            child.path(),
            child.stats(),
            row.group(child.name()),
            status -> gatling.groupCumulatedResponseTimeGeneralStats(group(childPath), status),
            gatling.numberOfRequestInResponseTimeRanges(
                Option.empty(), Option.apply(group(childPath))));
        compareInside(child, row.group(child.name()), childPath);
      }
    }
  }

  private void assertSame(
      String path,
      StatsJson.Stats ours,
      Row row,
      Function<Option<Status>, Option<GeneralStats>> theirs,
      Ranges ranges) {
    compared++;
    GeneralStats total = theirs.apply(Option.empty()).get();
    GeneralStats ok = orNull(theirs.apply(Option.apply(OK$.MODULE$)));
    GeneralStats ko = orNull(theirs.apply(Option.apply(KO$.MODULE$)));

    equal(path, ours.numberOfRequests(), total.count(), count(ok), count(ko));
    equal(path, ours.minResponseTime(), total.min(), min(ok), min(ko));
    equal(path, ours.maxResponseTime(), total.max(), max(ok), max(ko));
    equal(path, ours.meanResponseTime(), (long) total.mean(), mean(ok), mean(ko));
    equal(path, ours.standardDeviation(), (long) total.stdDev(), deviation(ok), deviation(ko));
    assertThat(ours.meanNumberOfRequestsPerSecond().total())
        .isCloseTo(total.meanRequestsPerSec(), within(1e-9));
    assertThat(ours.group1().count()).as(path).isEqualTo(ranges.lowCount());
    assertThat(ours.group2().count()).as(path).isEqualTo(ranges.middleCount());
    assertThat(ours.group3().count()).as(path).isEqualTo(ranges.highCount());
    assertThat(ours.group4().count()).as(path).isEqualTo(ranges.koCount());
    assertThat(ours.group1().percentage()).isCloseTo(ranges.lowPercentage(), within(1e-9));
    for (int percent : new int[] {50, 75, 95, 99}) {
      near(path, percent, row.total(), total);
      near(path, percent, row.ok(), ok);
      near(path, percent, row.ko(), ko);
    }
  }

  private static <T extends Number> void equal(
      String path, StatsJson.Split<T> ours, T total, T ok, T ko) {
    assertThat(ours).as(path).isEqualTo(new StatsJson.Split<>(total, ok, ko));
  }

  /** Equal, or where Gatling estimates: at most two and a hundredth of n positions away. */
  private static void near(String path, int percent, Times ours, GeneralStats theirs) {
    if (theirs == null) {
      assertThat(ours.percentile(percent)).as(path).isZero();
      return;
    }
    long n = ours.count();
    int estimate = ((Number) theirs.percentile().apply((double) percent)).intValue();
    long position = Math.min(n, percent * n / 100 + 1);
    long slack = n <= ESTIMATED_ABOVE ? 0 : 2 + n / 100;
    assertThat(estimate)
        .as(path + " P" + percent + " of " + n)
        .isBetween(ours.at(Math.max(1, position - slack)), ours.at(Math.min(n, position + slack)));
  }

  private static long count(GeneralStats stats) {
    return stats == null ? 0 : stats.count();
  }

  private static int min(GeneralStats stats) {
    return stats == null ? 0 : stats.min();
  }

  private static int max(GeneralStats stats) {
    return stats == null ? 0 : stats.max();
  }

  private static long mean(GeneralStats stats) {
    return stats == null ? 0 : stats.mean();
  }

  private static long deviation(GeneralStats stats) {
    return stats == null ? 0 : stats.stdDev();
  }

  private static GeneralStats orNull(Option<GeneralStats> stats) {
    return stats.isEmpty() ? null : stats.get();
  }

  private static io.gatling.charts.stats.Group group(List<String> path) {
    return new io.gatling.charts.stats.Group(CollectionConverters.asScala(path).toList());
  }

  /** Gatling's reader takes only logs of its own version, so that one is put in. */
  private LogFileData read(byte[] log) throws IOException {
    byte[] patched = log.clone();
    System.arraycopy("3.15.1".getBytes(StandardCharsets.ISO_8859_1), 0, patched, 5, 6);
    Files.createDirectories(temp.resolve("run"));
    Files.write(temp.resolve("run/simulation.log"), patched);
    return LogFileReader.apply("run", temp, GatlingConfiguration.load()).read();
  }
}
