package chatload.cli;

import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.Scenario;
import chatload.stats.NearestRank;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How a scenario goes, in one line: rewritten in place on a terminal, else printed now and then and
 * at the end.
 */
final class Progress {

  private static final long PLAIN_PERIOD_NANOS = 10_000_000_000L;
  private static final String REWRITE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final Scenario scenario;
  private final Map<Outcome, Integer> failed = new EnumMap<>(Outcome.class);
  private final List<Double> firstTokens = new ArrayList<>();
  private int ok;
  private long firstRecordNanos = -1;
  private long lastPrintNanos;

  Progress(PrintWriter out, boolean terminal, Scenario scenario, long nowNanos) {
    this.out = out;
    this.terminal = terminal;
    this.scenario = scenario;
    this.lastPrintNanos = nowNanos;
  }

  void add(List<ChatRecord> records, long nowNanos) {
    for (ChatRecord record : records) {
      if (firstRecordNanos < 0) {
        firstRecordNanos = nowNanos - (long) (record.elapsedMs() * 1e6);
      }
      if (record.outcome().isOk()) {
        ok++;
        firstTokens.add(record.firstTokenMs());
      } else {
        failed.merge(record.outcome(), 1, Integer::sum);
      }
    }
  }

  /** Prints the line if it is time to. */
  void show(long nowNanos) {
    if (terminal) {
      out.print(REWRITE + line(nowNanos));
      out.flush();
    } else if (nowNanos - lastPrintNanos >= PLAIN_PERIOD_NANOS) {
      lastPrintNanos = nowNanos;
      out.println(line(nowNanos));
    }
  }

  /** Prints the last state. */
  void end(long nowNanos) {
    out.println((terminal ? REWRITE : "") + line(nowNanos));
  }

  private int done() {
    return ok + failures();
  }

  private int failures() {
    return failed.values().stream().mapToInt(Integer::intValue).sum();
  }

  String line(long nowNanos) {
    String name = String.format(Locale.ROOT, "%-9s", scenario.name());
    if (done() == 0) {
      return name + "warming up, then " + scenario.requests() + " chats";
    }
    StringJoiner line = new StringJoiner("  ");
    line.add(name + done() + "/" + scenario.requests());
    line.add("OK " + ok);
    line.add("failed " + failures() + byOutcome());
    if (!firstTokens.isEmpty()) {
      line.add(String.format(Locale.ROOT, "P95 first token %.0f ms", p95()));
    }
    if (done() < scenario.requests()) {
      line.add(timeLeft(nowNanos) + " left");
    }
    return line.toString();
  }

  private String byOutcome() {
    if (failed.isEmpty()) {
      return "";
    }
    StringJoiner outcomes = new StringJoiner(", ", " (", ")");
    failed.forEach((outcome, count) -> outcomes.add(outcome + " " + count));
    return outcomes.toString();
  }

  private double p95() {
    return NearestRank.of(
        95, firstTokens.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  private String timeLeft(long nowNanos) {
    double perChat = (nowNanos - firstRecordNanos) / (double) done();
    long seconds = Math.round(perChat * (scenario.requests() - done()) / 1e9);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
