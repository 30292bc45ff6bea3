package chatload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.run.ChatRecord;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A reply that stalls is the service's, and named with its place; a stopped generator is not. */
@OnIdleMachine
class StallTest extends SmallJob {

  private static final int PIECES = 10;
  private static final long STALL_MS = 700;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  /** After which piece the reply stalls; 0 for none. */
  private volatile int stallsAfter;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext("/api/chat", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange chat) throws IOException {
    chat.getRequestBody().readAllBytes();
    chat.getResponseHeaders().set("content-type", "text/event-stream");
    chat.getResponseHeaders().set("x-trace-id", chat.getRequestHeaders().getFirst("x-trace-id"));
    chat.sendResponseHeaders(200, 0);
    try (OutputStream out = chat.getResponseBody()) {
      for (int piece = 1; piece <= PIECES; piece++) {
        out.write("event: token\ndata: {\"text\":\"all right \"}\n\n".getBytes(UTF_8));
        out.flush();
        Thread.sleep(piece == stallsAfter ? STALL_MS : 30);
      }
      out.write("event: done\ndata: {\"persistedCount\":1}\n\n".getBytes(UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ReportDir report() {
    return new ReportDir(temporary.resolve("report"));
  }

  private int smoke() {
    List<String> words = new ArrayList<>(List.of("scenarios", "--skip-preflight"));
    words.addAll(List.of("--report-dir", report().root().toString(), "--warm-up-seconds", "2"));
    words.addAll(
        List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort() + "/api/chat"));
    words.addAll(List.of("--profiles", "smoke"));
    words.addAll(
        List.of("--set", "smoke.requests=20,smoke.concurrency=2,smoke.max.longestGap=500 ms"));
    return loadtest(secret(), words);
  }

  private List<ChatRecord> records() throws IOException {
    List<ChatRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(report().chats("smoke"))) {
      records.add(Json.MAPPER.readValue(line, ChatRecord.class));
    }
    return records;
  }

  @Test
  void aStallIsAFailAndNamedWithItsPlace() throws IOException {
    stallsAfter = 4;
    assertThat(smoke()).as(output()).isEqualTo(4);
    assertThat(records())
        .hasSize(20)
        .allSatisfy(
            chat -> {
              assertThat(chat.maxGapAt()).isEqualTo(4);
              assertThat(chat.maxGapMs()).isBetween(STALL_MS - 5.0, STALL_MS + 250.0);
            });
    assertThat(Files.readString(report().root().resolve("smoke-report.md")))
        .contains("after piece 4 of 10");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aGeneratorThatIsStoppedIsNoStallOfTheService() throws Exception {
    var job = CompletableFuture.supplyAsync(this::smoke);
    while (!job.isDone()
        && !(Files.exists(report().chats("smoke")) && Files.size(report().chats("smoke")) > 0)) {
      Thread.sleep(20);
    }
    long generator = ProcessHandle.current().children().findFirst().orElseThrow().pid();
    new ProcessBuilder("kill", "-STOP", Long.toString(generator)).start().waitFor();
    Thread.sleep(1000);
    new ProcessBuilder("kill", "-CONT", Long.toString(generator)).start().waitFor();
    assertThat(job.get()).as(output()).isEqualTo(5);
    assertThat(json(report().summary("smoke")).at("/verdict/status").asText())
        .isEqualTo("INCONCLUSIVE");
    assertThat(records()).anyMatch(chat -> chat.maxGapMs() > 500);
    assertThat(records())
        .as("what is left of the longest gap without the generator")
        .allMatch(chat -> chat.stallMs() < 500);
  }
}
