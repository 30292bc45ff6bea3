package chatload.service;

import chatload.auth.Credential;
import chatload.auth.Identity;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.service.reply.Delay;
import chatload.service.reply.Timing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Lets a second instance in this JVM answer some chats before the real one is announced: the delays
 * of a service that stands for the truth must not be those of a cold JVM.
 */
public final class SelfWarmUp {

  private static final int CHATS = 500;
  private static final int CHATS_AT_ONCE = 8;

  private SelfWarmUp() {}

  public static void run() {
    Secret secret = new Secret(UUID.randomUUID() + "-" + UUID.randomUUID());
    Timing atOnce = new Timing(Delay.parse("1"), Delay.parse("0"), 2, 1);
    ExecutorService clients = Executors.newFixedThreadPool(CHATS_AT_ONCE);
    try (EmbeddedTarget target =
        EmbeddedTarget.start(TargetConfig.defaults(secret).withTiming(atOnce))) {
      byte[] request = request(secret);
      List<CompletableFuture<Void>> chats =
          IntStream.range(0, CHATS)
              .mapToObj(
                  i -> CompletableFuture.runAsync(() -> chat(target.chatUrl(), request), clients))
              .toList();
      chats.forEach(CompletableFuture::join);
    } finally {
      clients.shutdown();
    }
  }

  /** One chat on a connection of its own, as the load generator does it. */
  private static void chat(URI url, byte[] request) {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(request);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] request(Secret secret) {
    Identity identity =
        new Identity("warm-up", "warm-up", "tenantId", "sub", "i", "a", Duration.ofMinutes(5));
    Secret token =
        TokenSource.of(new Credential.SigningSecret(secret), identity, Clock.systemUTC()).token();
    String body = "{\"threadId\":\"warm-up\",\"message\":\"warm-up\"}";
    String head =
        "POST /api/chat HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n"
            + "content-type: application/json\r\ncontent-length: "
            + body.length()
            + "\r\nauthorization: Bearer "
            + token.reveal()
            + "\r\n\r\n";
    return (head + body).getBytes(StandardCharsets.US_ASCII);
  }
}
