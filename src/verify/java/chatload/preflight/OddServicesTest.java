package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heads that no service should send: each gets a sentence, and none a stack trace. */
class OddServicesTest {

  /** Answers every request with these bytes and closes. */
  private static ServerSocket serverThatSays(String head) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  socket.getInputStream().read(new byte[64 * 1024]);
                  OutputStream out = socket.getOutputStream();
                  out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                  out.flush();
                  socket.shutdownOutput();
                } catch (IOException e) {
                  // the next one, or the end of the test
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static PreflightReport run(ServerSocket server) throws InterruptedException {
    return Targets.run(
        Targets.at(
            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/chat"),
            Targets.IDENTITY,
            false,
            Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content-length: x | content-length that is none",
        "content-length: | content-length that is none",
        "content-length: 15, 15 | content-length that is none",
        "content-length: 99999999999999999999 | content-length that is none",
        "content-length: -1 | content-length that is none",
        "content-length: 0x10 | content-length that is none",
        "content-length: 3;content-length: 4 | content-length that is none",
      })
  void aLengthThatIsNoneIsTold(String headers, String observed) throws Exception {
    String head = "HTTP/1.1 200 OK\r\n" + headers.replace(";", "\r\n") + "\r\n\r\n{}";
    try (ServerSocket server = serverThatSays(head)) {
      PreflightReport report = run(server);

      assertThat(report.passed()).isFalse();
      assertThat(report.checks().get(0).observed()).contains(observed);
      assertThat(report.checks().get(0).fix()).contains("wrong header");
    }
  }

  @Test
  void aTransferEncodingThatNobodyKnowsIsTold() throws Exception {
    String head = "HTTP/1.1 200 OK\r\ntransfer-encoding: x\r\ncontent-length: x\r\n\r\n";
    try (ServerSocket server = serverThatSays(head)) {
      assertThat(run(server).checks().get(0).observed()).isNotBlank();
    }
  }

  @Test
  void seventyThousandBytesOfHeadersAreNoFault() throws Exception {
    String head =
        "HTTP/1.1 200 OK\r\n" + ("x-filler: " + "y".repeat(690) + "\r\n").repeat(100) + "\r\n{}";
    try (ServerSocket server = serverThatSays(head)) {
      assertThat(run(server).checks().get(0).passed()).isTrue();
    }
  }
}
