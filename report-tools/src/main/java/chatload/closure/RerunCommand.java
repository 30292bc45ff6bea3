package chatload.closure;

import chatload.metric.LimitText;
import chatload.metric.Metrics;
import chatload.metric.Rounding;
import chatload.metric.Thresholds;
import chatload.result.JobResult;
import chatload.run.CredentialUsed;
import chatload.run.JobPlan;
import chatload.run.PlannedScenario;
import chatload.run.PresetSet;
import chatload.settings.FallbackReplies;
import chatload.settings.ProtocolSetting;
import chatload.settings.Setting;
import chatload.signoff.ClosureCase;
import chatload.text.Masked;
import chatload.text.ShellWords;
import chatload.text.VisibleText;
import chatload.verdict.Caveat;
import chatload.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The command that does the same job again, as far as the evidence knows: into a new directory, and
 * without any secret, because none is ever recorded.
 */
final class RerunCommand {

  private static final String NOW = "\"$(date -u +%Y%m%d-%H%M%S)\"";

  /** Then the shell itself asks for the variable and runs nothing without it. */
  private static final String WITH_QUERY =
      "LOADTEST_URL=\"${LOADTEST_URL:?set it to the URL with the values of its query}\" ";

  /** As {@link #WITH_QUERY}, where the URL that was tested is not the one to test next. */
  private static final String FOR_REAL =
      "LOADTEST_URL=\"${LOADTEST_URL:?set it to the URL of the real service}\" ";

  private RerunCommand() {}

  /** Whether the same again would be no use, but the real service is what is left to be tested. */
  static boolean isForReal(ClosureCase closure) {
    return closure.job().status() == Verdict.Status.PASS
        && closure.job().caveats().containsKey(Caveat.EMBEDDED_TARGET);
  }

  /** One line that can be pasted into a POSIX shell, whatever the settings were. */
  static String line(ClosureCase closure) {
    List<String> words = new ArrayList<>(List.of("./loadtest", "scenarios"));
    Optional<Asked> asked =
        Asked.of(closure.job())
            .map(all -> startedItsOwnTarget(closure) || isForReal(closure) ? all.embedded() : all);
    closure
        .job()
        .expected()
        .plan()
        .map(JobPlan::gate)
        .ifPresent(gate -> option(words, "--file", gate.file()));
    asked.ifPresent(all -> options(words, all));
    if (!closure.job().expected().scenarios().equals(PresetSet.CURRENT.names())) {
      option(words, "--profiles", String.join(",", closure.job().expected().scenarios()));
    }
    asked.stream()
        .flatMap(all -> all.scenarios().stream())
        .flatMap(scenario -> changes(scenario).stream())
        .forEach(change -> words.addAll(List.of("--set", change)));
    closure
        .job()
        .expected()
        .plan()
        .map(JobPlan::data)
        .ifPresent(
            data -> {
              option(words, "--data", data.name());
              words.addAll(List.of("--data-order", data.order().name().toLowerCase(Locale.ROOT)));
              if (data.seed() != null) {
                words.addAll(List.of("--data-seed", data.seed().toString()));
              }
            });
    closure
        .job()
        .expected()
        .plan()
        .map(JobPlan::cancel)
        .ifPresent(
            cancel ->
                words.addAll(
                    List.of(
                        "--cancel",
                        Rounding.plain(cancel.share()).toPlainString()
                            + "@"
                            + cancel.afterMs()
                            + "ms")));
    String directory = closure.options().directory();
    words.addAll(
        List.of("--report-dir", (directory.startsWith("-") ? "./" : "") + directory + "-rerun-"));
    String line = words.stream().map(RerunCommand::quote).collect(Collectors.joining(" ")) + NOW;
    if (isForReal(closure)) {
      return FOR_REAL + line;
    }
    return asked.filter(RerunCommand::hasUnknownQuery).isPresent() ? WITH_QUERY + line : line;
  }

  private static void options(List<String> words, Asked all) {
    if (!hasUnknownQuery(all)) {
      option(words, "--url", all.url());
    }
    option(words, "--tenant-id", all.tenantId());
    if (all.credential().map(CredentialUsed::users).isEmpty()) {
      option(words, "--user-id", all.userId());
    }
    if (!isDefault(Setting.MESSAGE, all.message())) {
      option(words, "--message", all.message());
    }
    if (!isDefault(Setting.THREAD_PREFIX, all.threadPrefix())) {
      option(words, "--thread-prefix", all.threadPrefix());
    }
    all.credential().ifPresent(credential -> credential(words, credential));
    option(words, "--health", all.health());
    option(words, "--proxy", all.proxy());
    if (!all.tlsVerified()) {
      words.add("--tls-insecure");
    }
    if (all.http2()) {
      words.add("--http2");
    }
    all.scenarios().stream()
        .map(scenario -> scenario.thresholds().confidence())
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(level -> words.addAll(List.of("--confidence", level.toString())));
    if (all.scenarios().stream()
        .filter(one -> PresetSet.CURRENT.scenario(one.name()).isPresent())
        .anyMatch(RerunCommand::isOnGenerated)) {
      words.addAll(List.of("--first-token", "generated"));
    }
    all.protocol()
        .ifPresent(
            protocol -> {
              boolean isBuiltIn = ProtocolSetting.isBuiltIn(protocol);
              option(words, "--protocol", protocol.name() + (isBuiltIn ? "" : ".yaml"));
              option(words, "--model", protocol.model());
            });
  }

  /** Files with claims and users can't be named: the evidence knows no more than what they hold. */
  private static void credential(List<String> words, CredentialUsed credential) {
    option(words, "--credential", credential.kind());
    if (credential.algorithm() != null
        && !isDefault(Setting.JWT_ALGORITHM, credential.algorithm())) {
      option(words, "--jwt-algorithm", credential.algorithm());
    }
    option(words, "--jwt-key-id", credential.keyId());
    if (credential.claimsSha256() != null) {
      option(words, "--claims-file", "claims.json");
    }
    if (credential.users() != null) {
      option(words, "--users", "users.csv");
    }
  }

  private static boolean isDefault(Setting setting, String value) {
    return setting.byDefault().orElseThrow().equals(value);
  }

  /** Whether a sign stands in the URL for a value of its query, which no evidence knows. */
  private static boolean hasUnknownQuery(Asked all) {
    return all.url() != null && all.url().matches("[^?]*\\?.*….*");
  }

  /**
   * One shell word. What can't be seen, or would turn the writing around, is written as a number,
   * so that the line does exactly what it shows.
   */
  private static String quote(String given) {
    String word = Masked.of(given);
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

  /** Whether the run took its protocol from a file, which the evidence can't name. */
  static boolean needsProtocolFile(JobResult job) {
    return Asked.of(job)
        .flatMap(Asked::protocol)
        .filter(protocol -> !ProtocolSetting.isBuiltIn(protocol))
        .isPresent();
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

  private static List<String> changes(PlannedScenario asked) {
    List<String> changes = new ArrayList<>();
    Optional<PlannedScenario> preset = PresetSet.CURRENT.scenario(asked.name());
    Map<String, Object> usual =
        preset
            .map(
                one ->
                    fields(
                        one,
                        isOnGenerated(asked) ? one.thresholds().onGenerated() : one.thresholds()))
            .orElse(Map.of());
    fields(asked, asked.thresholds())
        .forEach(
            (field, value) -> {
              if (!value.equals(usual.get(field))) {
                changes.add(asked.name() + "." + field + "=" + value);
              }
            });
    return changes;
  }

  /** Whether its limits are on the first generated token instead of the first visible one. */
  private static boolean isOnGenerated(PlannedScenario asked) {
    return asked.thresholds().limit(Metrics.P95_FIRST_TOKEN).isEmpty();
  }

  private static Map<String, Object> fields(PlannedScenario scenario, Thresholds limits) {
    Map<String, Object> fields = scenario.sizes();
    fields.putAll(LimitText.fields(limits));
    return fields;
  }
}
