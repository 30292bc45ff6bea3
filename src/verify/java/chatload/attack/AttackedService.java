package chatload.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A chat service on 127.0.0.1 that is none of this project's: a thread for each connection and
 * nothing of Netty. It insists on signed tokens and is honest, but for what its {@link Manner}
 * says.
 */
final class AttackedService implements AutoCloseable {

  static final String SECRET = "attack-secret-0123456789-0123456789-0123456789";

  /** How it answers a chat whose token is good. */
  interface Manner {
    void answer(Chat chat, Wire wire, AttackedService service) throws IOException;
  }

  /** Who may pass before anything else is looked at; false if the request was answered. */
  interface Door {
    boolean passes(Map<String, String> headers, Wire wire) throws IOException;
  }

  private final Manner manner;
  private final Door door;
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<Chat> chats = new CopyOnWriteArrayList<>();

  AttackedService(Manner manner) {
    this(manner, (headers, wire) -> true);
  }

  AttackedService(Manner manner, Door door) {
    this.manner = manner;
    this.door = door;
    try {
      server = new ServerSocket(0, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/api/chat";
  }

  /** Every chat that came with a good token, in the order of arrival. */
  List<Chat> chats() {
    return chats;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        start(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (request(in, new Wire(connection.getOutputStream()))) {
        // the next one on the same connection
      }
    } catch (IOException e) {
      // the client went away, or this service is closed
    }
    connections.remove(connection);
  }

  private boolean request(InputStream in, Wire wire) throws IOException {
    String start = line(in);
    if (start == null) {
      return false;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), UTF_8);
    if (door.passes(headers, wire)) {
      answer(start, headers, body, wire);
    }
    return !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
  }

  private void answer(String start, Map<String, String> headers, String body, Wire wire)
      throws IOException {
    String trace = headers.getOrDefault("x-trace-id", "none");
    if (start.startsWith("GET /api/health")) {
      wire.plain("200 OK", trace, "application/json", "{\"status\":\"ok\"}");
      return;
    }
    Chat chat = new Chat(numbers.incrementAndGet(), Map.copyOf(headers), body);
    if (!isSigned(chat.token())) {
      wire.plain("401 Unauthorized", trace, "application/json", "{\"error\":\"No token.\"}");
      return;
    }
    chats.add(chat);
    manner.answer(chat, wire, this);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).strip();
  }

  private static boolean isSigned(String token) {
    int dot = token.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      byte[] expected = mac.doFinal(token.substring(0, dot).getBytes(ISO_8859_1));
      return MessageDigest.isEqual(
          expected, Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "attacked-service");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
