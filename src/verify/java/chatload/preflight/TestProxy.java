package chatload.preflight;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy for CONNECT and SOCKS 5 on 127.0.0.1, which leads everything to one address. */
final class TestProxy implements AutoCloseable {

  private static final int SOCKS5 = 5;

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final String credential;
  private final InetSocketAddress to;

  private TestProxy(String credential, InetSocketAddress to) throws IOException {
    this.credential = credential;
    this.to = to;
  }

  /**
   * @param credential {@code USER:PASSWORD} that it demands; null for none
   */
  static TestProxy start(String credential, InetSocketAddress to) throws IOException {
    TestProxy proxy = new TestProxy(credential, to);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Hosts and ports that it was to connect to. */
  Queue<String> asked() {
    return asked;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      DataInputStream in = new DataInputStream(connection.getInputStream());
      int first = in.read();
      boolean isOpen =
          first == SOCKS5
              ? socks(in, connection.getOutputStream())
              : connect((char) first + head(in), connection.getOutputStream());
      if (isOpen) {
        try (Socket target = new Socket(to.getAddress(), to.getPort())) {
          threads.execute(() -> pipe(target, connection));
          pipe(connection, target);
        }
      }
    } catch (IOException e) {
      // the other side has gone
    }
  }

  private boolean connect(String head, OutputStream out) throws IOException {
    asked.add(head.split(" ")[1]);
    String expected =
        credential == null
            ? ""
            : "basic " + Base64.getEncoder().encodeToString(credential.getBytes());
    boolean passes = head.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT));
    String status = passes ? "200 OK" : "407 Proxy Authentication Required";
    out.write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return passes;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole head");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** RFC 1928 and RFC 1929. */
  private boolean socks(DataInputStream in, OutputStream out) throws IOException {
    in.readFully(new byte[in.read()]);
    boolean isAsked = credential != null;
    out.write(new byte[] {SOCKS5, (byte) (isAsked ? 2 : 0)});
    if (isAsked) {
      in.read();
      String given = text(in) + ":" + text(in);
      out.write(new byte[] {1, (byte) (given.equals(credential) ? 0 : 1)});
      if (!given.equals(credential)) {
        return false;
      }
    }
    in.readFully(new byte[3]);
    String host = in.read() == 3 ? text(in) : InetAddress.getByAddress(in.readNBytes(4)).toString();
    asked.add(host + ":" + in.readUnsignedShort());
    out.write(new byte[] {SOCKS5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
    return true;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.read()), StandardCharsets.US_ASCII);
  }

  private static void pipe(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // the other side has gone
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
