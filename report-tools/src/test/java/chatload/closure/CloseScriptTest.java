package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.JobFixture;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the closing script calls, and when it refuses. */
class CloseScriptTest extends ClosingScript {

  private static final String SEE_ISSUE =
      "issue view 26 --json state,comments --jq .state, .comments[].body --repo octo/chat";

  private static final String SEE_EPIC = "issue view 7 --json state --jq .state --repo octo/chat";

  @Test
  void it_comments_then_closes_the_issue_then_the_epic() throws Exception {
    Result result = run(Map.of());
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(calls())
        .containsExactly(
            SEE_ISSUE,
            "issue comment 26 --body-file " + comment() + " --repo octo/chat",
            "issue close 26 --repo octo/chat",
            SEE_EPIC,
            "issue close 7 --repo octo/chat");
    assertThat(bin.resolve("comments-26")).hasSameTextualContentAs(comment());
  }

  @Test
  void a_second_run_changes_nothing_and_says_so() throws Exception {
    run(Map.of());
    Files.delete(bin.resolve("calls"));
    Result again = run(Map.of());
    assertThat(again.code()).isZero();
    assertThat(calls()).containsExactly(SEE_ISSUE, SEE_EPIC);
    assertThat(again.output()).contains("already there", "already closed: #26", "#7");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void it_stops_at_the_call_that_fails_and_the_next_run_does_the_rest(int call) throws Exception {
    Result failed = run(Map.of("FAIL_AT", Integer.toString(call)));
    assertThat(failed.code()).isNotZero();
    assertThat(failed.output()).contains("HTTP 502").doesNotContain("done:");
    assertThat(calls()).hasSize(call);

    Result again = run(Map.of());
    assertThat(again.code()).as(again.output()).isZero();
    assertThat(calls().stream().filter(line -> line.startsWith("issue comment")))
        .hasSize(call == 2 ? 2 : 1);
    assertThat(bin.resolve("comments-26")).hasSameTextualContentAs(comment());
    assertThat(bin.resolve("closed-26")).exists();
    assertThat(bin.resolve("closed-7")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/smoke-chats.jsonl",
        "raw/stress-run.json",
        "raw/run-id",
        "manifest.json",
        "review.json",
        "preflight.json",
        "gatling/othersimulation-1/simulation.log",
        "OVERVIEW.md",
        "baseline-summary.json",
        "ISSUE-26-CLOSURE.md",
        "ISSUE-26-COMMENT.md"
      })
  void a_file_that_was_changed_or_is_gone_is_refused_before_any_call(String name) throws Exception {
    Path file = dir.root().resolve(name);
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    assertRefused(run(Map.of()), name);
    Files.delete(file);
    assertRefused(run(Map.of()), name);
  }

  @Test
  void what_loadtest_verify_finds_is_refused_too() throws Exception {
    Path tool = elsewhere.resolve("loadtest");
    executable(tool, "#!/bin/sh\necho \"found: $*\"\nexit 5\n");
    assertRefused(run(Map.of()), "found: verify --report-dir " + dir.root());
    executable(tool, "#!/bin/sh\nexit 0\n");
    assertThat(run(Map.of()).code()).isZero();
    Files.delete(bin.resolve("calls"));
    assertRefused(run(Map.of("LOADTEST", temp.resolve("nothing").toString())), "LOADTEST");
  }

  @Test
  void it_finds_the_evidence_from_where_it_was_put() throws Exception {
    Path script = elsewhere.resolve("close it.sh");
    ClosureWriter.write(dir, request(script));
    Result result = run(script, Map.of());
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(calls()).hasSize(5);
  }

  @Test
  void it_refuses_unless_the_verdict_is_a_pass_that_counts() throws Exception {
    Map<JobFixture, Integer> cases = new LinkedHashMap<>();
    cases.put(new JobFixture().embedded(), 5);
    cases.put(new JobFixture().without("smoke"), 5);
    cases.put(new JobFixture().unsealed(), 5);
    cases.put(
        new JobFixture()
            .failing("smoke", 1, "$(touch hacked)", Outcome.EMPTY, Cause.MODEL, "`touch hacked`"),
        4);
    int number = 0;
    for (Map.Entry<JobFixture, Integer> one : cases.entrySet()) {
      dir = one.getKey().in(temp.resolve("refused" + number++));
      ClosureWriter.write(dir, request(null));
      Result result = run(Map.of());
      assertThat(result.code()).as(result.output()).isEqualTo(one.getValue());
      assertThat(result.output()).contains("Nothing was posted", "Overall Result: ");
      assertThat(bin.resolve("calls")).doesNotExist();
      assertThat(elsewhere.resolve("hacked")).doesNotExist();
    }
  }

  @Test
  void it_is_executable_and_every_generated_script_is_clean() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script())))
        .isEqualTo("rwxr-xr-x");
    List<Path> scripts;
    try (Stream<Path> goldens =
        Files.walk(Path.of("report-tools/src/test/resources/chatload/closure/golden"))) {
      scripts = goldens.filter(file -> file.toString().endsWith(".sh")).sorted().toList();
    }
    assertThat(scripts).hasSizeGreaterThan(5);
    for (Path one : Stream.concat(scripts.stream(), Stream.of(script())).toList()) {
      assertThat(start(List.of("bash", "-n", one.toString()), Map.of()).code()).isZero();
      if (isInstalled("shellcheck")) {
        Result check = start(List.of("shellcheck", one.toString()), Map.of());
        assertThat(check.code()).as(check.output()).isZero();
      }
    }
  }
}
