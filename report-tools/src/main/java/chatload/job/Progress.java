package chatload.job;

import chatload.launch.RunState;
import chatload.metric.NearestRank;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.Scenario;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How a scenario goes, in one line: rewritten in place on a terminal, else printed once a second
 * and at the end.
 */
final class Progress {

  private static final long PLAIN_PERIOD_NANOS = 1_000_000_000L;
  private static final String REWRITE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final int width;
  private final Scenario scenario;
  private final long startNanos;
  private final Map<Outcome, Integer> failed = new EnumMap<>(Outcome.class);
  private final List<Double> firstTokens = new ArrayList<>();
  private int ok;
  private long firstRecordNanos = -1;
  private long lastPrintNanos;
  private RunState state;

  /**
   * @param columns of the terminal; 0 where there is none, and lines can be of any length
   */
  Progress(PrintWriter out, int columns, Scenario scenario, long nowNanos) {
    this.out = out;
    this.terminal = columns > 0;
    this.width = terminal ? columns - 1 : Integer.MAX_VALUE;
    this.startNanos = nowNanos;
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

  /** What the load generator says of itself. */
  void state(RunState said) {
    state = said;
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
    out.println((terminal ? REWRITE : "") + line(nowNanos).replace("  writing the report", ""));
  }

  private int done() {
    return ok + failures();
  }

  private int failures() {
    return failed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** As much as fits on the terminal; a longer line would wrap, and could not be rewritten. */
  String line(long nowNanos) {
    String name = String.format(Locale.ROOT, "%-9s", scenario.name());
    if (done() == 0) {
      long seconds = Math.max(0, nowNanos - startNanos) / 1_000_000_000L;
      return name
          + "getting ready: "
          + seconds
          + " s so far, then "
          + scenario.requests()
          + " chats";
    }
    String counts = name + done() + "/" + scenario.requests() + "  OK " + ok;
    String p95 =
        firstTokens.isEmpty() ? "" : String.format(Locale.ROOT, "  P95 first token %.0f ms", p95());
    String rest =
        done() < scenario.requests() ? "  " + timeLeft(nowNanos) + " left" : "  writing the report";
    String whole =
        counts + "  failed " + failures() + byOutcome(failed.size()) + p95 + own() + rest;
    if (whole.length() <= width) {
      return whole;
    }
    for (int kinds = failed.size(); kinds >= 0; kinds--) {
      String line = counts + "  failed " + failures() + byOutcome(kinds) + p95 + rest;
      if (line.length() <= width) {
        return line;
      }
    }
    String least = counts + "  failed " + failures() + rest;
    return least.substring(0, Math.min(width, least.length()));
  }

  /** Chats that are open, and how late the generator is; nothing when all are over. */
  private String own() {
    if (state == null || done() == scenario.requests()) {
      return "";
    }
    String lag =
        state.lagP95Ms() == null
            ? ""
            : String.format(Locale.ROOT, "  lag %.0f ms", state.lagP95Ms());
    return "  in flight " + state.inFlight() + lag;
  }

  /** The most frequent outcomes, and how many more there are. */
  private String byOutcome(int most) {
    if (most == 0) {
      return "";
    }
    StringJoiner outcomes = new StringJoiner(", ", " (", ")");
    failed.entrySet().stream()
        .sorted(Map.Entry.<Outcome, Integer>comparingByValue().reversed())
        .limit(most)
        .forEach(entry -> outcomes.add(entry.getKey() + " " + entry.getValue()));
    if (most < failed.size()) {
      outcomes.add(failed.size() - most + " more");
    }
    return outcomes.toString();
  }

  private double p95() {
    return NearestRank.of(
        95, firstTokens.stream().mapToDouble(Double::doubleValue).sorted().toArray());
  }

  private String timeLeft(long nowNanos) {
    double perChat = (nowNanos - firstRecordNanos) / (double) done();
    double left =
        scenario.load() == null
            ? perChat * (scenario.requests() - done())
            : Math.max(0, scenario.ramp().toNanos() - (double) (nowNanos - firstRecordNanos));
    long seconds = Math.round(left / 1e9);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
