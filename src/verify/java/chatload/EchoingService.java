package chatload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that says the token it was sent, the first one that it ever was sent, and what else it
 * shares with us, in every place of its answer that a client could keep, another one each time.
 */
final class EchoingService implements AutoCloseable {

  private static final String NO_TOKEN = "none";
  private static final String EVENT_STREAM = "200 OK\r\ncontent-type: text/event-stream\r\n";

  private final String secret;
  private final ServerSocket socket;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  /** The first one, of another process than most of those that are told it. */
  private String earliest = NO_TOKEN;

  private final AtomicInteger answers = new AtomicInteger();

  EchoingService(String secret) throws IOException {
    this.secret = secret;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "echoing-service");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/api/chat";
  }

  /** Every token that was sent. */
  Set<String> tokens() {
    return tokens;
  }

  /** How many ways there are. */
  static int ways() {
    return answers("", "", "").size();
  }

  private static List<String> answers(String token, String secret, String earlier) {
    String half = token.substring(0, token.length() / 2);
    String rest = token.substring(token.length() / 2);
    return List.of(
        "500 Oops\r\n\r\nyou sent Bearer " + token + " and I have " + secret,
        "500 " + token + "\r\n\r\n" + "x".repeat(4096 - token.length() + 60) + token,
        "500 Oops\r\n\r\n" + token.toUpperCase(Locale.ROOT),
        "500 Oops\r\n\r\n"
            + Base64.getEncoder().encodeToString(("Bearer " + token).getBytes(UTF_8)),
        "401 No\r\ncontent-type: text/html\r\n\r\n<b>" + token + "</b><i>" + secret + "</i>",
        "429 Slow\r\nretry-after: " + token + "\r\n\r\n{}",
        "302 There\r\nlocation: http://127.0.0.1:9/?"
            + token
            + "\r\nset-cookie: a="
            + secret
            + "\r\n\r\n",
        "200 OK\r\ncontent-type: " + token + "\r\n\r\n" + secret,
        EVENT_STREAM + "x-trace-id: " + token + "\r\n\r\nevent: " + token + "\ndata: x\n\n",
        EVENT_STREAM
            + "\r\nevent: error\ndata: {\"error\":\"bad "
            + token
            + " "
            + secret
            + "\"}\n\n",
        EVENT_STREAM + "\r\nevent: token\ndata: " + token + "\n\n",
        EVENT_STREAM
            + "\r\nevent: token\ndata: {\"text\":\""
            + half
            + "\"}\n\n"
            + "event: token\ndata: {\"text\":\""
            + rest
            + "\"}\n\nevent: done\ndata: {\"degraded\":true}\n\n",
        EVENT_STREAM
            + "\r\nevent: token\ndata: {\"text\":\"hi\"}\n\nevent: done\ndata: [\""
            + half
            + "\",\""
            + rest
            + "\"]\n\n",
        EVENT_STREAM
            + "transfer-encoding: chunked\r\n\r\n5;"
            + token
            + "="
            + secret
            + "\r\nevent\r\nzz"
            + token,
        "500 Oops\r\n\r\nthe last one was " + earlier + ", this is " + token,
        EVENT_STREAM + "\r\nevent: error\ndata: {\"error\":\"seen before: " + earlier + "\"}\n\n",
        "HTTP " + token + "\r\n\r\n",
        token + "\r\n" + secret + "\r\n\r\n");
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answer(connection);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    String token = NO_TOKEN;
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("authorization: bearer ")) {
        token = line.substring("authorization: bearer ".length());
        tokens.add(token);
      } else if (lower.startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()));
      }
    }
    in.skip(length);
    earliest = earliest.equals(NO_TOKEN) ? token : earliest;
    List<String> all = answers(token, secret, earliest);
    String answer = all.get(answers.getAndIncrement() % all.size());
    String protocol = Character.isDigit(answer.charAt(0)) ? "HTTP/1.1 " : "";
    connection.getOutputStream().write((protocol + answer).getBytes(ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
