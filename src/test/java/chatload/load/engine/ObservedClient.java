package chatload.load.engine;

import chatload.load.client.TargetClient;
import chatload.load.exchange.ChatCourse;
import chatload.load.exchange.ChatPlan;
import chatload.load.watch.SelfWatch;
import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.util.Pair;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Gatling takes for its HTTP client: for each of its requests, it has the {@link TargetClient}
 * send the request of the chat, with a {@link ChatListener} in front of Gatling's listener.
 */
final class ObservedClient implements HttpClient {

  private final TargetClient client;
  private final URI url;
  private final SelfWatch watch;
  private final Map<String, ChatCourse> expected = new ConcurrentHashMap<>();

  /**
   * @param url of chats
   */
  ObservedClient(TargetClient client, URI url, SelfWatch watch) {
    this.client = client;
    this.url = url;
    this.watch = watch;
  }

  /** Announces a chat; the next request with its trace id is its request. */
  void expect(ChatCourse chat) {
    expected.put(chat.plan().traceId(), chat);
  }

  @Override
  public void sendRequest(
      Request request,
      long clientId,
      EventLoop eventLoop,
      HttpListener listener,
      SslContextsHolder sslContexts) {
    String traceId = request.getHeaders().get(ChatPlan.TRACE_HEADER);
    ChatCourse chat = traceId == null ? null : expected.remove(traceId);
    if (chat == null) {
      throw new IllegalStateException("refused to send a request that is no chat's first");
    }
    Request own = client.requests().chat(url, chat.plan());
    client.send(own, chat, listener, clientId, eventLoop, watch.of(eventLoop));
    watch.dispatched(chat.times().dispatch());
  }

  @Override
  public void sendHttp2Requests(
      Pair<Request, HttpListener>[] requests,
      long clientId,
      EventLoop eventLoop,
      SslContextsHolder sslContexts) {
    throw new UnsupportedOperationException("chats are sent one by one");
  }

  @Override
  public boolean isClosed() {
    return client.isClosed();
  }

  /** Each chat has a connection of its own; there is nothing to keep, and so nothing to flush. */
  @Override
  public void flushClientIdChannels(long clientId, EventLoop eventLoop) {}

  @Override
  public void close() {
    client.close();
  }
}
