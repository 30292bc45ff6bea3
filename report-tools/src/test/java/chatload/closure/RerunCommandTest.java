package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.output.ReportWriter;
import chatload.result.JobResult;
import chatload.signoff.ClosureOptions;
import chatload.signoff.ClosureRequest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the command into a shell where {@code ./loadtest} prints its arguments. */
class RerunCommandTest {

  @TempDir Path temp;

  @Test
  void the_settings_of_the_run_arrive_exactly_and_nothing_else_is_run() throws Exception {
    String message = "it's $(touch hacked) `touch hacked` \\n \"x\" \u001b[31m\u202e\nsecond line";
    String url = "https://preview.example/api/chat?a=1&b='2'";
    ReportDir dir = new JobFixture().saying(message, url).in(temp.resolve("my report"));
    assertThat(run(dir))
        .startsWith(
            "scenarios",
            "--url",
            url,
            "--tenant-id",
            "t-loadtest",
            "--user-id",
            "u-loadtest",
            "--message",
            message,
            "--report-dir")
        .hasSize(11)
        .last()
        .asString()
        .matches("my report-rerun-\\d{8}-\\d{6}");
    assertThat(temp.resolve("hacked")).doesNotExist();
  }

  @Test
  void a_query_that_the_evidence_does_not_know_is_asked_for_before_anything_is_run()
      throws Exception {
    String url = "https://preview.example/api/chat?code=…a1f";
    ReportDir dir = new JobFixture().saying("hi", url).in(temp.resolve("my report"));
    assertThat(line(dir)).startsWith("LOADTEST_URL=\"${LOADTEST_URL:?").doesNotContain("--url");
    tool();
    Process shell =
        new ProcessBuilder("sh", "-c", "unset LOADTEST_URL; " + line(dir))
            .directory(temp.toFile())
            .start();
    assertThat(shell.getInputStream().readAllBytes()).isEmpty();
    assertThat(shell.waitFor()).isNotZero();
  }

  @Test
  void what_looks_like_a_credential_is_not_in_the_command() throws Exception {
    String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2lnbmF0dXJl";
    ReportDir dir =
        new JobFixture()
            .saying("my token is " + token + "\u001b", "https://preview.example/api/chat")
            .in(temp.resolve("my report"));
    assertThat(line(dir)).contains("my token is (secret)").doesNotContain("eyJ", "c2lnbmF0");
  }

  @Test
  void sizes_and_limits_of_its_own_are_set_again() throws Exception {
    ReportDir dir = new JobFixture().withoutPlan().in(temp.resolve("report"));
    for (String[] change :
        List.of(
            new String[] {"smoke", "\"requests\" : 20", "\"requests\" : 4"},
            new String[] {"smoke", "\"minSuccessRate\" : 1.0", "\"minSuccessRate\" : 0.875"},
            new String[] {"stress", "\"maxP95TotalMs\" : 10000.0", "\"maxP95TotalMs\" : 1500.5"},
            new String[] {"stress", "\"tlsVerified\" : true", "\"tlsVerified\" : false"},
            new String[] {"smoke", "\"tlsVerified\" : true", "\"tlsVerified\" : false"},
            new String[] {"smoke", "\"http2\" : false", "\"http2\" : true"})) {
      Path manifest = dir.manifest(change[0]);
      String text = Files.readString(manifest);
      assertThat(text).contains(change[1]);
      Files.writeString(manifest, text.replace(change[1], change[2]));
    }
    assertThat(run(dir))
        .containsSubsequence(
            "--tls-insecure",
            "--http2",
            "--set",
            "smoke.requests=4",
            "--set",
            "smoke.minSuccessRate=0.875",
            "--set",
            "stress.maxP95TotalMs=1500.5");
  }

  @Test
  void a_scenario_that_is_no_preset_is_declared_again() throws Exception {
    ReportDir dir = new JobFixture().only("smoke").in(temp.resolve("report"));
    ObjectNode plan = (ObjectNode) Json.MAPPER.readTree(dir.job().toFile());
    ((ObjectNode) plan.get("scenarios").get(0)).put("name", "noon");
    Files.writeString(dir.job(), plan.toString());
    assertThat(run(dir))
        .containsSubsequence(
            "--profiles",
            "noon",
            "--set",
            "noon.requests=20",
            "--set",
            "noon.concurrency=2",
            "--set",
            "noon.rampMs=1000");
  }

  @Test
  void limits_on_the_first_generated_token_are_asked_for_again() throws Exception {
    ReportDir dir = new JobFixture().withoutPlan().in(temp.resolve("report"));
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      Path manifest = dir.manifest(scenario);
      String text = Files.readString(manifest);
      assertThat(text).contains("maxP95FirstTokenMs");
      Files.writeString(manifest, text.replace("maxP95FirstTokenMs", "maxP95FirstGeneratedMs"));
    }
    assertThat(run(dir)).containsSubsequence("--first-token", "generated").doesNotContain("--set");
  }

  @Test
  void after_a_pass_on_the_embedded_service_the_url_of_the_real_one_is_asked_for()
      throws Exception {
    ReportDir dir = new JobFixture().embedded().unsealed().in(temp.resolve("report"));
    Files.writeString(dir.targetJournal(), "{}\n");
    chatload.evidence.EvidenceSeal.seal(dir, Optional.of(JobFixture.RUN_ID));
    assertThat(line(dir))
        .startsWith("LOADTEST_URL=\"${LOADTEST_URL:?")
        .doesNotContain("--url")
        .contains("--tenant-id");
  }

  private List<String> run(ReportDir dir) throws Exception {
    String line = line(dir);
    tool();
    Process shell = new ProcessBuilder("sh", "-c", line).directory(temp.toFile()).start();
    shell.getOutputStream().close();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    return List.of(output.split("\u0001"));
  }

  private static String line(ReportDir dir) {
    JobResult job = ReportWriter.read(dir);
    ClosureOptions options =
        new ClosureRequest(26, 7, null, null, null, null, null, null, null, false)
            .options(dir, job, Optional.empty());
    return RerunCommand.line(ClosureWriter.read(dir, job, options, List.of()));
  }

  private void tool() throws IOException {
    Path tool = temp.resolve("loadtest");
    Files.writeString(tool, "#!/bin/sh\nprintf '%s\\001' \"$@\"\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
