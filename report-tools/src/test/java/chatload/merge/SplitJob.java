package chatload.merge;

import chatload.evidence.EvidenceSeal;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.run.JobPlan;
import chatload.run.Part;
import chatload.run.PlanHash;
import chatload.run.PlannedPart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A job as one injector ran it, and the same chats as if several had. */
final class SplitJob {

  static final String START_AT = "2026-11-23T08:00:00Z";

  private final Path root;
  private final ReportDir whole;

  private SplitJob(Path root, ReportDir whole) {
    this.root = root;
    this.whole = whole;
  }

  /** From a job that was not reported yet; its records are put into the order of their ends. */
  static SplitJob of(Path root, JobFixture job) {
    try {
      ReportDir whole = job.unreported().in(root.resolve("whole"));
      for (String scenario : scenarios(whole)) {
        List<ObjectNode> chats = records(whole.chats(scenario));
        chats.sort(
            Comparator.comparingDouble(SplitJob::end)
                .thenComparingInt(chat -> chat.get("id").asInt()));
        write(whole.chats(scenario), chats);
        ObjectNode run = read(whole.manifest(scenario));
        double from =
            chats.stream().mapToDouble(one -> one.get("startMs").asDouble()).min().orElse(0);
        double to = chats.stream().mapToDouble(SplitJob::end).max().orElse(0);
        run.put("durationMs", Math.round((to - from) * 10) / 10.0);
        withClock(run, 0);
        write(whole.manifest(scenario), run);
      }
      return new SplitJob(root, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReportDir whole() {
    return whole;
  }

  /** What one of so many injectors would have left, not reported yet. */
  ReportDir part(int number, int of) {
    return part(number, of, "part-" + number, START_AT);
  }

  ReportDir part(int number, int of, String name, String startAt) {
    ReportDir dir = new ReportDir(root.resolve(name));
    Part part = new Part(number, of);
    try {
      copy(whole.root(), dir.root());
      JobPlan plan = Json.MAPPER.readValue(dir.job().toFile(), JobPlan.class);
      PlannedPart its =
          new PlannedPart(number, of, PlanHash.of(plan, of, startAt), startAt, "host-" + number);
      Files.writeString(
          dir.job(),
          Json.PRETTY.writeValueAsString(plan.as(plan.runId(), plan.createdAt(), its, null)));
      for (String scenario : scenarios(whole)) {
        List<ObjectNode> own =
            records(dir.chats(scenario)).stream()
                .filter(chat -> part.isMine(chat.get("user").asInt()))
                .toList();
        write(dir.chats(scenario), own);
        change(
            dir,
            scenario,
            run ->
                ((ObjectNode) run.get("config"))
                    .putObject("part")
                    .put("number", number)
                    .put("of", of));
      }
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, reported and so sealed. */
  List<ReportDir> parts(int of) {
    List<ReportDir> parts = new ArrayList<>();
    for (int number = 1; number <= of; number++) {
      parts.add(sealed(part(number, of)));
    }
    return parts;
  }

  static ReportDir sealed(ReportDir dir) {
    CommandRun run = CommandRun.of("report", dir.root());
    if (!EvidenceSeal.isSealed(dir)) {
      throw new AssertionError(run.out() + run.err());
    }
    return dir;
  }

  /** Changes a manifest of a run. */
  static void change(ReportDir dir, String scenario, Consumer<ObjectNode> what) {
    try {
      ObjectNode run = read(dir.manifest(scenario));
      what.accept(run);
      write(dir.manifest(scenario), run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service's clock was so far ahead of the machine's. */
  static void withClock(ObjectNode run, int aheadMs) {
    ObjectNode seen = ((ObjectNode) run.get("target")).putObject("connection");
    seen.putArray("userAgent").add("chatload");
    List.of("acceptEncoding", "contentEncodings", "httpVersions", "addressFamilies", "tlsVersions")
        .forEach(seen::putArray);
    seen.putNull("trusted");
    seen.putObject("serviceClock")
        .put("n", 20)
        .put("fromMs", aheadMs - 60.0)
        .put("toMs", aheadMs + 60.0);
  }

  /** The machine's clock was so far ahead; its load began with that of the others or not. */
  static void shift(ObjectNode run, int clockMs, int startMs) {
    withClock(run, -clockMs);
    for (String field : List.of("startedAt", "finishedAt")) {
      Instant at = Instant.parse(run.get(field).asText()).plusMillis(clockMs + startMs);
      run.put(field, RunTime.text(at));
    }
  }

  /** The command on these directories. */
  CommandRun merge(List<ReportDir> parts, String into) {
    List<String> words = new ArrayList<>(List.of("merge"));
    parts.forEach(part -> words.add(part.root().toString()));
    words.addAll(List.of("--report-dir", root.resolve(into).toString()));
    return CommandRun.with(Map.of(), words);
  }

  ReportDir merged(String into) {
    return new ReportDir(root.resolve(into));
  }

  static List<String> scenarios(ReportDir dir) throws IOException {
    JsonNode plan = Json.MAPPER.readTree(dir.job().toFile());
    return plan.get("scenarios").findValuesAsText("name");
  }

  private static double end(ObjectNode chat) {
    return chat.get("startMs").asDouble() + chat.get("elapsedMs").asDouble();
  }

  private static List<ObjectNode> records(Path file) throws IOException {
    List<ObjectNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      records.add((ObjectNode) Json.MAPPER.readTree(line));
    }
    return records;
  }

  private static void write(Path file, List<ObjectNode> records) throws IOException {
    StringBuilder lines = new StringBuilder();
    records.forEach(record -> lines.append(record).append('\n'));
    Files.writeString(file, lines);
  }

  private static ObjectNode read(Path file) throws IOException {
    return (ObjectNode) Json.MAPPER.readTree(file.toFile());
  }

  private static void write(Path file, ObjectNode content) throws IOException {
    Files.writeString(file, Json.PRETTY.writeValueAsString(content));
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path copy = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(one, copy);
        }
      }
    }
  }
}
