package chatload.history;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

  @TempDir Path temp;

  @Test
  void all_runs_are_on_one_page_in_the_order_of_time_whatever_became_of_them() throws IOException {
    ReportDir late = later(job("20261125-080000-cccccc"), "late");
    JobFixture failing = job("20261124-080000-bbbbbb");
    for (int id = 1; id <= 100; id += 2) {
      failing.failing("baseline", id, Outcome.EMPTY, Cause.MODEL, "nothing");
    }
    ReportDir failed = failing.in(temp.resolve("failed"));
    ReportDir smoke = job("20261123-080000-aaaaaa").only("smoke").in(temp.resolve("smoke"));
    Path out = temp.resolve("out");
    CommandRun run = history(out, late, failed, smoke);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    String markdown = Files.readString(out.resolve("history.md"));
    assertThat(markdown)
        .contains("3 runs", "**FAIL**", "**PASS**", "`20261125-080000-cccccc`")
        .containsSubsequence("bbbbbb", "cccccc", "## smoke", "## baseline", "## stress");
    assertThat(markdown).contains("not sealed, or not as it was sealed");
    String html = Files.readString(out.resolve("history.html"));
    assertThat(html).contains("smoke: P95 over runs", "Run 2: P95 total").contains("</html>");

    assertThat(history(out, late).code()).isEqualTo(3);
    assertThat(history(out, late).err()).contains("never overwritten");
    String[] none = {"history", "--report-dir", out.toString()};
    assertThat(CommandRun.with(Map.of(), List.of(none)).code()).isEqualTo(2);
    CommandRun empty = history(temp.resolve("other"), new ReportDir(temp.resolve("nothing")));
    assertThat(empty.code()).isEqualTo(3);
    assertThat(temp.resolve("other")).doesNotExist();
  }

  @Test
  void the_page_speaks_chinese() throws IOException {
    ReportDir dir = job("20261123-080000-aaaaaa").in(temp.resolve("one"));
    CommandRun run =
        CommandRun.of("history", temp.resolve("zh"), dir.root().toString(), "--lang", "zh");
    assertThat(run.code()).isZero();
    assertThat(Files.readString(temp.resolve("zh/history.md"))).contains("历次运行", "与封存时一致");
  }

  private static JobFixture job(String runId) {
    return new JobFixture().runId(runId);
  }

  /** Two days later, as its files say, for which they had to be changed. */
  private ReportDir later(JobFixture job, String name) throws IOException {
    ReportDir dir = job.in(temp.resolve(name));
    for (String scenario : List.of("smoke", "baseline", "stress")) {
      Path manifest = dir.manifest(scenario);
      Files.writeString(
          manifest, Files.readString(manifest).replace("2026-11-23T08", "2026-11-25T08"));
    }
    return dir;
  }

  private static CommandRun history(Path out, ReportDir... dirs) {
    List<String> words = new ArrayList<>(List.of("history", "--report-dir", out.toString()));
    for (ReportDir dir : dirs) {
      words.add(dir.root().toString());
    }
    return CommandRun.with(Map.of(), words);
  }
}
