package chatload.load.client;

import chatload.reach.Proxy;
import chatload.tool.UserError;
import io.gatling.http.client.proxy.HttpProxyServer;
import io.gatling.http.client.proxy.ProxyServer;
import io.gatling.http.client.proxy.SocksProxyServer;
import io.gatling.http.client.realm.BasicRealm;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * How requests go through a proxy.
 *
 * @param server as Gatling's client knows it
 * @param authorization what a request itself has to carry, because no tunnel is asked for that
 *     could
 */
record ProxyUse(ProxyServer server, Optional<String> authorization) {

  /**
   * @param proxy null for none
   * @param isTunnel whether all that the proxy sees is encrypted
   * @throws UserError if nobody knows its address
   */
  static Optional<ProxyUse> of(Proxy proxy, boolean isTunnel) {
    if (proxy == null) {
      return Optional.empty();
    }
    BasicRealm realm = realm(proxy);
    boolean isSocks = proxy.kind() == Proxy.Kind.SOCKS4 || proxy.kind() == Proxy.Kind.SOCKS5;
    try {
      return Optional.of(
          new ProxyUse(
              isSocks
                  ? new SocksProxyServer(
                      proxy.host(), proxy.port(), realm, proxy.kind() == Proxy.Kind.SOCKS5)
                  : new HttpProxyServer(
                      proxy.host(),
                      proxy.port(),
                      realm,
                      proxy.kind() == Proxy.Kind.HTTPS,
                      EmptyHttpHeaders.INSTANCE),
              isSocks || isTunnel
                  ? Optional.empty()
                  : Optional.ofNullable(realm).map(BasicRealm::getAuthorizationHeader)));
    } catch (UnknownHostException e) {
      throw UserError.input(
          "unknown host: there is no address for the proxy " + proxy.host(),
          "Check the spelling of --proxy.");
    }
  }

  private static BasicRealm realm(Proxy proxy) {
    if (proxy.credential() == null) {
      return null;
    }
    String both = proxy.credential().reveal();
    int colon = both.indexOf(':');
    return new BasicRealm(both.substring(0, colon), both.substring(colon + 1));
  }
}
