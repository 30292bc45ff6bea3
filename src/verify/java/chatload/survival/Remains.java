package chatload.survival;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.run.ChatRecord;
import chatload.run.Scenario;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a killed job left in its report directory. */
record Remains(ReportDir directory) {

  /** The records of one scenario. */
  record Records(Set<String> traceIds, int ok, int unreadable, boolean tornEnd) {}

  Records records(String scenario) throws IOException {
    Path file = directory.chats(scenario);
    if (!Files.exists(file)) {
      return new Records(Set.of(), 0, 0, false);
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    boolean torn = !text.isEmpty() && !text.endsWith("\n");
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (torn) {
      lines.remove(lines.size() - 1);
    }
    Set<String> traceIds = new HashSet<>();
    int ok = 0;
    int unreadable = 0;
    for (String line : lines) {
      try {
        ChatRecord chat = Json.MAPPER.readValue(line, ChatRecord.class);
        traceIds.add(chat.traceId());
        ok += chat.outcome().isOk() ? 1 : 0;
      } catch (JsonProcessingException e) {
        unreadable++;
      }
    }
    return new Records(traceIds, ok, unreadable, torn);
  }

  /** Trace ids of all readable records. */
  Set<String> traceIds() throws IOException {
    Set<String> all = new HashSet<>();
    for (Scenario scenario : Scenario.PRESETS) {
      all.addAll(records(scenario.name()).traceIds());
    }
    return all;
  }

  /** Whether every chat is OK, so that only times can miss a limit. */
  boolean allAreOk() throws IOException {
    for (Map.Entry<String, Integer> each : RunningJob.REQUESTS.entrySet()) {
      if (records(each.getKey()).ok() != each.getValue()) {
        return false;
      }
    }
    return true;
  }

  boolean hasAllRecords(Map<String, Integer> requests) throws IOException {
    for (Map.Entry<String, Integer> each : requests.entrySet()) {
      if (records(each.getKey()).traceIds().size() != each.getValue()) {
        return false;
      }
    }
    return true;
  }

  /** What the preflight sent; empty when it left nothing. */
  Optional<Set<String>> preflightTraceIds() throws IOException {
    if (!Files.exists(directory.preflight())) {
      return Optional.empty();
    }
    Set<String> ids = new HashSet<>();
    Json.MAPPER
        .readTree(directory.preflight().toFile())
        .at("/checks")
        .forEach(check -> ids.add(check.at("/traceId").asText()));
    return Optional.of(ids);
  }

  /** Everything in the documents that says PASS of something that is not whole. */
  List<String> wrongPasses(boolean complete) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Integer> each : RunningJob.REQUESTS.entrySet()) {
      Path summary = directory.summary(each.getKey());
      if (Files.exists(summary)
          && json(summary).at("/verdict/status").asText().equals("PASS")
          && records(each.getKey()).traceIds().size() != each.getValue()) {
        wrong.add(summary.getFileName().toString());
      }
    }
    try (Stream<Path> files = Files.list(directory.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!complete && Files.readString(file).contains("Overall Result: **PASS**")) {
          wrong.add(file.getFileName().toString());
        }
      }
    }
    return wrong;
  }

  /** What the summaries give as reasons for their verdicts. */
  List<String> reasons() throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Scenario scenario : Scenario.PRESETS) {
      Path summary = directory.summary(scenario.name());
      if (Files.exists(summary)) {
        json(summary).at("/verdict/reasons").forEach(reason -> reasons.add(reason.asText()));
      }
    }
    return reasons;
  }

  /** Names of sealed files that are no evidence: half-written ones. */
  List<String> sealedTemporaries() throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.exists(directory.evidence())) {
      json(directory.evidence())
          .at("/files")
          .forEach(
              file -> {
                if (file.at("/path").asText().endsWith(".tmp")) {
                  names.add(file.at("/path").asText());
                }
              });
    }
    return names;
  }

  private static JsonNode json(Path file) throws IOException {
    return Json.MAPPER.readTree(file.toFile());
  }
}
