package chatload.load.exchange;

import io.gatling.http.client.Request;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** What was in force on the connection of one chat; null where it never came to it. */
public final class ConnectionSeen {

  private String userAgent;
  private String acceptEncoding;
  private String contentEncoding;
  private String httpVersion;
  private String addressFamily;
  private String tlsVersion;
  private boolean hostNameUnchecked;
  private String date;
  private long writtenAtMillis;
  private long answeredAtMillis;

  void request(Request written) {
    writtenAtMillis = System.currentTimeMillis();
    userAgent = written.getHeaders().get("user-agent");
    acceptEncoding = written.getHeaders().get("accept-encoding");
  }

  void connected(Channel channel) {
    boolean http2 = channel.pipeline().get(Http2ConnectionHandler.class) != null;
    httpVersion = http2 ? "HTTP/2" : "HTTP/1.1";
    if (channel.remoteAddress() instanceof InetSocketAddress remote) {
      addressFamily = remote.getAddress() instanceof Inet6Address ? "IPv6" : "IPv4";
    }
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls != null) {
      tlsVersion = tls.engine().getSession().getProtocol();
      hostNameUnchecked =
          !"HTTPS".equals(tls.engine().getSSLParameters().getEndpointIdentificationAlgorithm());
    }
  }

  void response(HttpHeaders headers) {
    String coding = headers.get("content-encoding");
    contentEncoding = coding == null ? "identity" : coding;
    date = headers.get("date");
    answeredAtMillis = System.currentTimeMillis();
  }

  /** What the service says the time is, as it wrote it. */
  public String date() {
    return date;
  }

  /** This machine's clock when the request was about to be written; 0 if it never was. */
  public long writtenAtMillis() {
    return writtenAtMillis;
  }

  /** The same when the head of the response had arrived. */
  public long answeredAtMillis() {
    return answeredAtMillis;
  }

  public String userAgent() {
    return userAgent;
  }

  public String acceptEncoding() {
    return acceptEncoding;
  }

  public String contentEncoding() {
    return contentEncoding;
  }

  public String httpVersion() {
    return httpVersion;
  }

  public String addressFamily() {
    return addressFamily;
  }

  public String tlsVersion() {
    return tlsVersion;
  }

  /** Whether the connection is behind TLS and nobody asked for whom the certificate is. */
  public boolean isHostNameUnchecked() {
    return hostNameUnchecked;
  }
}
