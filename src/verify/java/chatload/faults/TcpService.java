package chatload.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service on 127.0.0.1 that is no HTTP server: what it does with a connection is up to it. */
final class TcpService implements AutoCloseable {

  private static final Pattern TRACE_ID = Pattern.compile("(?i)x-trace-id: (\\S+)\r\n");

  /** What becomes of a connection, which is closed when this returns. */
  interface Behaviour {
    void serve(Socket connection, TcpService service) throws IOException;
  }

  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> posts = new ConcurrentHashMap<>();

  TcpService(Behaviour behaviour) {
    this(50);
    start(() -> accept(behaviour));
  }

  /** One that never takes a connection over; the system lets that many wait for it. */
  TcpService(int backlog) {
    try {
      server = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Service service(String scheme) {
    return Service.at(
        scheme + "://127.0.0.1:" + server.getLocalPort() + "/api/chat",
        id -> posts.getOrDefault(id, 0));
  }

  /** Opens a connection to itself, which is closed with it. */
  void connect() {
    try {
      connections.add(new Socket(server.getInetAddress(), server.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until the client goes away, and notes the requests. */
  void readToTheEnd(Socket connection) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = connection.getInputStream();
    byte[] buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      Matcher matcher = TRACE_ID.matcher(text);
      while (matcher.find()) {
        posts.merge(matcher.group(1), 1, Integer::sum);
        text.delete(0, matcher.end());
        matcher.reset();
      }
    }
  }

  private void accept(Behaviour behaviour) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        start(() -> serve(behaviour, connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Behaviour behaviour, Socket connection) {
    try (connection) {
      behaviour.serve(connection, this);
    } catch (IOException e) {
      // the client went away
    }
    connections.remove(connection);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tcp-service");
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
