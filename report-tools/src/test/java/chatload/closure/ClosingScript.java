package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.signoff.ClosureRequest;
import chatload.words.Language;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The generated script beside a stand-in for {@code gh} that keeps issues in files. */
abstract class ClosingScript {

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

  @TempDir Path temp;
  Path bin;
  Path elsewhere;
  ReportDir dir;

  @BeforeEach
  void prepare() throws IOException {
    bin = Files.createDirectories(temp.resolve("bin"));
    elsewhere = Files.createDirectories(temp.resolve("else where"));
    executable(bin.resolve("gh"), GH);
    dir = new JobFixture().tuned().in(temp.resolve("it's a report"));
    ClosureWriter.write(dir, request(null));
  }

  void assertRefused(Result result, String reason) {
    assertThat(result.code()).as(result.output()).isEqualTo(5);
    assertThat(result.output()).contains(reason, "Nothing was posted and nothing was closed.");
    assertThat(bin.resolve("calls")).doesNotExist();
  }

  static ClosureRequest request(Path script) {
    return new ClosureRequest(
        26, 7, "octo/chat", Language.EN, false, null, null, script, null, false);
  }

  Path script() {
    return dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh");
  }

  Path comment() {
    return dir.root().resolve("ISSUE-26-COMMENT.md");
  }

  List<String> calls() throws IOException {
    return Files.readAllLines(bin.resolve("calls"));
  }

  record Result(int code, String output) {}

  Result run(Map<String, String> variables) throws Exception {
    return run(script(), variables);
  }

  Result run(Path script, Map<String, String> variables) throws Exception {
    return start(List.of("bash", script.toString()), variables);
  }

  Result start(List<String> command, Map<String, String> variables) throws Exception {
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

  static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
