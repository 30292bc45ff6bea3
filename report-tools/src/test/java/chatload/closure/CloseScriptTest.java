package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatload.files.ReportDir;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.signoff.Request;
import chatload.words.Language;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the generated script against a stand-in for {@code gh} that keeps issues in files. */
class CloseScriptTest {

  /** Writes its arguments down, does what gh would, and fails at the call that it is told. */
  private static final String GH =
      """
      #!/usr/bin/env bash
      set -eu
      state=$(dirname "$0")
      printf '%s\\n' "$*" >>"$state/calls"
      if [ "$(wc -l <"$state/calls")" = "${FAIL_AT:-0}" ]; then
        echo 'gh: HTTP 502' >&2
        exit 1
      fi
      case $2 in
        view)
          if [ -e "$state/closed-$3" ]; then echo CLOSED; else echo OPEN; fi
          if [ -e "$state/comments-$3" ]; then cat "$state/comments-$3"; fi
          ;;
        comment) cat "$5" >>"$state/comments-$3" ;;
        close) touch "$state/closed-$3" ;;
      esac
      """;

  private static final String SEE_ISSUE =
      "issue view 26 --json state,comments --jq .state, .comments[].body --repo octo/chat";
  private static final String SEE_EPIC = "issue view 7 --json state --jq .state --repo octo/chat";

  @TempDir Path temp;
  private Path bin;
  private Path elsewhere;
  private ReportDir dir;

  @BeforeEach
  void prepare() throws IOException {
    bin = Files.createDirectories(temp.resolve("bin"));
    elsewhere = Files.createDirectories(temp.resolve("else where"));
    executable(bin.resolve("gh"), GH);
    dir = new JobFixture().tuned().in(temp.resolve("it's a report"));
    ClosureWriter.write(dir, request(null));
  }

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
  void without_gh_it_says_what_to_install() throws Exception {
    String tools = onlyTools(Map.of("sha256sum", "exec " + found("sha256sum") + "\n"));
    Files.delete(Path.of(tools, "gh"));
    assertRefused(run(Map.of("PATH", tools)), "install the GitHub CLI");
  }

  /** BusyBox knows no {@code --quiet}, macOS has only {@code shasum}, some images only OpenSSL. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha256sum () [ $# = 0 ]",
        "shasum () [ \"$*\" = '-a 256' ]",
        "openssl () [ \"$*\" = 'dgst -sha256 -r' ]"
      })
  void it_needs_nothing_but_bash_gh_and_one_tool_that_hashes(String tool) throws Exception {
    String name = tool.substring(0, tool.indexOf(' '));
    String only = onlyTools(Map.of(name, asked(tool) + "exec " + found("sha256sum") + "\n"));
    Result result = run(Map.of("PATH", only));
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(calls()).hasSize(5);
    Files.delete(bin.resolve("calls"));
    Files.writeString(dir.review(), " ", StandardOpenOption.APPEND);
    assertRefused(run(Map.of("PATH", only)), "review.json");
  }

  @Test
  void it_works_with_the_hashes_of_busybox() throws Exception {
    assumeTrue(isInstalled("busybox"), "there is no BusyBox here");
    String only =
        onlyTools(Map.of("sha256sum", "exec " + found("busybox") + " sha256sum \"$@\"\n"));
    Result result = run(Map.of("PATH", only));
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(calls()).hasSize(5);
  }

  @Test
  void without_a_tool_that_hashes_it_refuses() throws Exception {
    assertRefused(run(Map.of("PATH", onlyTools(Map.of()))), "no sha256sum, shasum or openssl");
  }

  /** A line that ends with 1 unless the tool is asked as it understands it. */
  private static String asked(String tool) {
    return tool.substring(tool.indexOf('[')) + " || exit 1\n";
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

  private void assertRefused(Result result, String reason) {
    assertThat(result.code()).as(result.output()).isEqualTo(5);
    assertThat(result.output()).contains(reason, "Nothing was posted and nothing was closed.");
    assertThat(bin.resolve("calls")).doesNotExist();
  }

  private static Request request(Path script) {
    return new Request(26, 7, "octo/chat", Language.EN, false, null, null, script, null, false);
  }

  private Path script() {
    return dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh");
  }

  private Path comment() {
    return dir.root().resolve("ISSUE-26-COMMENT.md");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(bin.resolve("calls"));
  }

  private record Result(int code, String output) {}

  private Result run(Map<String, String> variables) throws Exception {
    return run(script(), variables);
  }

  private Result run(Path script, Map<String, String> variables) throws Exception {
    return start(List.of("bash", script.toString()), variables);
  }

  private Result start(List<String> command, Map<String, String> variables) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("LOADTEST");
    builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    builder.environment().putAll(variables);
    boolean generated = !command.contains("-n") && command.get(0).equals("bash");
    Process process =
        builder
            .directory(generated ? elsewhere.toFile() : new File("."))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), output);
  }

  private static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** A folder with bash, the stand-in for gh and what that needs, and these further tools. */
  private String onlyTools(Map<String, String> more) throws IOException {
    Path tools = Files.createTempDirectory(temp, "tools");
    executable(tools.resolve("bash"), "#!/bin/sh\nexec " + found("bash") + " \"$@\"\n");
    executable(
        tools.resolve("gh"),
        "#!/bin/sh\nPATH='%s' exec '%s' \"$@\"\n"
            .formatted(System.getenv("PATH"), bin.resolve("gh")));
    for (Map.Entry<String, String> tool : more.entrySet()) {
      executable(tools.resolve(tool.getKey()), "#!/bin/sh\n" + tool.getValue());
    }
    return tools.toString();
  }

  /** Where a tool is on the real PATH. */
  private static Path found(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
