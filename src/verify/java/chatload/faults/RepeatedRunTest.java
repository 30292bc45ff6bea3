package chatload.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.faults.Row.Protocol;
import chatload.files.Json;
import chatload.load.engine.NestedRun;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.verdict.Verdict.Status;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service that keeps its replies by what it was asked must work for every run anew: no request of
 * a run is byte for byte one of another run with the same settings.
 */
@Timeout(90)
@OnIdleMachine
class RepeatedRunTest {

  private static final String REPLY =
      "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
          + "event: token\ndata: {\"text\":\"hi\"}\n\nevent: done\ndata: {}\n\n";

  private static Supplier<RowRun> making;
  private static RowRun run;

  @TempDir Path directory;

  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

  /** Two users with one chat each, or two. */
  public static final class Again extends Simulation {
    {
      run = making.get();
      setUp(run.users(Duration.ZERO));
    }

    @Override
    public void before() {
      run.before();
    }

    @Override
    public void after() {
      run.after();
    }
  }

  @Test
  void theSameSettingsSendOtherRequestsInEveryRun() throws Exception {
    List<String> threads = new ArrayList<>();
    try (Services services = new Services(Certificates.in(directory))) {
      for (String name : List.of("first", "second")) {
        making = () -> new RowRun(row(), services, directory.resolve(name));
        NestedRun.of(Again.class);
        List<ChatRecord> records = run.records();
        assertThat(records)
            .hasSize(run.chats())
            .allSatisfy(
                chat -> {
                  assertThat(chat.outcome()).as(chat.toString()).isEqualTo(Outcome.OK);
                  assertThat(chat.threadId()).contains("-smoke-" + chat.runId() + "-");
                });
        records.forEach(chat -> threads.add(chat.threadId()));
      }
    }
    assertThat(threads).doesNotHaveDuplicates();
    assertThat(bodies).hasSameSizeAs(threads).doesNotHaveDuplicates();
    for (String body : bodies) {
      assertThat(threads).contains(Json.MAPPER.readTree(body).path("threadId").asText());
    }
  }

  private Row row() {
    return new Row(
        "repeated",
        "the same settings once more",
        Protocol.PLAIN,
        List.of(Outcome.OK),
        null,
        1,
        Status.PASS,
        Detection.AT_ONCE,
        services ->
            services
                .closing(
                    new TcpService((connection, service) -> answer(connection)), TcpService::close)
                .service("http"));
  }

  private void answer(Socket connection) throws IOException {
    StringBuilder request = new StringBuilder();
    byte[] read = new byte[8192];
    int end = -1;
    int length = 0;
    while (end < 0 || request.length() < end + length) {
      int more = connection.getInputStream().read(read);
      if (more < 0) {
        throw new IOException("a request without an end: " + request);
      }
      request.append(new String(read, 0, more, StandardCharsets.ISO_8859_1));
      if (end < 0 && request.indexOf("\r\n\r\n") > 0) {
        end = request.indexOf("\r\n\r\n") + 4;
        length = Integer.parseInt(header(request.substring(0, end), "content-length"));
      }
    }
    bodies.add(
        new String(
            request.substring(end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    connection.getOutputStream().write(REPLY.getBytes(StandardCharsets.US_ASCII));
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }
}
