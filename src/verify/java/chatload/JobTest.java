package chatload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.output.OutputsSay;
import chatload.output.ReportWriter;
import chatload.schema.ReportSchemas;
import chatload.service.EmbeddedTarget;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a job does and leaves, from the embedded service that passes to one that never does. */
@OnIdleMachine
class JobTest extends SmallJob {

  @Test
  void runsAgainstTheEmbeddedServiceAndPasses() throws IOException {
    Path directory = temporary.resolve("report");
    int code = loadtest(Map.of(), scenarios(directory, "1", new String[0]));

    assertThat(code).as(output()).isZero();
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      JsonNode summary = json(directory.resolve(scenario + "-summary.json"));
      assertThat(summary.at("/verdict/status").asText()).isEqualTo("PASS");
      assertThat(summary.at("/thresholds/preset").asBoolean()).isFalse();
      assertThat(summary.at("/target/kind").asText()).isEqualTo("embedded");
      assertThat(summary.at("/gatling/agrees").asBoolean()).as(summary.toString()).isTrue();
      assertThat(directory.resolve("logs/" + scenario + "-gatling.log")).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(directory.resolve("raw/target-journal.jsonl")))
        .as("4 + 6 + 8 chats, and the three of the preflight that were posted")
        .hasSizeGreaterThanOrEqualTo(19);
    assertThat(Files.readString(directory.resolve("OVERVIEW.md"))).contains("**PASS**");
    try (Stream<Path> reports = Files.list(directory.resolve("gatling"))) {
      assertThat(reports)
          .hasSize(3)
          .allSatisfy(report -> assertThat(report.resolve("index.html")).isNotEmptyFile())
          .allSatisfy(report -> assertThat(report.resolve("js/stats.json")).isNotEmptyFile());
    }
    ReportDir dir = new ReportDir(directory);
    OutputsSay.theSame(dir, ReportWriter.read(dir), code);
    List<String> files = ReportSchemas.jsonFiles(directory);
    assertThat(files).hasSizeGreaterThan(15);
    files.forEach(file -> assertThat(ReportSchemas.problems(directory, file)).isEmpty());
  }

  @Test
  void thePlanIsThereBeforeThePreflightAndHoldsWhatWasAskedFor() throws IOException {
    try (EmbeddedTarget target = target("status-500:1.0")) {
      Path directory = temporary.resolve("report");
      loadtest(
          secret(),
          scenarios(
              directory,
              "--url",
              target.chatUrl().toString(),
              "--skip-preflight",
              "--profiles",
              "smoke",
              "--tenant-id",
              "t-1"));

      JsonNode plan = json(directory.resolve("raw/job.json"));
      assertThat(plan.at("/startedBy").asText()).isEqualTo("scenarios");
      assertThat(plan.at("/preflight").asText()).isEqualTo("skipped");
      assertThat(plan.at("/presets/name").asText()).isEqualTo("issue-26/1");
      assertThat(plan.at("/scenarios")).hasSize(1);
      assertThat(plan.at("/scenarios/0/requests").asInt()).isEqualTo(4);
      assertThat(plan.at("/target/url").asText()).isEqualTo(target.chatUrl().toString());
      assertThat(plan.at("/identity/tenantId").asText()).isEqualTo("t-1");
      assertThat(json(directory.resolve("manifest.json")).toString()).contains("raw/job.json");
      assertThat(Files.readString(directory.resolve("OVERVIEW.md")))
          .doesNotContain("planned ≠ run");
    }
  }

  @Test
  void everyPlannedChatIsPostedOnceAlsoWhenEveryStreamIsCut() throws IOException {
    try (EmbeddedTarget target = target("cut-fin:1.0")) {
      Path directory = temporary.resolve("report");
      int code =
          loadtest(
              secret(),
              scenarios(
                  directory,
                  "--url",
                  target.chatUrl().toString(),
                  "--skip-preflight",
                  "--profiles",
                  "baseline"));

      assertThat(code).as(output()).isEqualTo(ExitCode.FAIL.code());
      JsonNode summary = json(directory.resolve("baseline-summary.json"));
      assertThat(summary.at("/outcomes/STREAM_CUT").asInt()).isEqualTo(6);
      assertThat(summary.at("/causes/network").asInt()).isEqualTo(6);
      assertThat(summary.at("/gatling/failed").asInt()).isEqualTo(6);
      assertThat(summary.at("/gatling/agrees").asBoolean()).as(summary.toString()).isTrue();
      assertThat(summary.at("/latency/total/p95").isNull()).isTrue();
      assertThat(target.journal().posts()).isEqualTo(6);
    }
  }

  @Test
  void aServiceThatOnlySendsItsCannedReplyFailsThePreflightAndGetsNoLoad() throws IOException {
    try (EmbeddedTarget target = target("fallback:1.0")) {
      Path directory = temporary.resolve("report");
      int code = loadtest(secret(), scenarios(directory, "--url", target.chatUrl().toString()));

      assertThat(code).as(output()).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
      assertThat(json(directory.resolve("preflight.json")).at("/passed").asBoolean(true)).isFalse();
      assertThat(target.journal().posts()).as("the preflight's").isLessThanOrEqualTo(4);
      assertThat(directory.resolve("raw/smoke-run.json")).doesNotExist();
      assertThat(directory.resolve("OVERVIEW.md"))
          .content()
          .contains("Overall Result: **INCONCLUSIVE**", "The preflight stopped the job");
      assertThat(directory.resolve("ISSUE-26-COMMENT.md"))
          .content()
          .contains("What stopped it", "`chat-with-token`");
      assertThat(directory.resolve("ISSUE-26-CLOSE-COMMANDS.sh"))
          .content()
          .doesNotContain("issue close");
    }
  }

  @Test
  void aLengthThatIsNoneIsASentenceAndNoCrash() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread answering =
          new Thread(
              () -> {
                try (Socket socket = server.accept()) {
                  socket.getInputStream().read(new byte[8192]);
                  socket
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n".getBytes(UTF_8));
                } catch (IOException e) {
                  // the test sees it
                }
              });
      answering.start();
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/api/chat";
      int code = loadtest(secret(), List.of("preflight", "--url", url));

      assertThat(code).as(output()).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
      assertThat(output())
          .contains("sends a content-length that is none", "writes a wrong header")
          .doesNotContain("Exception:", "\tat ");
    }
  }

  @Test
  void failFastEndsTheJobAfterTheFirstScenarioThatDoesNotPass() throws IOException {
    try (EmbeddedTarget target = target("truncated:1.0")) {
      Path directory = temporary.resolve("report");
      int code =
          loadtest(
              secret(),
              scenarios(
                  directory,
                  "--url",
                  target.chatUrl().toString(),
                  "--skip-preflight",
                  "--fail-fast"));

      assertThat(code).as(output()).isEqualTo(ExitCode.FAIL.code());
      assertThat(target.journal().posts()).as("the four of smoke").isEqualTo(4);
      assertThat(directory.resolve("raw/baseline-run.json")).doesNotExist();
      assertThat(output())
          .contains("Nothing may be closed:", "./loadtest review --report-dir")
          .doesNotContain("To close the issue");
    }
  }

  @Test
  void oneCutStreamInAHundredPassesTheBaselineAndIsListed() throws IOException {
    try (EmbeddedTarget target = target("cut-rst:0.01")) {
      Path directory = temporary.resolve("report");
      loadtest(
          secret(),
          List.of(
              "scenarios",
              "--report-dir",
              directory.toString(),
              "--url",
              target.chatUrl().toString(),
              "--skip-preflight",
              "--warm-up-seconds",
              "1",
              "--profiles",
              "baseline"));

      JsonNode summary = json(directory.resolve("baseline-summary.json"));
      assertThat(summary.at("/verdict/status").asText()).as(output()).isEqualTo("PASS");
      assertThat(summary.at("/totals/success").asInt()).isEqualTo(99);
      assertThat(summary.at("/failures")).hasSize(1);
      String traceId = summary.at("/failures/0/traceId").asText();
      assertThat(target.journal().entry(traceId).orElseThrow().fault()).isEqualTo("cut-rst");
      assertThat(Files.readString(directory.resolve("OVERVIEW.md"))).contains(traceId);
    }
  }

  @Test
  void neitherSecretNorTokenIsLeftAnywhere() throws IOException {
    try (EmbeddedTarget target = target("status-401:0.5")) {
      Path directory = temporary.resolve("report");
      loadtest(
          secret(),
          scenarios(
              directory,
              "--url",
              target.chatUrl().toString(),
              "--skip-preflight",
              "--profiles",
              "smoke"));

      List<Path> files;
      try (Stream<Path> all = Files.walk(directory)) {
        files = all.filter(Files::isRegularFile).toList();
      }
      assertThat(files).hasSizeGreaterThan(5);
      for (Path file : files) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SECRET.reveal())
            .doesNotContain("eyJ")
            .doesNotContain(temporary.toString());
      }
      assertThat(output()).doesNotContain(SECRET.reveal()).doesNotContain("eyJ");
    }
  }
}
