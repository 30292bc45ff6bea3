package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.files.Json;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.review.Item;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.ClosureRequest;
import chatload.tool.UserError;
import chatload.words.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tries to get a closing script that calls {@code gh} while an item is open, with a stand-in for
 * {@code gh} that writes down that it was called.
 */
class OpenGatesTest {

  private static final Language[] LANGUAGES = Language.values();

  @TempDir Path temp;

  /** Everything that opens an item that people can accept, alone or together. */
  private static final Map<String, UnaryOperator<JobFixture>> OPENED = opened();

  private static Map<String, UnaryOperator<JobFixture>> opened() {
    Map<String, UnaryOperator<JobFixture>> opened = new LinkedHashMap<>();
    opened.put("variables health", JobFixture::withoutPreflight);
    opened.put("health", job -> job.failingCheck("health"));
    opened.put("variables", job -> job.failingCheck("chat-with-identity-headers-only"));
    opened.put("variables ", job -> job.failingCheck("chat-without-token"));
    opened.put("variables  ", job -> job.failingCheck("chat-with-token"));
    opened.put("variables   ", job -> job.failingCheck("chat-with-forged-token"));
    opened.put(" health", job -> job.notAsking("health"));
    opened.put(" variables", job -> job.notAsking("chat-with-forged-token"));
    opened.put("other-checks", job -> job.failingCheck("a-check-of-tomorrow"));
    opened.put("memory", job -> job.forgetting(300));
    opened.put("memory ", job -> job.forgetting(1));
    opened.put("users", JobFixture::starvingOneUser);
    opened.put("root-causes dependencies", OpenGatesTest::oneFailure);
    opened.put(
        "root-causes",
        job ->
            oneFailure(job)
                .said(
                    ReviewEntry.ofOutcome(
                        JobFixture.AT, "Li Lei", Outcome.DEGRADED, Cause.UNKNOWN, "logs gone")));
    return opened;
  }

  private static JobFixture oneFailure(JobFixture job) {
    return job.failing("baseline", 7, Outcome.DEGRADED, Cause.MODEL, "done says degraded");
  }

  static Stream<String> openings() {
    return OPENED.keySet().stream();
  }

  private static List<Item> items(String opening) {
    return Stream.of(opening.strip().split(" "))
        .map(key -> Item.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("openings")
  void an_open_item_keeps_the_script_shut_until_each_is_accepted(String opening) throws Exception {
    List<Item> items = items(opening);
    for (int accepted = 0; accepted < 1 << items.size(); accepted++) {
      JobFixture job = OPENED.get(opening).apply(new JobFixture().tuned());
      for (int i = 0; i < items.size(); i++) {
        if ((accepted >> i & 1) == 1) {
          job.accepted(items.get(i), "known and harmless");
        }
      }
      boolean closes = accepted == (1 << items.size()) - 1;
      ReportDir dir = job.in(Files.createTempDirectory(temp, "job").resolve("report"));
      for (Language language : LANGUAGES) {
        ClosureResult prepared = prepare(dir, language, false);
        assertThat(prepared.blockers()).hasSize(items.size() - Integer.bitCount(accepted));
        assertThat(callsGh(dir)).as("accepted " + accepted).isEqualTo(closes);
        String closure = Files.readString(dir.root().resolve("ISSUE-26-CLOSURE.md"));
        assertThat(closure.contains("- [ ]")).isEqualTo(!closes);
        if (accepted > 0) {
          assertThat(closure).contains("`Li Lei`: `known and harmless`");
        }
      }
    }
  }

  @Test
  void a_clean_pass_still_wants_a_word_on_limits() throws Exception {
    ReportDir silent = new JobFixture().in(temp.resolve("silent"));
    assertThat(prepare(silent, Language.EN, false).blockers())
        .singleElement()
        .asString()
        .contains("Open (tuning)");
    assertThat(callsGh(silent)).isFalse();
    ReportDir tuned = new JobFixture().tuned().in(temp.resolve("tuned"));
    assertThat(prepare(tuned, Language.EN, false).blockers()).isEmpty();
    assertThat(callsGh(tuned)).isTrue();
  }

  @Test
  void no_option_opens_anything() throws Exception {
    ReportDir dir = new JobFixture().withoutPreflight().tuned().in(temp.resolve("report"));
    for (Boolean required : new Boolean[] {true, false, null}) {
      prepare(dir, Language.EN, required);
      assertThat(callsGh(dir)).isFalse();
    }
  }

  /** What no reviewer can let pass, however much is accepted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls",
        "embedded",
        "unsealed",
        "not run",
        "mixed",
        "failed",
        "other preflight",
        "no repository"
      })
  void what_no_reviewer_can_accept_stays_shut_with_everything_accepted(String what)
      throws Exception {
    JobFixture job = new JobFixture().withoutPreflight().forgetting(5).tuned();
    for (Item item : Item.values()) {
      if (item.isAcceptable()) {
        job.accepted(item, "I accept whatever it is");
      }
    }
    switch (what) {
      case "tls" -> job.withoutTlsVerification();
      case "embedded" -> job.embedded();
      case "unsealed" -> job.unsealed();
      case "not run" -> job.without("stress");
      case "mixed" -> job.stressRunId("20261122-080000-def456");
      case "other preflight" -> job.preflightOf("https://other.example/api/chat");
      case "failed" -> job.failing("smoke", 1, Outcome.EMPTY, Cause.MODEL, "nothing");
      default -> {}
    }
    ReportDir dir = job.in(temp.resolve("report"));
    ClosureWriter.write(
        dir,
        new ClosureRequest(
            26,
            7,
            what.equals("no repository") ? null : "octo/chat",
            Language.EN,
            false,
            null,
            null,
            null,
            null,
            true));
    assertThat(callsGh(dir)).isFalse();
    assertThat(Files.readString(dir.root().resolve("ISSUE-26-FINAL-STEPS.md")))
        .doesNotContain("gh issue close");
  }

  @Test
  void every_item_that_people_can_accept_is_opened_here() {
    Set<Item> opened = EnumSet.of(Item.TUNING);
    openings().forEach(opening -> opened.addAll(items(opening)));
    assertThat(Stream.of(Item.values()).filter(Item::isAcceptable))
        .containsExactlyInAnyOrderElementsOf(opened);
  }

  @ParameterizedTest
  @EnumSource(Item.class)
  void an_item_that_is_not_up_to_people_cannot_be_accepted_by_hand_either(Item item)
      throws IOException {
    ReportDir dir = new JobFixture().tuned().in(temp.resolve("report"));
    add(dir, entry(item, "Li Lei", "a reason"));
    if (item.isAcceptable()) {
      assertThat(prepare(dir, Language.EN, false).blockers()).isEmpty();
    } else {
      assertThatThrownBy(() -> prepare(dir, Language.EN, false))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("review.json is no review");
    }
  }

  private static List<String> invisible() {
    return List.of(
        "",
        " ",
        "\u200b",
        "\u200d\u2060",
        "\ufeff",
        "\u3000",
        "\u00a0",
        "\u00ad",
        "\u2800",
        "\u3164",
        "\u115f",
        "\u0000",
        "\u202e",
        "\u034f",
        "\ufe0f",
        ".",
        "—",
        "…",
        "\u0301",
        "\udb40\udc20",
        "\ud800");
  }

  @Test
  void a_name_or_a_reason_that_nobody_sees_is_no_review() throws IOException {
    ReportDir dir = new JobFixture().withoutPreflight().tuned().in(temp.resolve("report"));
    byte[] review = Files.readAllBytes(dir.review());
    for (String nothing : invisible()) {
      for (String field : List.of("reviewer", "note")) {
        for (String about : List.of("ACCEPT", "TUNING")) {
          ObjectNode entry = entry(Item.HEALTH, "Li Lei", "a reason").put(field, nothing);
          if (about.equals("TUNING")) {
            entry.put("about", about).remove("item");
          }
          Files.write(dir.review(), review);
          add(dir, entry);
          assertThatThrownBy(() -> prepare(dir, Language.EN, false))
              .as("%s \"%s\" of %s", field, nothing, about)
              .isInstanceOf(UserError.class)
              .hasMessageContaining("whose " + field + " shows no letter or digit");
        }
      }
    }
  }

  private static ObjectNode entry(Item item, String reviewer, String note) {
    return Json.MAPPER
        .createObjectNode()
        .put("at", JobFixture.AT)
        .put("reviewer", reviewer)
        .put("about", "ACCEPT")
        .put("item", item.name())
        .put("note", note);
  }

  private static void add(ReportDir dir, ObjectNode entry) throws IOException {
    ObjectNode review = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(dir.review()));
    review.withArray("entries").add(entry);
    Files.write(dir.review(), Json.MAPPER.writeValueAsBytes(review));
  }

  private static ClosureResult prepare(ReportDir dir, Language language, Boolean required) {
    return ClosureWriter.write(
        dir,
        new ClosureRequest(26, 7, "octo/chat", language, required, null, null, null, null, false));
  }

  /** Runs the script; whether it went as far as {@code gh}. */
  private boolean callsGh(ReportDir dir) throws Exception {
    Path bin = Files.createTempDirectory(temp, "bin");
    Path gh = bin.resolve("gh");
    Files.writeString(gh, "#!/bin/sh\ntouch \"$(dirname \"$0\")/called\"\necho OPEN\n");
    Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command = new ArrayList<>(List.of("bash"));
    command.add(dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh").toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().remove("LOADTEST");
    Process process = builder.directory(bin.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    boolean called = Files.exists(bin.resolve("called"));
    assertThat(process.exitValue() == 0).as(output).isEqualTo(called);
    return called;
  }
}
