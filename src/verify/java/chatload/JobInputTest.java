package chatload;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.tool.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Options and directories with which no job begins, or one that goes elsewhere. */
@OnIdleMachine
class JobInputTest extends SmallJob {

  @Test
  void aDirectoryInUseIsRefusedWithTheCommandThatWorks() throws IOException {
    Path directory = Files.createDirectories(temporary.resolve("report"));
    Files.writeString(directory.resolve("OVERVIEW.md"), "earlier");
    int code = loadtest(Map.of(), scenarios(directory));

    assertThat(code).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(err.toString()).contains("./loadtest scenarios", "--rerun", "never overwritten");
    assertThat(directory.resolve("OVERVIEW.md")).hasContent("earlier");
    assertThat(directory.resolve("raw")).doesNotExist();
  }

  @Test
  void aRerunGoesBesideTheEarlierRunAndNamesIt() throws IOException {
    Path directory = Files.createDirectories(temporary.resolve("report"));
    Files.writeString(directory.resolve("OVERVIEW.md"), "earlier");
    String[] more = {"--rerun", "--profiles", "smoke"};
    int code = loadtest(Map.of(), scenarios(directory, "1", more));

    assertThat(code).as("what was asked for passed: " + output()).isZero();
    assertThat(out.toString())
        .contains("not valid for sign-off without baseline, stress")
        .contains("Overall Result: PASS");
    assertThat(directory.resolve("OVERVIEW.md")).hasContent("earlier");
    try (Stream<Path> beside = Files.list(temporary)) {
      Path rerun =
          beside
              .filter(path -> path.getFileName().toString().startsWith("report-rerun-"))
              .findFirst()
              .orElseThrow();
      assertThat(rerun.resolve("raw/rerun-of")).hasContent("report");
      assertThat(rerun.resolve("smoke-summary.json")).isNotEmptyFile();
    }
  }

  @Test
  void badInputSendsNothingAndWritesNothing() {
    Path directory = temporary.resolve("report");
    List<List<String>> bad =
        List.of(
            List.of("--profiles", "smoke,strss"),
            List.of("--url", "ftp://127.0.0.1/api/chat"),
            List.of("--url", "http://127.0.0.1:9/api/chat"),
            List.of("--set", "smoke.requests=-1"),
            List.of("--set", "smoke.request=1"),
            List.of("--expires-in-seconds", "-5"),
            List.of("--no-such-flag"),
            List.of("--secret-file", temporary.resolve("none").toString()));
    for (List<String> arguments : bad) {
      List<String> line = new ArrayList<>(List.of("scenarios", "--report-dir"));
      line.add(directory.toString());
      line.addAll(arguments);
      assertThat(loadtest(Map.of(), line)).as(line.toString()).isEqualTo(ExitCode.USAGE.code());
    }
    assertThat(directory).doesNotExist();
  }

  @Test
  void aMistypedSecretOptionDoesNotPrintTheSecret() {
    assertThat(loadtest(Map.of(), List.of("scenarios", "--secrt", SECRET.reveal())))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(output()).doesNotContain(SECRET.reveal()).contains("--secrt", "--secret");
  }
}
