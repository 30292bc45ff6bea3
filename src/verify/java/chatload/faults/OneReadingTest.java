package chatload.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chatload.OnIdleMachine;
import chatload.auth.Secret;
import chatload.auth.TokenSource;
import chatload.faults.Row.Protocol;
import chatload.load.engine.NestedRun;
import chatload.load.preflight.PreflightClient;
import chatload.preflight.PreflightTarget;
import chatload.preflight.Probe;
import chatload.protocol.Asked;
import chatload.protocol.ChatProtocol;
import chatload.protocol.ChatReading;
import chatload.protocol.SseParser;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.service.fault.Fault;
import chatload.settings.Settings;
import io.gatling.javaapi.core.Simulation;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One table of streams with one expected reading, the fault matrix's: the load, the preflight, and
 * a reading of the bytes that the embedded service sends come to the same outcome, in HTTP/1.1 and
 * from a service that speaks HTTP/2 alone.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@OnIdleMachine
class OneReadingTest {

  private static final List<Fault> ALWAYS =
      List.of(
          Fault.DEGRADED_TEXT,
          Fault.BIG_EVENT,
          Fault.REPLACED_TEXT,
          Fault.TOKEN_AFTER_DONE,
          Fault.DOUBLE_DONE,
          Fault.BLANK_TOKENS,
          Fault.NAMELESS_ERROR,
          Fault.NAMELESS_ERROR_AFTER_DONE);

  /** With {@code -Dfaults.all=true}. */
  private static final List<Fault> MORE =
      List.of(
          Fault.DEGRADED,
          Fault.INVISIBLE_TOKENS,
          Fault.ERROR_AFTER_DONE,
          Fault.ERROR_WITHOUT_DATA,
          Fault.DONE_WITH_ERROR,
          Fault.DONE_NESTED_ERROR,
          Fault.NAMED_EXCEPTION,
          Fault.DONE_TRUNCATED,
          Fault.DONE_UNFINISHED,
          Fault.TRUNCATED,
          Fault.OTHER_PROTOCOL,
          Fault.FALLBACK_PADDED,
          Fault.MALFORMED,
          Fault.DUPLICATE_KEYS,
          Fault.MULTI_LINE_DATA,
          Fault.SPLIT_PAIRS,
          Fault.BLANK_FIRST,
          Fault.NO_ERROR);

  private static final Set<String> STREAMS =
      Stream.concat(ALWAYS.stream(), FaultMatrix.ALL ? MORE.stream() : Stream.empty())
          .map(Fault::label)
          .collect(toSet());

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static Services services;
  private static Path directory;
  private static List<RowRun> runs;

  @BeforeAll
  static void runTheLoad(@TempDir Path temporary) throws Exception {
    directory = temporary;
    services = new Services(Certificates.in(directory));
    NestedRun.of(Rows.class);
  }

  @AfterAll
  static void stop() {
    services.close();
  }

  /** All rows at once. */
  public static final class Rows extends Simulation {
    {
      runs =
          FaultMatrix.ROWS.stream()
              .filter(row -> STREAMS.contains(row.label()))
              .map(row -> new RowRun(row, services, directory))
              .toList();
      setUp(runs.stream().map(run -> run.users(Duration.ZERO)).toList());
    }

    @Override
    public void before() {
      runs.forEach(RowRun::before);
    }

    @Override
    public void after() {
      runs.forEach(RowRun::after);
    }
  }

  @TestFactory
  Stream<DynamicTest> load_preflight_and_the_services_own_bytes_are_read_alike() {
    assertThat(runs).as("each stream in both protocols").hasSize(2 * STREAMS.size());
    return runs.stream().map(run -> dynamicTest(run.row().toString(), () -> requireAlike(run)));
  }

  private static void requireAlike(RowRun run) throws Exception {
    List<Outcome> expected = run.row().outcomes();
    assertThat(expected).hasSize(1);
    assertThat(run.records()).extracting(ChatRecord::outcome).containsOnly(expected.get(0));
    assertThat(preflight(run.settings())).as("preflight").isEqualTo(expected.get(0));
    assertThat(bytesOf(run)).as("the service's bytes").isEqualTo(expected.get(0));
  }

  private static Outcome preflight(Settings settings) throws Exception {
    TokenSource tokens = settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC());
    PreflightTarget target =
        PreflightTarget.of(settings.url().orElseThrow(), settings, tokens, Clock.systemUTC());
    try (PreflightClient client = new PreflightClient(target)) {
      return client.send(Probe.WITH_TOKEN, LIMIT).outcome();
    }
  }

  /** What another client, which knows nothing of chats, receives. */
  private static Outcome bytesOf(RowRun run) throws Exception {
    Settings settings = run.settings();
    TokenSource tokens = settings.tokens(settings.credential().orElseThrow(), Clock.systemUTC());
    Secret token = tokens.token();
    boolean http2 = run.row().protocol() == Protocol.HTTP2;
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(trusting(services.caFile()))
            .version(http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(settings.url().orElseThrow().uri())
            .timeout(LIMIT)
            .header("authorization", "Bearer " + token.reveal())
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    ChatProtocol.EYWA
                        .request(new Asked("one-reading", settings.message(), null, "one-reading"))
                        .body()))
            .build();
    ChatReading reading =
        new ChatReading(ChatProtocol.EYWA, settings.fallbackReplies(), UnaryOperator.identity());
    SseParser parser = new SseParser((name, data) -> reading.event(name, data, System.nanoTime()));
    try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
      byte[] piece = new byte[8192];
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        parser.feed(ByteBuffer.wrap(piece, 0, read));
      }
    }
    reading.ended(null, 1);
    return reading.outcome();
  }

  private static SSLContext trusting(Path caFile) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream in = Files.newInputStream(caFile)) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
