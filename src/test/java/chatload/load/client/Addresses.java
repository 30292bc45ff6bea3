package chatload.load.client;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.resolver.InetAddressNameResolver;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Finds the addresses of a host, off the event loops, and puts those first that accept connections.
 * Browsers try the next address after a quarter of a second (RFC 8305); Gatling's client would wait
 * for each in turn as long as a connection may take, and a chat would fail for that. Addresses of
 * the same worth are shuffled, so that load is spread.
 */
final class Addresses implements InetAddressNameResolver, AutoCloseable {

  /** How long an address may take to accept the connection by which it is tried. */
  private static final int TRIAL_MILLIS = 250;

  private final int port;
  private final Resolver resolver;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new DefaultThreadFactory("addresses", true));

  /** What was found out, once for each address of a host that has several. */
  private final Map<InetAddress, java.util.concurrent.Future<Boolean>> accepting =
      new ConcurrentHashMap<>();

  /** Knows the addresses of a host. */
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /**
   * @param port on which the addresses are tried
   */
  Addresses(int port) {
    this(port, InetAddress::getAllByName);
  }

  Addresses(int port, Resolver resolver) {
    this.port = port;
    this.resolver = resolver;
  }

  @Override
  public Future<List<InetAddress>> resolveAll(
      String host, Promise<List<InetAddress>> promise, HttpListener listener) {
    threads.execute(
        () -> {
          try {
            promise.trySuccess(inOrder(List.of(resolver.addresses(host))));
          } catch (Throwable e) {
            // Whatever it is: who waits must not wait for ever, nor blame the network for it.
            promise.tryFailure(e);
          }
        });
    return promise;
  }

  private List<InetAddress> inOrder(List<InetAddress> all) {
    if (all.size() == 1) {
      return all;
    }
    List<InetAddress> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled);
    shuffled.forEach(
        address ->
            accepting.computeIfAbsent(address, tried -> threads.submit(() -> accepts(tried))));
    List<InetAddress> first = new ArrayList<>();
    List<InetAddress> last = new ArrayList<>();
    shuffled.forEach(address -> (isAccepting(address) ? first : last).add(address));
    first.addAll(last);
    return first;
  }

  private boolean isAccepting(InetAddress address) {
    try {
      return accepting.get(address).get();
    } catch (java.util.concurrent.ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean accepts(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), TRIAL_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
