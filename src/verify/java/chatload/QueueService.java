package chatload;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A chat service that works on so many chats at once, each for so long, while all others wait: with
 * more users than that, the first token comes after users ÷ places × work.
 */
final class QueueService implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final int count;
  private final Semaphore places;
  private final long workMillis;

  QueueService(int places, long workMillis) throws IOException {
    this.count = places;
    this.places = new Semaphore(places, true);
    this.workMillis = workMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.createContext("/api/chat", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/chat";
  }

  /**
   * Answers nobody for that long.
   *
   * @return how long chats that came then had to wait, from now to its end, nanoseconds
   */
  long freeze(long millis) throws InterruptedException {
    long from = System.nanoTime();
    places.acquire(count);
    try {
      Thread.sleep(millis);
      return System.nanoTime() - from;
    } finally {
      places.release(count);
    }
  }

  private void answer(HttpExchange chat) throws IOException {
    chat.getRequestBody().readAllBytes();
    places.acquireUninterruptibly();
    try {
      Thread.sleep(workMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
    chat.getResponseHeaders().set("content-type", "text/event-stream");
    chat.getResponseHeaders().set("x-trace-id", chat.getRequestHeaders().getFirst("x-trace-id"));
    chat.sendResponseHeaders(200, 0);
    try (OutputStream out = chat.getResponseBody()) {
      out.write("event: token\ndata: {\"text\":\"all right\"}\n\n".getBytes(UTF_8));
      out.write("event: done\ndata: {\"persistedCount\":1}\n\n".getBytes(UTF_8));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
