package chatload.closure;

import chatload.document.JobResult;
import chatload.launch.ShellWords;
import chatload.render.VisibleText;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.run.Thresholds;
import chatload.settings.FallbackReplies;
import chatload.settings.Settings;
import chatload.verdict.Rounding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The command that does the same job again, as far as the evidence knows: into a new directory, and
 * without any secret, because none is ever recorded.
 */
final class RerunCommand {

  private static final String NOW = "\"$(date -u +%Y%m%d-%H%M%S)\"";

  private RerunCommand() {}

  /** One line that can be pasted into a POSIX shell, whatever the settings were. */
  static String line(ClosureCase closure) {
    JobResult job = closure.job();
    List<String> words = new ArrayList<>(List.of("./loadtest", "scenarios"));
    if (!job.manifests().isEmpty()) {
      RunManifest run = job.manifests().get(0);
      if (!startedItsOwnTarget(closure)) {
        option(words, "--url", run.config().url());
      }
      option(words, "--tenant-id", run.config().tenantId());
      option(words, "--user-id", run.config().userId());
      if (!Settings.DEFAULT_MESSAGE.equals(run.config().message())) {
        option(words, "--message", run.config().message());
      }
      if (!Settings.DEFAULT_THREAD_PREFIX.equals(run.config().threadPrefix())) {
        option(words, "--thread-prefix", run.config().threadPrefix());
      }
      if (!run.target().tlsVerified()) {
        words.add("--tls-insecure");
      }
      if (Boolean.TRUE.equals(run.target().http2())) {
        words.add("--http2");
      }
    }
    for (RunManifest run : job.manifests()) {
      changes(run).forEach(change -> words.addAll(List.of("--set", change)));
    }
    String directory = closure.options().directory();
    words.addAll(
        List.of("--report-dir", (directory.startsWith("-") ? "./" : "") + directory + "-rerun-"));
    return words.stream().map(RerunCommand::quote).collect(Collectors.joining(" ")) + NOW;
  }

  /**
   * One shell word. What can't be seen, or would turn the writing around, is written as a number,
   * so that the line does exactly what it shows.
   */
  private static String quote(String word) {
    if (VisibleText.of(word).equals(word)) {
      return ShellWords.join(List.of(word));
    }
    StringBuilder escaped = new StringBuilder();
    word.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            one -> {
              if (one.equals("\\")) {
                escaped.append("\\\\");
              } else if (VisibleText.of(one).equals(one)) {
                escaped.append(one);
              } else {
                for (byte octet : one.getBytes(StandardCharsets.UTF_8)) {
                  escaped.append(String.format(Locale.ROOT, "\\0%03o", octet & 0xff));
                }
              }
            });
    return "\"$(printf %b " + ShellWords.join(List.of(escaped.toString())) + ")\"";
  }

  /** Whether the job ran against the embedded service that it started itself. */
  private static boolean startedItsOwnTarget(ClosureCase closure) {
    return closure.sealed().stream()
        .flatMap(list -> list.files().stream())
        .anyMatch(file -> file.path().equals("raw/target-journal.jsonl"));
  }

  /** Whether the run took its list of canned replies from a file, which the evidence can't name. */
  static boolean needsFallbackFile(JobResult job) {
    return job.manifests().stream()
        .anyMatch(run -> !run.target().fallbackReplies().equals(FallbackReplies.builtIn()));
  }

  private static void option(List<String> words, String name, String value) {
    if (value == null) {
      return;
    }
    if (value.startsWith("-")) {
      words.add(name + "=" + value);
    } else {
      words.addAll(List.of(name, value));
    }
  }

  private static List<String> changes(RunManifest run) {
    List<String> changes = new ArrayList<>();
    Scenario preset = Scenario.preset(run.scenario()).orElseThrow();
    Thresholds limits = run.thresholds();
    Thresholds usual = preset.thresholds();
    RunManifest.Config config = run.config();
    add(changes, run, "requests", config.requests(), preset.requests());
    add(changes, run, "concurrency", config.concurrency(), preset.concurrency());
    add(changes, run, "timeoutMs", config.timeoutMs(), preset.timeLimit().toMillis());
    add(
        changes,
        run,
        "minSuccessRate",
        plain(limits.minSuccessRate()),
        plain(usual.minSuccessRate()));
    add(changes, run, "maxP95TotalMs", plain(limits.maxP95TotalMs()), plain(usual.maxP95TotalMs()));
    add(
        changes,
        run,
        "maxP95FirstTokenMs",
        plain(limits.maxP95FirstTokenMs()),
        plain(usual.maxP95FirstTokenMs()));
    return changes;
  }

  private static String plain(double value) {
    return Rounding.plain(value).toPlainString();
  }

  private static void add(
      List<String> changes, RunManifest run, String field, Object value, Object usual) {
    if (!Objects.equals(value, usual)) {
      changes.add(run.scenario() + "." + field + "=" + value);
    }
  }
}
