package chatload.faults;

import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_1_1;
import static io.netty.handler.ssl.ApplicationProtocolNames.HTTP_2;

import chatload.auth.Secret;
import chatload.faults.Certificates.Kind;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.service.fault.Fault;
import chatload.service.journal.Entry;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import chatload.service.reply.WireFormat;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything that the rows send their chats to; it goes away as a whole. */
final class Services implements AutoCloseable {

  private final Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private final Certificates certificates;
  private final EmbeddedTarget target;
  private final Map<WireFormat, EmbeddedTarget> others = new HashMap<>();
  private final TlsFront http2;

  /**
   * @param certificates what services behind TLS show
   */
  Services(Certificates certificates) {
    this.certificates = certificates;
    this.target = closing(EmbeddedTarget.start(config(200, 20)), EmbeddedTarget::close);
    this.http2 = front(Kind.GOOD, Optional.empty(), HTTP_2);
  }

  /** The authority behind {@link Kind#GOOD}. */
  Path caFile() {
    return certificates.caFile();
  }

  Secret secret() {
    return secret;
  }

  /** A chat service that sends its first of five tokens after so many milliseconds. */
  TargetConfig config(int firstTokenMs, int gapMs) {
    return TargetConfig.defaults(secret)
        .withTiming(new Timing(new Delay.Fixed(firstTokenMs), new Delay.Fixed(gapMs), 5, 1));
  }

  /** The embedded chat service, which {@link Detection} describes, with that fault. */
  Service plain(Fault fault) {
    return target(target.chatUrl()).saying("[fault:" + fault.label() + "]");
  }

  /** The same in another protocol. */
  Service plain(Fault fault, WireFormat wire) {
    EmbeddedTarget other =
        others.computeIfAbsent(
            wire,
            unused ->
                closing(
                    EmbeddedTarget.start(config(200, 20).speaking(wire)), EmbeddedTarget::close));
    return Service.at(
            other.chatUrl().toString(), id -> other.journal().entry(id).map(Entry::posts).orElse(0))
        .saying("[fault:" + fault.label() + "]");
  }

  /** The same behind TLS, in HTTP/2 alone. */
  Service http2(Fault fault) {
    return Service.at(http2.chatUrl().toString(), http2::posts)
        .saying("[fault:" + fault.label() + "]");
  }

  /** What stands before the services of {@link #http2(Fault)}. */
  TlsFront http2() {
    return http2;
  }

  /** A healthy service on an HTTP/2 connection with that fault. */
  Service http2(StreamFault fault) {
    TlsFront front = front(Kind.GOOD, Optional.of(fault), HTTP_2);
    return Service.at(front.chatUrl().toString(), front::posts);
  }

  /** A healthy service behind TLS, without HTTP/2. */
  Service tls(Kind certificate) {
    return target(front(certificate, Optional.empty(), HTTP_1_1).chatUrl());
  }

  /** The healthy service itself, under another URL. */
  Service target(URI url) {
    return Service.at(url.toString(), id -> target.journal().entry(id).map(Entry::posts).orElse(0));
  }

  /** {@code url} with TLS where it has none, or without where it has. */
  URI withOtherScheme(boolean tls) {
    return tls
        ? URI.create("https:" + target.chatUrl().getSchemeSpecificPart())
        : URI.create("http:" + http2.chatUrl().getSchemeSpecificPart());
  }

  private TlsFront front(Kind certificate, Optional<StreamFault> fault, String... protocols) {
    var ssl = certificates.server(certificate, protocols);
    return closing(new TlsFront(target.chatUrl(), ssl, fault), TlsFront::close);
  }

  /** The same {@code resource}, which is closed with everything else. */
  <T> T closing(T resource, Consumer<T> close) {
    closing.push(() -> close.accept(resource));
    return resource;
  }

  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }
}
