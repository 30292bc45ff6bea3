package chatload.document;

import chatload.evidence.OldSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.Scenario;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes the raw files of a job of three runs, good ones unless told otherwise. */
public final class Job {

  static final String TRACE = "00000000-0000-4000-8000-%012d";

  private final ReportDir dir;

  private Job(ReportDir dir) {
    this.dir = dir;
  }

  public static Job in(Path root) {
    return new Job(new ReportDir(root));
  }

  public ReportDir dir() {
    return dir;
  }

  /** A run whose chats take {@code totalMs} each. */
  public Job run(Scenario scenario, double totalMs) {
    return run(scenario, totalMs, chat -> {}, manifest -> {});
  }

  /** A run with changes to what is written of every chat and of the run. */
  public Job run(
      Scenario scenario,
      double totalMs,
      Consumer<ObjectNode> chats,
      Consumer<ObjectNode> manifest) {
    StringBuilder lines = new StringBuilder();
    for (int id = 1; id <= scenario.requests(); id++) {
      ObjectNode chat = chat(scenario, id, totalMs);
      chats.accept(chat);
      lines.append(ascii(chat)).append('\n');
    }
    ObjectNode run = manifest(scenario);
    manifest.accept(run);
    try {
      Files.createDirectories(dir.raw());
      Files.writeString(dir.chats(scenario.name()), lines);
      Files.writeString(dir.manifest(scenario.name()), ascii(run));
      OldSeal.write(dir, "run-1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Escaped, because half a surrogate pair has no UTF-8. */
  private static String ascii(ObjectNode json) {
    try {
      return Json.MAPPER
          .writer()
          .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
          .writeValueAsString(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Turns a chat into a failed one. */
  public static void fail(ObjectNode chat, Outcome outcome, Cause cause, String error) {
    chat.put("outcome", outcome.name()).put("cause", cause.label()).put("error", error);
    chat.putNull("totalMs");
  }

  private static ObjectNode chat(Scenario scenario, int id, double totalMs) {
    return Json.MAPPER
        .createObjectNode()
        .put("runId", "run-1")
        .put("scenario", scenario.name())
        .put("id", id)
        .put("traceId", String.format(Locale.ROOT, TRACE, id))
        .put("threadId", "thread-" + id)
        .put("startedAt", "2026-11-23T08:00:00.000Z")
        .put("startMs", id * 10.0)
        .put("firstTokenMs", totalMs / 2)
        .put("totalMs", totalMs)
        .put("elapsedMs", totalMs)
        .put("chunks", 3)
        .putNull("maxGapMs")
        .put("outcome", "OK")
        .putNull("cause")
        .put("status", 200)
        .putNull("error")
        .put("lastEvent", "done")
        .put("posts", 1)
        .put("traceEchoed", true)
        .put("persistedCount", 2);
  }

  private static ObjectNode manifest(Scenario scenario) {
    ObjectNode run = Json.MAPPER.createObjectNode();
    run.put("schemaVersion", 1)
        .put("runId", "run-1")
        .put("scenario", scenario.name())
        .put("status", "COMPLETED")
        .put("startedAt", "2026-11-23T08:00:00Z")
        .put("finishedAt", "2026-11-23T08:00:10Z")
        .put("durationMs", 10_000)
        .put("preset", scenario.isPreset());
    run.putObject("config")
        .put("url", "https://chat.example/api/chat")
        .put("requests", scenario.requests())
        .put("concurrency", scenario.concurrency())
        .put("timeoutMs", scenario.timeLimit().toMillis())
        .put("tenantId", "t")
        .put("userId", "u")
        .put("authMode", "jwt")
        .put("threadPrefix", "scenario")
        .put("message", "hi");
    run.set("thresholds", Json.MAPPER.valueToTree(scenario.thresholds()));
    run.putObject("target")
        .put("kind", "external")
        .put("tlsVerified", true)
        .putArray("fallbackReplies");
    run.putObject("generator")
        .putNull("calibration")
        .put("processors", 2)
        .put("maxHeapMb", 512)
        .putPOJO("watch", Evidence.watchedAt(1.5))
        .putArray("problems");
    run.putObject("tool")
        .put("chatload", "0.1.0")
        .put("gatling", "2")
        .put("java", "3")
        .put("os", "4");
    return run;
  }
}
