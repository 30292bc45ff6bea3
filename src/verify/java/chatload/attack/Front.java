package chatload.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** What stands on 127.0.0.1 before a service, such as a proxy. */
final class Front implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final String scheme;

  private Front(String scheme) {
    this.scheme = scheme;
    try {
      server = new ServerSocket(0, 200, LOOPBACK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A proxy that changes the text of responses, piece by piece. */
  static Front rewriting(int port, UnaryOperator<String> rewrite) {
    Front front = new Front("http");
    front.start(
        () ->
            front.accept(
                (socket, number) -> {
                  Socket service = new Socket(LOOPBACK, port);
                  front.connections.add(service);
                  front.start(() -> pump(socket, service, text -> text));
                  pump(service, socket, rewrite);
                }));
    return front;
  }

  /** Speaks TLS, and lets one connection wait so long for the handshake. */
  static Front slowTls(int port, X509Bundle certificate, int slowConnection, long millis) {
    SSLSocketFactory tls = tls(certificate);
    Front front = new Front("https");
    front.start(
        () ->
            front.accept(
                (socket, number) -> {
                  if (number == slowConnection) {
                    Wire.pause(millis);
                  }
                  SSLSocket secure = (SSLSocket) tls.createSocket(socket, null, port, true);
                  secure.setUseClientMode(false);
                  Socket service = new Socket(LOOPBACK, port);
                  front.connections.add(service);
                  front.start(() -> pump(secure, service, text -> text));
                  pump(service, secure, text -> text);
                }));
    return front;
  }

  private static SSLSocketFactory tls(X509Bundle certificate) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
      return context.getSocketFactory();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return scheme + "://127.0.0.1:" + server.getLocalPort() + "/api/chat";
  }

  private interface Connection {
    void serve(Socket socket, int number) throws IOException;
  }

  private void accept(Connection connection) {
    for (int number = 1; !server.isClosed(); number++) {
      int which = number;
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        connections.add(socket);
        start(
            () -> {
              try (socket) {
                connection.serve(socket, which);
              } catch (IOException e) {
                // one side went away
              }
            });
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void pump(Socket from, Socket to, UnaryOperator<String> rewrite) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(rewrite.apply(new String(buffer, 0, n, ISO_8859_1)).getBytes(ISO_8859_1));
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // one side went away
    }
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "attacked-front");
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
