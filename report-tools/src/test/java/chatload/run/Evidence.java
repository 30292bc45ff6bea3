package chatload.run;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.metric.LimitFields;
import chatload.metric.Limits;
import chatload.records.RunEvidence;
import chatload.records.RunFiles;
import chatload.records.Users;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the raw files of one run of smoke, good ones unless told otherwise. */
public final class Evidence {

  private final List<String> lines = new ArrayList<>();
  private final int requests;
  private RunManifest.Status status = RunManifest.Status.COMPLETED;
  private List<String> problems = List.of();
  private RunManifest.Calibration calibration;
  private double minSuccessRate = 0.9;
  private double own;
  private Watched watch = watchedAt(1.5);
  private int users;
  private Map<String, String> limits = Map.of();
  private Double level;
  private CancelPlan cancel;

  private Evidence(int requests) {
    this.requests = requests;
  }

  public static Evidence of(int requests) {
    return new Evidence(requests);
  }

  public Evidence status(RunManifest.Status other) {
    status = other;
    return this;
  }

  public Evidence problem(String problem) {
    problems = List.of(problem);
    return this;
  }

  /** Users gave up. */
  public Evidence cancelling(CancelPlan plan) {
    cancel = plan;
    return this;
  }

  public Evidence minSuccessRate(double other) {
    minSuccessRate = other;
    return this;
  }

  /** What the generator measured too long before the run, both times, milliseconds. */
  public Evidence measuredTooLongBy(double millis) {
    return measuredTooLongBy(millis, millis);
  }

  public Evidence measuredTooLongBy(double firstTokenMs, double totalMs) {
    calibration = new RunManifest.Calibration(1, 100, 2000, 100, firstTokenMs, totalMs, false);
    return this;
  }

  /** By how much the event loop was late at P95, milliseconds. */
  public Evidence lateBy(double millis) {
    watch = watchedAt(millis);
    return this;
  }

  /** As recorded before there was a watch. */
  public Evidence unwatched() {
    watch = null;
    return this;
  }

  /** The most that the generator added to the totals of the chats that follow, milliseconds. */
  public Evidence ownShare(double millis) {
    own = millis;
    return this;
  }

  /** As recorded since each user has its own share of the chats; before that, two shared them. */
  public Evidence users(int planned) {
    users = planned;
    return this;
  }

  /** An OK chat of whoever has to send it, in flight from then for so long. */
  public Evidence inFlight(int id, double startMs, double millis) {
    return line(json(chat(id, Outcome.OK, null, 1, startMs, millis)) + "\n");
  }

  /** What the load generator saw of itself when its event loop was that late at P95. */
  public static Watched watchedAt(double p95Ms) {
    return new Watched(
        10_000,
        4,
        new Watched.Lateness(4000, 0.2, p95Ms, p95Ms, p95Ms),
        new Watched.Lateness(100, 0.1, 0.9, 1.2, 1.4),
        new Watched.Gc(3, 21, 9),
        0.21,
        0.35);
  }

  public Evidence ok(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(id -> chat(id, Outcome.OK, null, 1, 500.0 + id));
    return this;
  }

  public Evidence slow(int id) {
    return chat(id, Outcome.OK, null, 1, 9000.5);
  }

  public Evidence failed(int from, int to, Outcome outcome, Cause cause) {
    IntStream.rangeClosed(from, to).forEach(id -> chat(id, outcome, cause, 1, 500));
    return this;
  }

  public Evidence chat(int id, Outcome outcome, Cause cause, int posts, double totalMs) {
    return line(json(chat(id, outcome, cause, posts, id, totalMs)) + "\n");
  }

  private ChatRecord chat(
      int id, Outcome outcome, Cause cause, int posts, double startMs, double totalMs) {
    return new ChatRecord(
        "run-1",
        "smoke",
        id,
        "trace-" + id,
        "thread-" + id,
        "2026-11-23T08:00:00Z",
        startMs,
        outcome.isOk() ? Math.min(100.5, totalMs) : null,
        outcome.isOk() ? totalMs : null,
        totalMs,
        1,
        null,
        outcome,
        cause,
        outcome.isOk() ? 200 : null,
        outcome.isOk() ? null : "broken",
        null,
        posts,
        true,
        2,
        outcome.isOk() ? 0.0 : null,
        outcome.isOk() ? own : null,
        users == 0 ? null : Users.of(id, users),
        users == 0 ? null : totalMs,
        null);
  }

  /**
   * An OK chat whose reply came in ten pieces.
   *
   * @param ownMs the most of its longest gap that the load generator made
   */
  public Evidence streamed(int id, double longestGapMs, double ownMs) {
    ObjectNode chat =
        Json.MAPPER.valueToTree(chat(id, Outcome.OK, null, 1, id, 200 + longestGapMs));
    chat.put("chunks", 10).put("maxGapMs", longestGapMs).put("maxGapAt", 4);
    chat.put("p95GapMs", longestGapMs).put("generatorMaxGapMs", ownMs);
    return line(chat + "\n");
  }

  /** OK chats whose text came in one piece. */
  public Evidence inOnePiece(int from, int to) {
    for (int id = from; id <= to; id++) {
      ObjectNode chat = Json.MAPPER.valueToTree(chat(id, Outcome.OK, null, 1, id, 500.0 + id));
      line(chat.put("chunks", 1).putNull("maxGapMs") + "\n");
    }
    return this;
  }

  /** An OK chat of which the service tells how many tokens it has put out. */
  public Evidence telling(int id, long tokens) {
    ObjectNode chat = Json.MAPPER.valueToTree(chat(id, Outcome.OK, null, 1, id, 500.0 + id));
    return line(chat.put("outputTokens", tokens) + "\n");
  }

  /** The limits have to be proven. */
  public Evidence provenAt(double confidence) {
    level = confidence;
    return this;
  }

  /** Limits beside the usual ones, as gate files have them. */
  public Evidence limits(Map<String, String> fields) {
    limits = fields;
    return this;
  }

  public Evidence line(String line) {
    lines.add(line);
    return this;
  }

  public String lastLine() {
    return lines.get(lines.size() - 1);
  }

  /** Writes both files and reads them again. */
  public RunEvidence in(Path root) {
    ReportDir dir = new ReportDir(root);
    try {
      Files.createDirectories(dir.raw());
      Files.writeString(dir.manifest("smoke"), json(manifest()));
      Files.writeString(dir.chats("smoke"), String.join("", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RunFiles.read(dir, "smoke").orElseThrow();
  }

  private RunManifest manifest() {
    boolean ended = status != RunManifest.Status.RUNNING;
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        "run-1",
        "smoke",
        status,
        "2026-11-23T08:00:00Z",
        ended ? "2026-11-23T08:00:10Z" : null,
        ended ? 10_000.0 : null,
        new RunManifest.Config(
            "https://example.com/api/chat",
            requests,
            users == 0 ? Math.min(2, requests) : users,
            30_000,
            "t",
            "u",
            "jwt",
            "p",
            "hi",
            users == 0 ? null : 1000L,
            null,
            cancel,
            null,
            null,
            null),
        LimitFields.of(Limits.of(minSuccessRate, 8000, 2500).provenAt(level), limits),
        false,
        new RunManifest.Target(RunManifest.Target.EXTERNAL, true, false, List.of("Sorry, "), null),
        ended ? new RunManifest.Generator(calibration, 2, 512, problems, watch) : null,
        new RunManifest.Tool("1", "2", "3", "4"));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
