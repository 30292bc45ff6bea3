package chatload.attack;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.auth.Secret;
import chatload.service.EmbeddedTarget;
import chatload.service.TargetConfig;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job, as a user starts it and at the preset sizes, against services that are not what
 * they seem: it must not pass, and nothing may be closed. Against honest ones it passes, and closes
 * as documented, so that all of this can fail.
 */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "attack.all", matches = "true")
@OnIdleMachine
class HostileServicesTest {

  private static final String SEE_ISSUE =
      "issue view 26 --json state,comments --jq .state, .comments[].body --repo " + Job.REPO;
  private static final String SEE_EPIC = "issue view 7 --json state --jq .state --repo " + Job.REPO;

  @TempDir private Path temporary;
  private FakeGh gh;

  @BeforeEach
  void prepare() throws Exception {
    gh = new FakeGh(temporary.resolve("bin"));
  }

  @Test
  void an_honest_service_passes_and_its_script_closes_as_documented() throws Exception {
    Directory directory = Job.PASS.get().directory();
    Ended closed = gh.close(directory.script(), Map.of("LOADTEST", tool().toString()));

    assertThat(closed.code()).as(closed.output()).isZero();
    assertThat(gh.calls())
        .containsExactly(
            SEE_ISSUE,
            "issue comment 26 --body-file "
                + directory.file("ISSUE-26-COMMENT.md")
                + " --repo "
                + Job.REPO,
            "issue close 26 --repo " + Job.REPO,
            SEE_EPIC,
            "issue close 7 --repo " + Job.REPO);
  }

  @Test
  void a_wall_that_asks_for_what_browsers_send_lets_preflight_and_load_through() {
    AttackedJob job = Job.OTHER_PASS.get();

    assertThat(job.code()).as(job.ended().output()).isZero();
    assertThat(gh.close(job.directory().script()).code()).isZero();
    assertThat(gh.calls()).hasSize(5);
  }

  @Test
  void no_two_chats_of_two_jobs_share_a_thread() {
    List<String> threads = new ArrayList<>();
    for (Job job : List.of(Job.PASS, Job.OTHER_PASS)) {
      job.get().chats().stream().filter(Chat::isLoad).map(Chat::threadId).forEach(threads::add);
    }
    assertThat(threads).hasSize(2 * 420).doesNotHaveDuplicates();
  }

  @Test
  void every_trick_is_seen_through_in_every_scenario() {
    AttackedJob job = Job.TRICKS.get();

    assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.FAIL.code());
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      Seen.assertSeenThrough(job, scenario);
    }
    assertThat(job.directory().chats("stress")).hasSize(300);
    assertNothingCloses(job);
  }

  @Test
  void tokens_that_a_service_says_again_stand_nowhere() {
    Seen.assertNoTokens(Job.TRICKS.get());
  }

  @Test
  void a_service_that_answers_before_the_users_are_there_is_inconclusive() {
    AttackedJob job = Job.INSTANT.get();

    assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(job.directory().read("OVERVIEW.md")).contains("30 were planned");
    assertNothingCloses(job);
  }

  @Test
  void one_reply_that_everybody_gets_from_the_preflight_on_is_no_reply() {
    AttackedJob job = Job.against(Manners.cached(), temporary.resolve("report"), List.of());

    assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.FAIL.code());
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      assertThat(job.directory().chats(scenario).values())
          .allMatch(chat -> chat.path("outcome").asText().equals("CROSS_TALK"));
    }
    assertNothingCloses(job);
  }

  @Test
  void a_user_who_is_served_well_does_not_make_up_for_twenty_nine_who_wait() {
    AttackedJob job =
        Job.against(
            (chat, wire, service) -> {
              long before = service.chats().stream().filter(other -> other.isOf("stress")).count();
              if (chat.isOf("stress") && before > 1 && before <= 30) {
                wire.stream(chat.traceId());
                Wire.pause(50_000);
              } else {
                Manners.reply(chat, wire, 2);
              }
            },
            temporary.resolve("report"),
            List.of());

    assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.FAIL.code());
    assertThat(job.directory().chats("stress").values())
        .filteredOn(chat -> chat.path("user").asInt() == 1)
        .as("each user has a share of the chats of its own")
        .hasSize(10);
    assertNothingCloses(job);
  }

  @Test
  void the_embedded_service_behind_a_proxy_is_known_and_so_is_all_else_that_was_switched_off() {
    Secret secret = new Secret(AttackedService.SECRET);
    try (AttackedService none = new AttackedService(Manners.honest());
        EmbeddedTarget embedded = EmbeddedTarget.start(TargetConfig.defaults(secret));
        Front proxy =
            Front.rewriting(
                embedded.chatUrl().getPort(),
                text ->
                    text.replaceAll("(?i)\r\nserver: [^\r]*", "\r\nserver: nginx")
                        .replace("chatload", "gateways"))) {
      AttackedJob job =
          AttackedJob.run(
              temporary.resolve("report"),
              proxy.url(),
              none,
              Map.of(),
              List.of("--fallback-replies", "none", "--tls-insecure"));

      assertThat(job.code()).as(job.ended().output()).isZero();
      String refusal = assertNothingCloses(job);
      assertThat(refusal)
          .contains("embedded")
          .containsIgnoringCase("canned")
          .containsIgnoringCase("certificates");
    }
  }

  @Test
  void a_service_that_forgets_stays_open_until_a_named_reviewer_takes_each_item() {
    try (AttackedService other = new AttackedService(Manners.honest());
        AttackedService forgetful = new AttackedService(Manners.withoutMemory())) {
      AttackedJob job =
          AttackedJob.run(
              temporary.resolve("report"),
              forgetful,
              Map.of("JAVA_TOOL_OPTIONS", "-Durl=" + other.url()),
              List.of("--skip-preflight"));

      assertThat(job.code()).as(job.ended().output()).isZero();
      assertThat(other.chats()).as("settings of the environment's own").isEmpty();
      assertThat(job.chats()).hasSize(420);
      assertNothingCloses(job);
      for (String item : List.of("memory", "variables", "health")) {
        prepareAndClose(job);
        assertThat(gh.calls()).as(item + " is open").isEmpty();
        Ended accepted =
            job.reading(
                "review", "--reviewer", "Li Lei", "--accept", item, "--note", "seen by hand");
        assertThat(accepted.code()).as(accepted.output()).isZero();
      }
      String closed = prepareAndClose(job).output();
      assertThat(gh.calls()).as(closed).hasSize(5);
    }
  }

  @Test
  void a_handshake_that_takes_eleven_seconds_is_within_the_limit_of_its_chat() throws Exception {
    X509Bundle certificate =
        new CertificateBuilder()
            .ecp256()
            .subject("CN=127.0.0.1")
            .setIsCertificateAuthority(true)
            .addSanIpAddress("127.0.0.1")
            .buildSelfSigned();
    Path ca = Files.writeString(temporary.resolve("ca.pem"), certificate.getCertificatePEM());
    try (AttackedService service = new AttackedService(Manners.honest());
        Front front = Front.slowTls(service.port(), certificate, 12, 11_000)) {
      AttackedJob job =
          AttackedJob.run(
              temporary.resolve("report"),
              front.url(),
              service,
              Map.of(),
              List.of(
                  "--ca-file",
                  ca.toString(),
                  "--profiles",
                  "smoke",
                  "--set",
                  "smoke.maxP95TotalMs=20000,smoke.maxP95FirstTokenMs=20000"));

      assertThat(job.directory().chats("smoke").values())
          .as(job.ended().output())
          .hasSize(20)
          .allMatch(chat -> chat.path("outcome").asText().equals("OK"))
          .anyMatch(chat -> chat.path("totalMs").asDouble() > 11_000);
      assertNothingCloses(job);
    }
  }

  @Test
  void a_model_that_is_down_gets_no_load_and_the_documents_say_so() {
    AttackedJob job = Job.against(Manners.withoutModel(), temporary.resolve("report"), List.of());

    assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(job.chats()).noneMatch(Chat::isLoad);
    String trace = "";
    for (JsonNode check : job.directory().json("preflight.json").path("checks")) {
      trace = check.path("passed").asBoolean() ? trace : check.path("traceId").asText();
    }
    for (String document : List.of("OVERVIEW.md", "ISSUE-26-CLOSURE.md", "ISSUE-26-COMMENT.md")) {
      assertThat(job.directory().read(document))
          .as(document)
          .contains(trace)
          .doesNotContain("**PASS**");
    }
    assertNothingCloses(job);
  }

  @Test
  void a_file_of_canned_replies_without_an_entry_is_refused_before_anything_is_sent()
      throws Exception {
    for (String nothing : List.of("", "\n\n", "\ufeff", "\u200b\n \n")) {
      Path file = Files.writeString(temporary.resolve("replies.txt"), nothing);
      try (AttackedService service = new AttackedService(Manners.honest())) {
        AttackedJob job =
            AttackedJob.run(
                temporary.resolve("report"),
                service,
                Map.of(),
                List.of("--fallback-replies", file.toString()));
        assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.USAGE.code());
        assertThat(job.chats()).isEmpty();
      }
    }
  }

  /** Signs everything that can be signed, prepares, runs the script; returns why it refuses. */
  private String assertNothingCloses(AttackedJob job) {
    job.reading("review", "--reviewer", "Mallory", "--tuning", "none needed");
    Ended ended = prepareAndClose(job);
    assertThat(ended.code()).as(ended.output()).isIn(4, 5);
    assertThat(gh.calls()).isEmpty();
    return ended.output();
  }

  private Ended prepareAndClose(AttackedJob job) {
    Ended prepared = job.reading("prepare", "--repo", Job.REPO);
    assertThat(prepared.code()).as(prepared.output()).isZero();
    return gh.close(job.directory().script());
  }

  /** What the closing script takes for {@code ./loadtest}. */
  private Path tool() throws Exception {
    String line =
        String.join(" ", Tool.command(List.of()).stream().map(word -> "'" + word + "'").toList());
    return FakeGh.executable(
        temporary.resolve("loadtest"), "#!/bin/sh\nexec " + line + " \"$@\"\n");
  }
}
