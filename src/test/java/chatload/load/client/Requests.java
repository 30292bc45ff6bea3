package chatload.load.client;

import chatload.auth.Placement;
import chatload.auth.SecretHeader;
import chatload.load.exchange.ChatPlan;
import chatload.protocol.Asked;
import chatload.protocol.ChatRequest;
import chatload.settings.ClientSettings;
import chatload.tool.Version;
import io.gatling.http.client.Request;
import io.gatling.http.client.RequestBuilder;
import io.gatling.http.client.body.string.StringRequestBodyBuilder;
import io.gatling.http.client.resolver.InetAddressNameResolver;
import io.gatling.http.client.uri.Uri;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Every request that is ever sent to a target, by preflight and load, made from the settings alone.
 * Gatling's own idea of a request, with what its configuration says of proxies, time-outs and
 * headers, is not used.
 */
public final class Requests {

  private static final String ACCEPT = "accept";
  private static final String USER_AGENT = "chatload/" + Version.CHATLOAD;

  private final ClientSettings settings;
  private final InetAddressNameResolver addresses;
  private final Optional<ProxyUse> proxy;

  /**
   * @param addresses finds the addresses of hosts
   */
  Requests(ClientSettings settings, InetAddressNameResolver addresses, Optional<ProxyUse> proxy) {
    this.settings = settings;
    this.addresses = addresses;
    this.proxy = proxy;
  }

  /** The request of a chat. */
  public Request chat(URI url, ChatPlan plan) {
    Placement placement = settings.placement();
    return chat(placement.url(url, plan.token()), plan, placement.headers(plan.token()));
  }

  /**
   * The same with something else in the place of the credential.
   *
   * @param credentials header names and values; none for nobody
   */
  public Request chat(URI url, ChatPlan plan, Map<String, String> credentials) {
    ChatRequest request =
        settings
            .protocol()
            .request(
                new Asked(
                    plan.threadId(),
                    plan.message(),
                    settings.model(),
                    plan.traceId(),
                    plan.history(),
                    plan.conversationName()));
    HttpHeaders headers = headers(plan.traceId(), request.headers().get(ACCEPT));
    request.headers().forEach((name, value) -> setBeside(headers, name, value));
    credentials.forEach(headers::set);
    return builder(HttpMethod.valueOf(request.method()), url, headers)
        .setBodyBuilder(new StringRequestBodyBuilder(request.body()))
        .build();
  }

  /** A question that no credential goes with. */
  public Request get(URI url, String traceId) {
    return builder(HttpMethod.GET, url, headers(traceId, "application/json, */*;q=0.5")).build();
  }

  /** Each request has a connection of its own, as users have. */
  private HttpHeaders headers(String traceId, String accept) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set("user-agent", USER_AGENT);
    headers.set(ACCEPT, accept);
    headers.set("accept-encoding", settings.acceptEncoding());
    headers.set("connection", "close");
    headers.set(ChatPlan.TRACE_HEADER, traceId);
    headers.set("traceparent", traceparent(traceId));
    for (SecretHeader header : settings.headers()) {
      headers.set(header.name(), header.value().reveal());
    }
    return headers;
  }

  /**
   * The same id in the W3C's words, sampled, so that whatever traces the service has the chat under
   * it. We are no span of that trace, so the id of the caller's is the second half of the trace's.
   *
   * @param traceId a UUID
   */
  private static String traceparent(String traceId) {
    String id = traceId.replace("-", "");
    return "00-" + id + "-" + id.substring(16) + "-01";
  }

  private static void setBeside(HttpHeaders headers, String name, String value) {
    if (!name.equals(ACCEPT)) {
      headers.set(name, value);
    }
  }

  private RequestBuilder builder(HttpMethod method, URI url, HttpHeaders headers) {
    proxy
        .flatMap(ProxyUse::authorization)
        .ifPresent(value -> headers.set("proxy-authorization", value));
    return new RequestBuilder(method.name(), method, Uri.create(url.toASCIIString()), addresses)
        .setHeaders(headers)
        .setProxyServer(proxy.map(ProxyUse::server).orElse(null))
        .setHttp2Enabled(settings.http2());
  }
}
