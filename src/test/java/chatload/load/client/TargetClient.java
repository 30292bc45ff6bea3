package chatload.load.client;

import chatload.load.exchange.ChatCourse;
import chatload.load.exchange.ChatListener;
import chatload.load.watch.LoopWatch;
import chatload.reach.ClientCertificate;
import chatload.settings.ClientSettings;
import io.gatling.http.client.HttpClient;
import io.gatling.http.client.HttpClientConfig;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.SslContextsHolder;
import io.gatling.http.client.impl.DefaultHttpClient;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The one client that speaks to a target, for preflight and load: Gatling's HTTP client, built from
 * the settings alone. What Gatling's configuration says of TLS, time-outs and sockets has no effect
 * on it, and what it says of proxies has none on the requests.
 */
public final class TargetClient implements AutoCloseable {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  static {
    // As Gatling has it: a TLS session is taken up again, as browsers do.
    System.setProperty("io.netty.handler.ssl.openssl.sessionCacheClient", "true");
  }

  private final Requests requests;
  private final Addresses addresses;
  private final Optional<Trust> trust;
  private final HttpClient client;

  /**
   * @param url of chats
   * @param limit the longest that a request may take; it ends before its connection is given up
   * @param loops on which requests are sent
   */
  public TargetClient(URI url, ClientSettings settings, Duration limit, EventLoopGroup loops) {
    boolean tls = url.getScheme().equalsIgnoreCase("https");
    int usualPort = tls ? HTTPS_PORT : HTTP_PORT;
    this.addresses = new Addresses(url.getPort() < 0 ? usualPort : url.getPort());
    this.requests = new Requests(settings, addresses, ProxyUse.of(settings.reach().proxy(), tls));
    this.trust = tls ? Optional.of(Trust.of(settings)) : Optional.empty();
    long millis = limit.plusSeconds(1).toMillis();
    this.client =
        new DefaultHttpClient(
            new HttpClientConfig()
                .setDefaultSslContextsHolder(
                    trust.map(whom -> contexts(whom, settings.reach().certificate())).orElse(null))
                .setEnableSni(true)
                .setConnectTimeout(millis)
                .setHandshakeTimeout(millis)
                .setSoKeepAlive(false)
                .setUseNativeTransport(!speaks(loops, NioIoHandler.class))
                .setUseIoUring(speaks(loops, IoUringIoHandler.class)));
  }

  private static boolean speaks(
      EventLoopGroup loops, Class<? extends io.netty.channel.IoHandler> io) {
    return loops.next() instanceof IoEventLoop loop && loop.isIoType(io);
  }

  /**
   * @param certificate that we show; null for none
   */
  private static SslContextsHolder contexts(Trust trust, ClientCertificate certificate) {
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
            .ciphers(null, IdentityCipherSuiteFilter.INSTANCE_DEFAULTING_TO_SUPPORTED_CIPHERS)
            .trustManager(trust.managers())
            .endpointIdentificationAlgorithm(trust.isVerifying() ? "HTTPS" : null);
    if (certificate != null) {
      builder.keyManager(certificate.key(), certificate.chain());
    }
    try {
      return new SslContextsHolder.Default(
          builder.build(),
          builder
              .applicationProtocolConfig(
                  new ApplicationProtocolConfig(
                      Protocol.ALPN,
                      SelectorFailureBehavior.NO_ADVERTISE,
                      SelectedListenerFailureBehavior.ACCEPT,
                      ApplicationProtocolNames.HTTP_2,
                      ApplicationProtocolNames.HTTP_1_1))
              .build());
    } catch (SSLException e) {
      throw new IllegalStateException("TLS can't be set up", e);
    }
  }

  /** What it asks. */
  public Requests requests() {
    return requests;
  }

  /** Empty without TLS. */
  public Optional<Trust> trust() {
    return trust;
  }

  /**
   * Sends a request on a connection of its own.
   *
   * @param chat whose request it is
   * @param listener is told what the chat makes of the response
   * @param user whose connection it is
   */
  public void send(
      Request request,
      ChatCourse chat,
      HttpListener listener,
      long user,
      EventLoop loop,
      LoopWatch watch) {
    ChatListener first = new ChatListener(chat, listener, loop);
    chat.start(first, watch);
    try {
      // An HTTP/2 connection would stay for the user's next chat.
      client.flushClientIdChannels(user, loop);
      client.sendRequest(request, user, loop, first, null);
    } catch (Throwable e) {
      chat.refused(e);
    }
  }

  public boolean isClosed() {
    return client.isClosed();
  }

  @Override
  public void close() {
    addresses.close();
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("Gatling's HTTP client could not be closed", e);
    }
  }
}
