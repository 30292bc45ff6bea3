package chatload.bench;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.gatling.TestLog;
import chatload.records.Users;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.tool.Version;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Makes a report directory of any size: chat records and the simulation.log that Gatling would have
 * written of them, five records per chat. One chat in a hundred failed after its first token.
 */
final class Workload {

  private static final String RUN_ID = "bench";
  private static final String SCENARIO = Scenario.STRESS.name();
  private static final int FAILED_PERCENT = 1;
  private static final int USERS = 30;

  private final Random random = new Random(26);

  /** Arguments: the directory, the number of chats. */
  public static void main(String[] args) throws IOException {
    new Workload().write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  private void write(Path root, int chats) throws IOException {
    ReportDir dir = new ReportDir(root);
    Files.createDirectories(dir.raw());
    Path folder = dir.gatling().resolve(SCENARIO + "simulation-20260101120000000");
    Files.createDirectories(folder);
    Files.write(dir.manifest(SCENARIO), Json.MAPPER.writeValueAsBytes(manifest(chats)));
    try (BufferedWriter records = Files.newBufferedWriter(dir.chats(SCENARIO));
        OutputStream log =
            new BufferedOutputStream(
                Files.newOutputStream(folder.resolve("simulation.log")), 1 << 16)) {
      TestLog gatling = new TestLog(log, "3.15.1", 1_795_463_524_740L, SCENARIO);
      for (int id = 1; id <= chats; id++) {
        double firstTokenMs = 400 + tenths(300 * Math.abs(random.nextGaussian()));
        double totalMs = firstTokenMs + tenths(5000 * random.nextDouble());
        boolean ok = random.nextInt(100) >= FAILED_PERCENT;
        records.write(Json.MAPPER.writeValueAsString(chat(id, firstTokenMs, totalMs, ok)));
        records.write('\n');
        gatling.chat(id, (int) Math.round(firstTokenMs), (int) Math.round(totalMs), ok);
      }
    }
  }

  private static double tenths(double millis) {
    return Math.round(millis * 10) / 10.0;
  }

  private ChatRecord chat(int id, double firstTokenMs, double totalMs, boolean ok) {
    return new ChatRecord(
        RUN_ID,
        SCENARIO,
        id,
        "00000000-0000-4000-8000-" + String.format("%012d", id),
        "bench-" + SCENARIO + "-" + id,
        "2026-01-01T12:00:00.000Z",
        id,
        tenths(firstTokenMs),
        ok ? tenths(totalMs) : null,
        tenths(totalMs),
        100,
        51.5,
        ok ? Outcome.OK : Outcome.TRUNCATED,
        ok ? null : Cause.SERVICE,
        200,
        ok ? null : "the stream ended without a terminal event",
        ok ? "done" : "token",
        1,
        true,
        ok ? 2 : null,
        0.0,
        ok ? 0.0 : null,
        Users.of(id, USERS),
        tenths(totalMs + 0.1),
        String.format("%016x", random.nextLong()));
  }

  private static RunManifest manifest(int chats) {
    return new RunManifest(
        RunManifest.SCHEMA_VERSION,
        RUN_ID,
        SCENARIO,
        RunManifest.Status.COMPLETED,
        "2026-01-01T12:00:00.000Z",
        "2026-01-01T13:00:00.000Z",
        3_600_000.0,
        new RunManifest.Config(
            "https://chat.example.com/api/chat",
            chats,
            USERS,
            45_000,
            "t",
            "u",
            "jwt",
            "bench",
            "hi",
            0L),
        Scenario.STRESS.thresholds(),
        false,
        new RunManifest.Target(RunManifest.Target.EXTERNAL, true, false, List.of("Sorry, "), null),
        new RunManifest.Generator(null, 2, 1024, List.of(), Evidence.watchedAt(1.5)),
        new RunManifest.Tool(Version.CHATLOAD, "3.15.1", "17", "any"));
  }
}
