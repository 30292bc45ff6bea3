package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.load.preflight.PreflightClient;
import chatload.protocol.ChatProtocol;
import chatload.protocol.mapping.Protocols;
import chatload.protocol.mapping.Spoken;
import chatload.protocol.mapping.Vector;
import chatload.run.Outcome;
import chatload.settings.ClientSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The load's client asks for chats in every protocol that is built in, and reads the answers. */
@Timeout(60)
@OnIdleMachine
class ProtocolsOnTheWireTest {

  private static final String CHUNKED = "transfer-encoding: chunked\r\n";

  static Stream<String> names() {
    return Protocols.described().stream();
  }

  static Stream<Vector> vectors() {
    return names().flatMap(name -> Vector.of(name).stream().limit(3));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void anAnswerIsWhatItIs(Vector vector) throws Exception {
    Answered answered = ask(vector.protocol(), chunked(vector.body(), true), CHUNKED);
    assertThat(answered.answer().outcome())
        .as(answered.answer().error())
        .isEqualTo(vector.outcome());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theRequestIsThatOfTheProtocol(String name) throws Exception {
    Answered answered = ask(name, chunked(Vector.of(name).get(0).body(), true), CHUNKED);
    assertThat(answered.request())
        .startsWith("POST /chat HTTP/1.1\r\n")
        .containsIgnoringCase("content-type: application/json\r\n")
        .contains("请记住我偏好高铁")
        .doesNotContain("${");
    assertThat(answered.request().contains("\"small\""))
        .isEqualTo(Protocols.named(name).needsModel());
  }

  @Test
  void headersAreSentInTheOrderOfTheFile() throws Exception {
    String file =
        Protocols.text("text")
            .replace("protocol: text", "protocol: mine")
            .replace("headers: {", "headers: { z-first: 1, a-second: 2, m-third: 3, ");
    byte[] body = "Hi you".getBytes(StandardCharsets.UTF_8);
    Spoken spoken = Spoken.of("mine.yaml", file, null);
    assertThat(ask(spoken, body, "content-length: 6\r\n").request())
        .containsSubsequence("z-first: 1\r\n", "a-second: 2\r\n", "m-third: 3\r\n");
  }

  @ParameterizedTest
  @MethodSource("names")
  void anAnswerThatIsCutWithItsConnectionIsNotOk(String name) throws Exception {
    byte[] body = Vector.of(name).get(0).body();
    byte[] half = Arrays.copyOf(body, body.length / 2);
    assertThat(ask(name, chunked(half, false), CHUNKED).answer().outcome())
        .isIn(Outcome.STREAM_CUT, Outcome.TRUNCATED);
  }

  @Test
  void bareTextThatEndsWithItsConnectionIsNotProvenWhole() throws Exception {
    byte[] body = "Hi you".getBytes(StandardCharsets.UTF_8);
    assertThat(ask("text", body, "").answer().outcome()).isEqualTo(Outcome.TRUNCATED);
    assertThat(ask("text", body, "content-length: 6\r\n").answer().outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  void anAnswerOfAnotherContentTypeIsNoStream() throws Exception {
    byte[] body = chunked(Vector.of("ollama").get(0).body(), true);
    String type = "content-type: text/event-stream\r\n";
    Answered answered = ask("ollama", body, type + CHUNKED);
    assertThat(answered.answer().outcome()).isEqualTo(Outcome.NOT_SSE);
  }

  private record Answered(Answer answer, String request) {}

  private static Answered ask(String name, byte[] body, String head) throws Exception {
    return ask(Spoken.of(name + ".yaml", Protocols.text(name), "small"), body, head);
  }

  private static Answered ask(Spoken spoken, byte[] body, String head) throws Exception {
    ChatProtocol protocol = spoken.protocol();
    String type = "content-type: " + protocol.contentTypes().get(0) + "; charset=utf-8\r\n";
    String response =
        "HTTP/1.1 200 OK\r\n" + (head.contains("content-type") ? "" : type) + head + "\r\n";
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> request =
          CompletableFuture.supplyAsync(() -> serve(server, response, body));
      URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/chat");
      ClientSettings usual = ClientSettings.defaults();
      ClientSettings client =
          new ClientSettings(false, List.of(), false, usual.acceptEncoding(), List.of(), spoken);
      Duration limit = Duration.ofSeconds(10);
      PreflightTarget target = Targets.at(url, Targets.IDENTITY, client, limit, Duration.ZERO);
      try (PreflightClient preflight = new PreflightClient(target)) {
        return new Answered(preflight.send(Probe.WITH_TOKEN, limit), request.get());
      }
    }
  }

  private static String serve(ServerSocket server, String head, byte[] body) {
    try (Socket connection = server.accept()) {
      String request = request(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      return request;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String request(InputStream in) throws IOException {
    byte[] request = new byte[0];
    byte[] piece = new byte[4096];
    while (!isWhole(new String(request, StandardCharsets.UTF_8), request.length)) {
      int length = in.read(piece);
      if (length < 0) {
        throw new IOException("no whole request");
      }
      int before = request.length;
      request = Arrays.copyOf(request, before + length);
      System.arraycopy(piece, 0, request, before, length);
    }
    return new String(request, StandardCharsets.UTF_8);
  }

  private static boolean isWhole(String request, int bytes) {
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    String length = request.replaceFirst("(?is).*?\r\ncontent-length: (\\d+)\r\n.*", "$1");
    return bytes >= end + 4 + Integer.parseInt(length);
  }

  private static byte[] chunked(byte[] body, boolean ended) {
    byte[] head = (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] end = (ended ? "\r\n0\r\n\r\n" : "").getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + body.length + end.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    System.arraycopy(end, 0, all, head.length + body.length, end.length);
    return all;
  }
}
