package chatload.load;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.load.exchange.RunIds;
import chatload.preflight.PreflightCheck;
import chatload.preflight.PreflightFile;
import chatload.preflight.Probe;
import chatload.records.RunFiles;
import chatload.run.Scenario;
import chatload.settings.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of a whole job: those that its preflight sent, and the scenarios before this one, each of
 * which had a process of its own. A service that keeps one reply for everybody can have it from
 * there.
 */
final class JobIds {

  private JobIds() {}

  /** For a run that is about to begin. */
  public static RunIds of(ReportDir dir, Settings settings, String scenario, String runId) {
    List<String> others = new ArrayList<>();
    others.add(Probe.threadStem(settings.threadPrefix()));
    for (Scenario other : settings.scenarios()) {
      if (!other.name().equals(scenario)) {
        others.add(threadStem(settings, other.name(), runId));
      }
    }
    RunIds ids = new RunIds(threadStem(settings, scenario, runId), others);
    sent(dir).forEach(ids::add);
    return ids;
  }

  /** What all thread ids of a run begin with; the chat's number follows. */
  static String threadStem(Settings settings, String scenario, String runId) {
    return String.join("-", settings.threadPrefix(), scenario, runId, "");
  }

  /** Trace ids as the files of the report directory have them. */
  private static Set<String> sent(ReportDir dir) {
    Set<String> ids = new HashSet<>();
    PreflightFile.read(dir.preflight()).report().stream()
        .flatMap(report -> report.checks().stream())
        .map(PreflightCheck::traceId)
        .filter(Objects::nonNull)
        .forEach(ids::add);
    for (String scenario : RunFiles.scenarios(dir)) {
      if (dir.folder().hasFile(dir.chats(scenario))) {
        addRecorded(dir, dir.chats(scenario), ids);
      }
    }
    return ids;
  }

  private static void addRecorded(ReportDir dir, Path chats, Set<String> ids) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(dir.folder().stream(chats), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        traceId(line).ifPresent(ids::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> traceId(String line) {
    try {
      return Optional.ofNullable(Json.MAPPER.readTree(line).path("traceId").textValue());
    } catch (JsonProcessingException e) {
      return Optional.empty(); // the torn last line of a run that was killed; the report names it
    }
  }
}
