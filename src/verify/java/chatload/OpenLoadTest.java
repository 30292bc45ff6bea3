package chatload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import chatload.arrival.LoadShape;
import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.journal.Entry;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Loads whose chats are due at instants of their own, from the gate file to the verdict. */
@OnIdleMachine
class OpenLoadTest extends SmallJob {

  private static final String LIMITS =
      "limits: { minSuccessRate: 1, maxP95TotalMs: 9000, maxP95FirstTokenMs: 4000 }\n";

  private ReportDir report() {
    return new ReportDir(temporary.resolve("report"));
  }

  private int run(String url, String scenarios, String... more) throws IOException {
    Path file = temporary.resolve("chatload.yaml");
    Files.writeString(file, "scenarios:\n" + scenarios + LIMITS);
    List<String> options =
        new ArrayList<>(List.of("--file", file.toString(), "--url", url, "--skip-preflight"));
    options.addAll(List.of(more));
    return loadtest(secret(), scenarios(report().root(), "1", options.toArray(new String[0])));
  }

  private List<ChatRecord> records(String scenario) throws IOException {
    List<ChatRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(report().chats(scenario))) {
      records.add(Json.MAPPER.readValue(line, ChatRecord.class));
    }
    records.sort(Comparator.comparing(ChatRecord::id));
    return records;
  }

  /** Against the service's own journal: who is due when the plan says is sent then. */
  @Test
  void eachChatIsSentWhenItIsDue() throws IOException {
    String words = "rate 40/s for 2s then burst 10 every 1s for 2s then rate 20/s for 1s poisson";
    try (EmbeddedTarget service = EmbeddedTarget.start(TargetConfig.defaults(SECRET))) {
      int code = run(service.chatUrl().toString(), "  noon: { load: \"" + words + "\" }\n");
      assertThat(code).as(output()).isZero();

      long[] due = LoadShape.parse(words).micros();
      List<ChatRecord> records = records("noon");
      Map<String, Entry> journal =
          service.journal().entries().stream()
              .collect(Collectors.toMap(Entry::traceId, Function.identity()));
      assertThat(records).hasSize(due.length);
      double begin = records.get(0).startMs() - due[0] / 1000.0;
      double[] lateMs = new double[due.length];
      for (ChatRecord chat : records) {
        assertThat(chat.startMs() - begin).isCloseTo(due[chat.id() - 1] / 1000.0, within(0.11));
        assertThat(chat.generatorFirstTokenMs()).isGreaterThanOrEqualTo(chat.sentMs());
        lateMs[chat.id() - 1] =
            journal.get(chat.traceId()).receivedNanos() / 1e6 - due[chat.id() - 1] / 1000.0;
      }
      Arrays.sort(lateMs);
      double p95 = lateMs[(int) (0.95 * lateMs.length)] - lateMs[0];
      assertThat(p95).isLessThan(100);
      assertThat(json(report().job()).at("/scenarios/0/load/shape").asText())
          .isEqualTo(LoadShape.parse(words).toString());
      assertThat(loadtest(secret(), List.of("verify", "--report-dir", report().root().toString())))
          .as(output())
          .isZero();
      assertThat(Files.readString(report().root().resolve("OVERVIEW.md")))
          .contains("poisson seed 1");
    }
  }

  @Test
  void whatTheCapKeepsBackIsAFailureOfTheService() throws IOException {
    Timing slow = new Timing(Delay.parse("3000"), Delay.parse("5"), 4, 1);
    try (EmbeddedTarget service =
        EmbeddedTarget.start(TargetConfig.defaults(SECRET).withTiming(slow))) {
      int code =
          run(
              service.chatUrl().toString(),
              "  rush: { load: \"rate 10/s for 2s\", maxInFlight: 4 }\n");
      assertThat(code).as(output()).isEqualTo(4);
      List<ChatRecord> records = records("rush");
      assertThat(records).hasSize(20);
      assertThat(records)
          .filteredOn(chat -> chat.cause() == Cause.SERVICE)
          .as("but for those that were late")
          .hasSizeGreaterThan(10);
      assertThat(records)
          .filteredOn(chat -> chat.outcome() == Outcome.NOT_SENT)
          .hasSize(16)
          .allSatisfy(
              chat -> {
                assertThat(chat.error()).contains("4 chats were open when it was due");
                assertThat(chat.sentMs()).isNull();
                assertThat(chat.posts()).isZero();
              });
      assertThat(service.journal().posts()).isEqualTo(4);
    }
  }

  @Test
  void whatCanOnlyFailEndsAndIsTheSameFail() throws IOException {
    try (EmbeddedTarget service = target("error-event:1")) {
      long begin = System.nanoTime();
      int code =
          run(
              service.chatUrl().toString(),
              """
                open: { load: "rate 10/s for 5min" }
                users: { requests: 2000, concurrency: 3 }
              """,
              "--abort-when-certain");
      assertThat(code).as(output()).isEqualTo(4);
      assertThat(System.nanoTime() - begin).isLessThan(100_000_000_000L);
      for (String scenario : new String[] {"open", "users"}) {
        List<ChatRecord> records = records(scenario);
        assertThat(records).hasSize(scenario.equals("open") ? 3000 : 2000);
        assertThat(records)
            .filteredOn(chat -> chat.outcome() == Outcome.NOT_SENT)
            .hasSizeGreaterThan(1900)
            .allMatch(chat -> chat.error().contains("FAIL was certain"));
        assertThat(json(report().summary(scenario)).at("/verdict/status").asText())
            .isEqualTo("FAIL");
        assertThat(json(report().manifest(scenario)).at("/status").asText()).isEqualTo("COMPLETED");
      }
    }
  }

  /**
   * A service that answers nobody for a while. Of so many chats a second, those that were due then
   * wait for its end, so the P95 follows from the plan; users who wait for their reply ask almost
   * nothing in that time, and see almost nothing of it.
   */
  @Test
  void aServiceThatFreezesIsSeenByALoadAndHardlyByUsers() throws Exception {
    int seconds = Integer.getInteger("freeze.seconds", 2);
    int perSecond = 50;
    int chats = seconds * 10 * perSecond;
    long workMs = 100;
    try (QueueService service = new QueueService(500, workMs)) {
      CompletableFuture<Double> frozenMs =
          CompletableFuture.supplyAsync(
              () -> freezeWhen(service, "open", chats / 4, seconds * 1000L));
      CompletableFuture<Double> alsoMs =
          CompletableFuture.supplyAsync(
              () -> freezeWhen(service, "users", chats / 8, seconds * 1000L));
      run(
          service.url(),
          "  open: { load: \"rate %d/s for %ds\" }\n".formatted(perSecond, seconds * 10)
              + "  users: { requests: %d, concurrency: %d }\n".formatted(chats / 2, 5));
      int slower = chats - (int) Math.ceil(0.95 * chats);
      double expected = frozenMs.get() - (slower + 0.5) * 1000 / perSecond + workMs;
      double open = p95("open");
      double users = p95("users");
      assertThat(open).isCloseTo(expected, withinPercentage(5));
      assertThat(users).isLessThan(expected / 3);
    }
  }

  private double p95(String scenario) throws IOException {
    JsonNode summary = json(report().summary(scenario));
    return summary.at("/latency/total/p95").asDouble();
  }

  /** How long it was, milliseconds. */
  private double freezeWhen(QueueService service, String scenario, int chats, long millis) {
    Path records = report().chats(scenario);
    try {
      while (!Files.exists(records) || Files.readAllLines(records).size() < chats) {
        Thread.sleep(20);
      }
      return service.freeze(millis) / 1e6;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
