package chatload.preflight;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks for people: {@code ✓ health 200 12.3 ms trace 6f0c…}. */
final class CheckPrinter {
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String GREY = "\u001b[90m";
  private static final String RESET = "\u001b[0m";

  private final PrintWriter out;
  private final boolean colour;

  CheckPrinter(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  void print(List<PreflightCheck> checks, List<PreflightReport.NotAsked> notAsked) {
    int width =
        Stream.concat(
                checks.stream().map(PreflightCheck::name),
                notAsked.stream().map(PreflightReport.NotAsked::name))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    for (PreflightCheck check : checks) {
      line(check, width);
    }
    for (PreflightReport.NotAsked one : notAsked) {
      println(painted(GREY, "–") + " " + padded(one.name(), width) + "  " + one.why());
    }
    out.flush();
  }

  private void line(PreflightCheck check, int width) {
    String name = padded(check.name(), width);
    if (!check.wasRun()) {
      println(painted(GREY, "–") + " " + name + "  not run");
      return;
    }
    String mark = check.passed() ? painted(GREEN, "✓") : painted(RED, "✗");
    String status = check.status() == null ? "–" : check.status().toString();
    println(
        String.format(
            Locale.ROOT,
            "%s %s  %3s  %8.1f ms  trace %s",
            mark,
            name,
            status,
            check.elapsedMs(),
            check.traceId()));
    if (!check.passed()) {
      println("    expected  " + check.expected());
      println("    observed  " + check.observed());
      println("    fix       " + check.fix());
    }
  }

  private static String padded(String name, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", name);
  }

  private void println(String line) {
    out.print(line + "\n");
  }

  private String painted(String escape, String text) {
    return colour ? escape + text + RESET : text;
  }
}
