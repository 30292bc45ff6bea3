package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.fixture.Preflights;
import chatload.run.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job that its preflight stopped before any load: it has a plan, a preflight, and no run. */
class StoppedJobTest extends ClosingCommands {

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "health",
        "chat-with-token",
        "chat-without-token",
        "chat-with-forged-token",
        "a-new-check"
      })
  void its_documents_say_what_stopped_it_with_trace_ids(String check) throws IOException {
    ReportDir dir = stopped(check);
    assertThat(run("report", dir)).isEqualTo(5);
    assertThat(run("finalize", dir, "--repo", "octo/chat")).isZero();
    for (String name :
        new String[] {
          "OVERVIEW.md", "OVERVIEW.html", "ISSUE-26-CLOSURE.md", "ISSUE-26-COMMENT.md"
        }) {
      assertThat(dir.root().resolve(name))
          .content()
          .contains("Overall Result: ", "INCONCLUSIVE", "The preflight stopped the job")
          .contains("What stopped it", check, "not so", "mend it", "trace-of-the-failure");
    }
    assertThat(Files.readString(dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh")))
        .contains("INCONCLUSIVE", "exit 5")
        .doesNotContain("issue close");
    assertThat(run("verify", dir)).as(out.toString()).isZero();
  }

  @Test
  void they_say_it_in_chinese_too() throws IOException {
    ReportDir dir = stopped("health");
    assertThat(run("report", dir, "--lang", "zh")).isEqualTo(5);
    assertThat(run("prepare", dir, "--lang", "zh")).isZero();
    for (String name : new String[] {"OVERVIEW.md", "ISSUE-26-CLOSURE.md", "ISSUE-26-COMMENT.md"}) {
      assertThat(dir.root().resolve(name))
          .content()
          .contains("**INCONCLUSIVE**", "预检未通过，压测已停止", "停止原因", "trace-of-the-failure");
    }
  }

  @Test
  void a_job_that_ran_is_not_stopped_whatever_its_preflight_says() throws IOException {
    ReportDir dir = new JobFixture().failingCheck("health").in(temp.resolve("report"));
    run("prepare", dir);
    assertThat(dir.overview()).content().doesNotContain("What stopped it");
    assertThat(dir.root().resolve("ISSUE-26-COMMENT.md"))
        .content()
        .doesNotContain("What stopped it");
  }

  @Test
  void a_directory_without_plan_and_run_is_still_refused() throws IOException {
    ReportDir dir = stopped("health");
    Files.delete(dir.job());
    assertThat(run("report", dir)).isEqualTo(3);
    assertThat(run("prepare", dir)).isEqualTo(3);
    assertThat(err.toString()).contains("holds no run");
  }

  private ReportDir stopped(String check) throws IOException {
    ReportDir dir = new ReportDir(temp.resolve("report"));
    Plans.write(dir, Plans.whole(JobFixture.RUN_ID));
    Files.writeString(dir.runId(), JobFixture.RUN_ID + "\n");
    Preflights.report("https://chat.example/api/chat", "external", check).write(dir.preflight());
    return dir;
  }
}
