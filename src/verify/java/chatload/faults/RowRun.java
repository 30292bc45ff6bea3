package chatload.faults;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import chatload.faults.Row.Protocol;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.load.ChatRun;
import chatload.protocol.mapping.Protocols;
import chatload.records.RunEvidence;
import chatload.records.RunFiles;
import chatload.run.ChatRecord;
import chatload.service.reply.WireFormat;
import chatload.settings.Setting;
import chatload.settings.Settings;
import chatload.verdict.Judge;
import chatload.verdict.Verdict;
import io.gatling.javaapi.core.PopulationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A small scenario in which all chats meet the behaviour of one row. */
final class RowRun {

  private static final String SCENARIO = "smoke";
  private static final int USERS = 2;

  private final int timeLimitMs;
  private final Row row;
  private final Service service;
  private final ReportDir directory;
  private final Settings settings;
  private final ChatRun run;

  RowRun(Row row, Services services, Path root) {
    this(row, services, root, Detection.TIME_LIMIT_MS);
  }

  RowRun(Row row, Services services, Path root, int timeLimitMs) {
    this.timeLimitMs = timeLimitMs;
    this.row = row;
    this.service = row.place().open(services);
    this.directory = new ReportDir(root.resolve(row.toString()));
    this.settings = settings(services);
    this.run = ChatRun.of(settings, SCENARIO);
  }

  Settings settings() {
    return settings;
  }

  private Settings settings(Services services) {
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    flags.put(Setting.URL, service.url().toString());
    flags.put(Setting.MESSAGE, service.message());
    flags.put(Setting.REPORT_DIR, directory.root().toString());
    boolean http2 = row.protocol() == Protocol.HTTP2 || row.place() == Places.TLS_WITHOUT_HTTP2;
    flags.put(Setting.HTTP2, Boolean.toString(http2));
    flags.put(Setting.CA_FILE, services.caFile().toString());
    flags.put(Setting.WARM_UP_SECONDS, "0");
    flags.put(Setting.PROTOCOL, row.wire().name());
    if (row.wire() != WireFormat.EYWA && Protocols.named(row.wire().name()).needsModel()) {
      flags.put(Setting.MODEL, "embedded");
    }
    flags.put(
        Setting.SET,
        "smoke.requests=%d,smoke.concurrency=%d,smoke.rampMs=0,smoke.timeoutMs=%3$d,smoke.maxP95FirstTokenMs=%3$d"
            .formatted(service.chats(), USERS, timeLimitMs));
    return Settings.of(
        flags, new Properties(), Map.of("AUTH_JWT_SECRET", services.secret().reveal()));
  }

  Row row() {
    return row;
  }

  void before() {
    run.before();
  }

  /**
   * @param delay after the start of the simulation
   */
  PopulationBuilder users(Duration delay) {
    return scenario(row.toString())
        .exec(run.chats())
        .injectOpen(nothingFor(delay), atOnceUsers(USERS))
        .protocols(run.protocol());
  }

  void after() {
    run.after();
  }

  int chats() {
    return service.chats();
  }

  List<ChatRecord> records() {
    try {
      return Files.readAllLines(directory.chats(SCENARIO)).stream().map(RowRun::record).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChatRecord record(String line) {
    try {
      return Json.MAPPER.readValue(line, ChatRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many POSTs of that chat the service saw. */
  int posts(ChatRecord chat) {
    return service.posts().applyAsInt(chat.traceId());
  }

  /** Where its files are. */
  ReportDir directory() {
    return directory;
  }

  Verdict verdict() {
    RunEvidence evidence = RunFiles.read(directory, SCENARIO).orElseThrow();
    return Judge.judge(evidence, evidence.chats().latencies());
  }
}
