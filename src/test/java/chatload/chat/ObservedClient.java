package chatload.chat;

import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.util.Pair;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gatling's HTTP client, with a {@link LiveChat} put in front of the listener of every chat. */
final class ObservedClient implements HttpClient {

  private final HttpClient client;
  private final SelfWatch watch;
  private final Map<String, LiveChat> expected = new ConcurrentHashMap<>();

  ObservedClient(HttpClient client, SelfWatch watch) {
    this.client = client;
    this.watch = watch;
  }

  /** Announces a chat; the next request with its trace id is its request. */
  void expect(LiveChat chat) {
    expected.put(chat.plan().traceId(), chat);
  }

  @Override
  public void sendRequest(
      Request request,
      long clientId,
      EventLoop eventLoop,
      HttpListener listener,
      SslContextsHolder sslContexts) {
    String traceId = request.getHeaders().get(ChatRequest.TRACE_ID);
    LiveChat chat = traceId == null ? null : expected.remove(traceId);
    if (chat == null) {
      throw new IllegalStateException("refused to send a request that is no chat's first");
    }
    chat.start(listener, eventLoop, watch.of(eventLoop));
    try {
      watch.dispatched(chat.times().dispatch());
      // An HTTP/2 connection would stay for the user's next chat.
      client.flushClientIdChannels(clientId, eventLoop);
      client.sendRequest(request, clientId, eventLoop, chat, sslContexts);
    } catch (Throwable e) {
      chat.onRefused(e);
    }
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

  @Override
  public void flushClientIdChannels(long clientId, EventLoop eventLoop) {
    client.flushClientIdChannels(clientId, eventLoop);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("Gatling's HTTP client could not be closed", e);
    }
  }
}
