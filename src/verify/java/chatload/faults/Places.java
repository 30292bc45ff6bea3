package chatload.faults;

import chatload.faults.Certificates.Kind;
import chatload.faults.Row.Protocol;
import chatload.service.EmbeddedTarget;
import chatload.service.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What can go wrong before an HTTP server has a say, and where to meet it. */
enum Places implements Row.Place {
  REFUSED("nobody listens on the port", 0, services -> closed().service("http")),
  UNKNOWN_HOST(
      "the host name does not exist",
      0,
      services -> Service.at("http://no-such-host.invalid/api/chat", id -> 0)),
  NEVER_ACCEPTED(
      "the queue for new connections is full", 0, services -> full(services).service("http")),
  CLOSED_AT_ONCE(
      "connections are accepted and closed", 0, services -> closing(services).service("http")),
  NEVER_READ("connections are accepted and never read", 0, services -> deaf(services, "http")),
  EARLY_REPLY(
      "the reply comes before the request was read",
      1,
      services ->
          services
              .closing(
                  new TcpService(
                      (connection, service) -> {
                        connection.getInputStream().skipNBytes(1);
                        connection.getOutputStream().write(reply());
                        service.readToTheEnd(connection);
                      }),
                  TcpService::close)
              .service("http")),
  OTHERS_TRACE(
      "each chat but the first gets the trace id of the chat before: headers, meta and done",
      1,
      Places::othersTrace),
  RESTART("the service restarts in the middle of a run", 1, Places::restarting),
  TLS_TRUSTED("a certificate that is in order", 1, services -> services.tls(Kind.GOOD)),
  TLS_WITHOUT_HTTP2(
      "HTTP/2 is offered, and the service does not speak it",
      1,
      services -> services.tls(Kind.GOOD)),
  TLS_EXPIRED("a certificate that has expired", 0, services -> services.tls(Kind.EXPIRED)),
  TLS_OTHER_HOST("a certificate for another host", 0, services -> services.tls(Kind.OTHER_HOST)),
  TLS_SELF_SIGNED(
      "a certificate that nobody vouches for", 0, services -> services.tls(Kind.SELF_SIGNED)),
  TLS_SILENT("the TLS handshake is never answered", 0, services -> deaf(services, "https")),
  TLS_CLOSED_AT_ONCE(
      "connections are closed before the TLS handshake",
      0,
      services -> closing(services).service("https")),
  TLS_TO_PLAIN(
      "https to a port that speaks plain HTTP",
      0,
      services -> services.target(services.withOtherScheme(true))),
  PLAIN_TO_TLS(
      "http to a port that speaks TLS",
      0,
      services -> services.target(services.withOtherScheme(false)));

  private final String meaning;
  private final int posts;
  private final Row.Place place;

  Places(String meaning, int posts, Row.Place place) {
    this.meaning = meaning;
    this.posts = posts;
    this.place = place;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String meaning() {
    return meaning;
  }

  int posts() {
    return posts;
  }

  Protocol protocol() {
    return name().startsWith("TLS") ? Protocol.TLS : Protocol.PLAIN;
  }

  @Override
  public Service open(Services services) {
    return place.open(services);
  }

  private static TcpService closed() {
    TcpService gone = new TcpService(1);
    gone.close();
    return gone;
  }

  private static TcpService full(Services services) {
    TcpService full = services.closing(new TcpService(1), TcpService::close);
    full.connect();
    full.connect();
    return full;
  }

  private static TcpService closing(Services services) {
    return services.closing(new TcpService((connection, service) -> {}), TcpService::close);
  }

  private static Service deaf(Services services, String scheme) {
    return services.closing(new TcpService(50), TcpService::close).service(scheme);
  }

  private static Service restarting(Services services) {
    RestartingTarget target =
        services.closing(
            new RestartingTarget(services.config(50, 50), services.config(1, 0)),
            RestartingTarget::close);
    return Service.at(target.url().toString(), target::posts).withChats(1000);
  }

  /** Of its own, so that the chat before is one of the same run. */
  private static Service othersTrace(Services services) {
    EmbeddedTarget target =
        services.closing(EmbeddedTarget.start(services.config(200, 20)), EmbeddedTarget::close);
    return Service.at(
            target.chatUrl().toString(),
            id -> target.journal().entry(id).map(Entry::posts).orElse(0))
        .saying("[fault:others-trace]");
  }

  private static byte[] reply() {
    String reply =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
            + "event: token\ndata: {\"text\":\"早\"}\n\nevent: done\ndata: {}\n\n";
    return reply.getBytes(StandardCharsets.UTF_8);
  }
}
