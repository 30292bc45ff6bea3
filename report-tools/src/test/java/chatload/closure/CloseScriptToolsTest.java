package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be installed for the closing script. */
class CloseScriptToolsTest extends ClosingScript {

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
}
