package chatload.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.CommandRun;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.tool.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A collector that does not take what it is sent, and variables that name none. */
class CollectorTroubleTest {

  @TempDir Path root;

  private SentJob job;

  @BeforeEach
  void job() {
    job = new SentJob(root);
  }

  @ParameterizedTest
  @CsvSource({"401", "404", "500", "503"})
  void what_a_collector_answers_is_said_as_a_status_alone(int status) throws IOException {
    try (Receiver receiver = Receiver.refusing(status, "you sent " + SentJob.SECRET)) {
      CommandRun run = job.send(receiver.url());

      assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
      assertThat(run.err())
          .contains("only 0 spans of", receiver.url() + " answered with status " + status);
      assertThat(receiver.requests()).as("one of each kind, none again").isEqualTo(2);
    }
  }

  @Test
  void nobody_listens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    CommandRun run = job.send("http://127.0.0.1:" + port);

    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(run.err()).contains("http://127.0.0.1:" + port + " can't be reached");
  }

  @Test
  void a_collector_that_never_answers_is_waited_for_no_longer_than_that() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Collector collector =
          CollectorVariables.read(
                  Map.of(
                      "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort()))
              .orElseThrow();
      JobResult result = ReportWriter.read(job.dir());
      long start = System.nanoTime();
      Sent sent = Export.send(result, collector, Duration.ofMillis(300));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
      assertThat(sent.spans() + sent.metrics()).isZero();
      assertThat(sent.problems().toString()).contains("did not answer in time");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OTEL_EXPORTER_OTLP_ENDPOINT | collector:4318 | must begin with http",
        "OTEL_EXPORTER_OTLP_ENDPOINT | http://me:hunter2-hunter2-hunter2@c:1 | a user name",
        "OTEL_EXPORTER_OTLP_PROTOCOL | grpc | another protocol than http/protobuf",
        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL | http/json | another protocol than http/protobuf",
        "OTEL_EXPORTER_OTLP_TIMEOUT | 1s | no number of milliseconds",
        "OTEL_EXPORTER_OTLP_HEADERS | hunter2-hunter2-hunter2 | is not of the form",
        "OTEL_EXPORTER_OTLP_HEADERS | a=hunter2-hunter2-hunter2%0d%0ax | is not of the form",
        "OTEL_EXPORTER_OTLP_HEADERS | a=hunter2-hunter2-hunter2%zz | is not of the form",
        "OTEL_EXPORTER_OTLP_HEADERS | host=hunter2-hunter2-hunter2 | is not of the form",
        "OTEL_EXPORTER_OTLP_HEADERS | a b=hunter2-hunter2-hunter2 | is not of the form",
        "OTEL_EXPORTER_OTLP_CERTIFICATE | /no/such/file | names no file",
      })
  void what_a_variable_says_is_never_repeated(String variable, String value, String complaint) {
    CommandRun run = job.send("http://127.0.0.1:1", variable, value);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains(variable, complaint);
  }

  @Test
  void without_a_variable_nothing_is_sent() {
    CommandRun run =
        CommandRun.with(Map.of(), List.of("otlp", "--report-dir", job.dir().root().toString()));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("OTEL_EXPORTER_OTLP_ENDPOINT is not set");
    assertThat(
            CollectorVariables.read(
                Map.of(
                    "OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318")))
        .isEmpty();
  }
}
