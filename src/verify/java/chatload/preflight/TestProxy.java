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
import javax.net.ServerSocketFactory;

/**
 * A proxy for CONNECT, SOCKS 4a and SOCKS 5 on 127.0.0.1, which leads everything to one address.
 */
public final class TestProxy implements AutoCloseable {

  private static final int SOCKS4 = 4;
  private static final int SOCKS5 = 5;

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final String credential;
  private final InetSocketAddress to;

  private TestProxy(ServerSocketFactory sockets, String credential, InetSocketAddress to)
      throws IOException {
    this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.credential = credential;
    this.to = to;
  }

  /**
   * @param credential {@code USER:PASSWORD} that it demands; null for none
   */
  public static TestProxy start(String credential, InetSocketAddress to) throws IOException {
    return start(ServerSocketFactory.getDefault(), credential, to);
  }

  /** One that is spoken to over these sockets, such as those of TLS. */
  static TestProxy start(ServerSocketFactory sockets, String credential, InetSocketAddress to)
      throws IOException {
    TestProxy proxy = new TestProxy(sockets, credential, to);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Hosts and ports that it was to connect to. */
  public Queue<String> asked() {
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
      OutputStream out = connection.getOutputStream();
      boolean isOpen =
          switch (first) {
            case SOCKS4 -> socks4(in, out);
            case SOCKS5 -> socks(in, out);
            default -> connect((char) first + head(in), out);
          };
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

  /** With the user alone, and with the name of a host where its address is not known. */
  private boolean socks4(DataInputStream in, OutputStream out) throws IOException {
    in.read();
    int port = in.readUnsignedShort();
    byte[] address = in.readNBytes(4);
    String user = textToNul(in);
    boolean isName = address[0] == 0 && address[1] == 0 && address[2] == 0;
    String host = isName ? textToNul(in) : InetAddress.getByAddress(address).getHostAddress();
    boolean passes = credential == null || credential.startsWith(user + ":");
    asked.add(host + ":" + port);
    out.write(new byte[] {0, (byte) (passes ? 0x5a : 0x5d), 0, 0, 0, 0, 0, 0});
    return passes;
  }

  private static String textToNul(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next > 0; next = in.read()) {
      text.append((char) next);
    }
    return text.toString();
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
