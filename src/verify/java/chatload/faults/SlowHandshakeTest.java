package chatload.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.faults.Row.Protocol;
import chatload.load.engine.NestedRun;
import chatload.run.Outcome;
import chatload.verdict.Verdict.Status;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A TLS handshake may take as long as its chat may: nothing else ends it before. */
@Timeout(90)
@OnIdleMachine
class SlowHandshakeTest {

  private static final Duration DELAY = Duration.ofSeconds(11);

  private static Supplier<RowRun> making;
  private static RowRun run;

  @TempDir Path directory;

  /** Two users with one chat each, or two. */
  public static final class Slow extends Simulation {
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
  void a_handshake_of_eleven_seconds_is_no_failure_where_a_chat_may_take_thirty() throws Exception {
    try (Services services = new Services(Certificates.in(directory))) {
      Row row =
          new Row(
              "tls-slow",
              "the TLS handshake takes 11 s",
              Protocol.TLS,
              List.of(Outcome.OK),
              null,
              1,
              Status.PASS,
              Detection.BY_THE_LIMIT,
              SlowHandshakeTest::slow);
      making = () -> new RowRun(row, services, directory, 30_000);
      NestedRun.of(Slow.class);
      assertThat(run.records())
          .hasSize(run.chats())
          .allSatisfy(
              chat -> {
                assertThat(chat.outcome()).as(chat.toString()).isEqualTo(Outcome.OK);
                assertThat(chat.firstTokenMs()).isGreaterThan(DELAY.toMillis());
              });
    }
  }

  private static Service slow(Services services) {
    URI front = URI.create(services.tls(Certificates.Kind.GOOD).url().toString());
    return services
        .closing(
            new TcpService((connection, service) -> relay(connection, front.getPort())),
            TcpService::close)
        .service("https");
  }

  /** The greeting of TLS is passed on late. */
  private static void relay(Socket client, int port) throws IOException {
    try {
      Thread.sleep(DELAY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try (Socket service = new Socket("127.0.0.1", port)) {
      Thread up = new Thread(() -> copy(client, service), "slow-handshake");
      up.setDaemon(true);
      up.start();
      service.getInputStream().transferTo(client.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one of them has gone away
    }
  }
}
