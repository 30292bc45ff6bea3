package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.console.CommandContext;
import chatload.files.Json;
import chatload.fuzz.Harmless;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {

  private static final Path FIXTURES = Path.of("report-tools/src/test/resources/chatload/gatling");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;
  private Path run;

  @BeforeEach
  void aRunOfToday() throws IOException {
    run = folder("run-1", "3.15.1");
  }

  @Test
  void one_results_folder_gets_its_stats_json_and_a_second_time_changes_nothing()
      throws IOException {
    assertThat(stats(run)).isEqualTo(ExitCode.PASS.code());
    assertThat(out.toString()).startsWith("Wrote " + run.resolve("js/stats.json"));
    assertThat(run.resolve("js/stats.json"))
        .hasSameBinaryContentAs(FIXTURES.resolve("3.15.1/expected-stats.json"));
    assertThat(stats(run)).isEqualTo(ExitCode.PASS.code());
    assertThat(out.toString()).contains("Up to date: ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_directory_of_results_folders_is_done_one_by_one() throws IOException {
    Path second = folder("run-2", "3.14.9");
    Files.createDirectories(temp.resolve("no-run"));
    assertThat(stats(temp)).isEqualTo(ExitCode.PASS.code());
    assertThat(run.resolve("js/stats.json")).isNotEmptyFile();
    assertThat(second.resolve("js/stats.json")).isNotEmptyFile();
  }

  @Test
  void one_that_cannot_be_read_does_not_keep_the_others_from_being_written() throws IOException {
    Path broken = Files.createDirectories(temp.resolve("run-0"));
    Files.writeString(broken.resolve("simulation.log"), "RUN\told");
    assertThat(stats(temp)).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(err.toString())
        .contains(
            broken.resolve("simulation.log") + " is in the text format of Gatling 3.12 or older")
        .contains("Versions 3.13.0 to 3.15.1 can be read");
    assertThat(run.resolve("js/stats.json")).isNotEmptyFile();
  }

  @Test
  void what_Gatling_itself_wrote_is_kept() throws IOException {
    Path old = folder("run-2", "3.13.4");
    Files.createDirectories(old.resolve("js"));
    Path own = FIXTURES.resolve("3.13.4/gatling-stats.json");
    Files.copy(own, old.resolve("js/stats.json"));
    assertThat(stats(old)).isEqualTo(ExitCode.PASS.code());
    assertThat(out.toString()).startsWith("Kept ");
    assertThat(old.resolve("js/stats.json")).hasSameBinaryContentAs(own);

    Files.writeString(old.resolve("simulation.log"), "RUN\tolder");
    assertThat(stats(old)).isEqualTo(ExitCode.PASS.code());
    assertThat(old.resolve("js/stats.json")).hasSameBinaryContentAs(own);
  }

  /** What Jenkins' plugin for Gatling and many scripts look for. */
  @Test
  void the_global_figures_are_those_of_all_requests_in_stats_json() throws IOException {
    assertThat(stats(run)).isZero();
    JsonNode global = Json.MAPPER.readTree(Files.readAllBytes(run.resolve("js/global_stats.json")));
    JsonNode all = Json.MAPPER.readTree(Files.readAllBytes(run.resolve("js/stats.json")));
    assertThat(global).isEqualTo(all.get("stats"));
    assertThat(global.fieldNames())
        .toIterable()
        .containsExactly(
            "name",
            "numberOfRequests",
            "minResponseTime",
            "maxResponseTime",
            "meanResponseTime",
            "standardDeviation",
            "percentiles1",
            "percentiles2",
            "percentiles3",
            "percentiles4",
            "group1",
            "group2",
            "group3",
            "group4",
            "meanNumberOfRequestsPerSecond");
    assertThat(global.at("/numberOfRequests/total").isIntegralNumber()).isTrue();
    assertThat(global.at("/group1/count").isIntegralNumber()).isTrue();
  }

  @Test
  void global_figures_that_say_something_else_are_never_overwritten_either() throws IOException {
    Files.createDirectories(run.resolve("js"));
    Files.writeString(run.resolve("js/global_stats.json"), "{}");
    assertThat(stats(run)).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(run.resolve("js/global_stats.json")).hasContent("{}");
  }

  @Test
  void a_file_that_says_something_else_is_never_overwritten() throws IOException {
    Files.createDirectories(run.resolve("js"));
    Files.writeString(run.resolve("js/stats.json"), "{}");
    assertThat(stats(run)).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    assertThat(err.toString()).contains("was left as it is", "move both away");
    assertThat(run.resolve("js/stats.json")).hasContent("{}");
  }

  @Test
  void a_log_that_breaks_off_is_summed_up_to_the_break_and_that_is_said() throws IOException {
    Path log = run.resolve("simulation.log");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length - 3));
    assertThat(stats(run)).isEqualTo(ExitCode.PASS.code());
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "warning: " + log + " breaks off; the figures are up to the break");
    assertThat(run.resolve("js/stats.json")).isNotEmptyFile();
  }

  @Test
  void a_directory_without_a_run_is_an_input_error() {
    for (Path none : new Path[] {temp.resolve("absent"), FIXTURES.resolve("README.md")}) {
      assertThat(stats(none)).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    }
    assertThat(err.toString()).contains("there is no simulation.log", "target/gatling/");
  }

  @Test
  void nothing_is_read_or_written_through_a_link() throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Path victim = Files.writeString(outside.resolve("stats.json"), "victim");
    Path several = Files.createDirectories(temp.resolve("several"));
    Files.createSymbolicLink(several.resolve("a-link"), folder("outside/run", "3.15.1"));
    Path js = folder("several/b", "3.15.1").resolve("js");
    Files.createSymbolicLink(js, outside);
    Path own = Files.createDirectories(folder("several/c", "3.15.1").resolve("js"));
    Files.createSymbolicLink(own.resolve("stats.json"), victim);
    Path temporary = Files.createDirectories(folder("several/d", "3.15.1").resolve("js"));
    Files.createSymbolicLink(temporary.resolve(".stats.json.tmp"), victim);
    Path log = Files.createDirectories(several.resolve("e"));
    Files.createSymbolicLink(log.resolve("simulation.log"), run.resolve("simulation.log"));

    assertThat(stats(several)).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
    for (String link : new String[] {"a-link", "b/js", "c/js/stats.json", "e/simulation.log"}) {
      assertThat(err.toString()).contains(several.resolve(link) + " is a symbolic link");
    }
    assertThat(victim).hasContent("victim");
    assertThat(outside.resolve("run/js")).doesNotExist();
    assertThat(log.resolve("js")).doesNotExist();
    assertThat(temporary.resolve("stats.json")).isRegularFile();
  }

  @Test
  void the_name_of_a_folder_moves_no_terminal() throws IOException {
    Path parent = Files.createDirectories(temp.resolve("named"));
    folder("named/a\u001b[31m\r\u001b[K\nWrote PASS", "3.15.1");
    folder("named/b\u202e", "3.14.9");
    Path broken = Files.createDirectories(parent.resolve("c\u001b]0;title\u0007"));
    Files.writeString(broken.resolve("simulation.log"), "RUN\told");
    stats(parent);
    Harmless.require(out.toString());
    Harmless.require(err.toString());
    assertThat(out.toString()).contains("a␛[31m␍␛[K␊Wrote PASS").hasLineCount(2);
    assertThat(err.toString()).contains("c␛]0;title␇");
  }

  private Path folder(String name, String version) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    Files.copy(
        FIXTURES.resolve(version).resolve("simulation.log"), folder.resolve("simulation.log"));
    return folder;
  }

  private int stats(Path dir) {
    CommandContext context =
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Map.of(),
            new Properties(),
            false,
            Clock.systemUTC());
    return Loadtest.run(context, "stats", dir.toString());
  }
}
