package chatload.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job of three scenarios, one chat of which failed, and the command that sends it. */
final class SentJob {

  static final String SECRET = "hunter2-hunter2-hunter2";

  private static final String FAILED = "0af76519-16cd-43dd-8448-eb211c80319c";

  private static final String ERROR = "status 502 \u202e <b> api_key=" + SECRET;

  private final ReportDir dir;

  SentJob(Path root) {
    dir =
        new JobFixture()
            .withUuids()
            .failing("stress", 7, FAILED, Outcome.HTTP_ERROR, Cause.SERVICE, ERROR)
            .in(root);
  }

  ReportDir dir() {
    return dir;
  }

  List<ChatRecord> chats() {
    return ReportWriter.read(dir).scenarios().stream()
        .flatMap(result -> result.evidence().orElseThrow().chats().chats().stream())
        .toList();
  }

  CommandRun send(String url, String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", url);
    environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-api-key=" + SECRET + ",x-b=a%2Cb%3D+c");
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    CommandRun run =
        CommandRun.with(environment, List.of("otlp", "--report-dir", dir.root().toString()));
    assertThat(run.out() + run.err()).doesNotContain(SECRET).doesNotContain("\tat ");
    return run;
  }
}
