package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people can let stand, through the command line. */
class AcceptanceTest extends ClosingCommands {

  @TempDir Path temp;

  @Test
  void an_item_that_is_not_done_is_accepted_by_name_with_a_reason() throws IOException {
    ReportDir dir = new JobFixture().withoutPreflight().tuned().in(temp.resolve("report"));
    assertThat(run("prepare", dir, "--repo", "octo/chat", "--require-review")).isEqualTo(5);
    assertThat(err.toString()).contains("Open (health)", "--accept health --note \"WHY\"");
    assertThat(run("review", dir, "--accept", "HEALTH", "--note", "monitoring")).isZero();
    assertThat(out.toString()).contains("[ ] variables: ", "accepted by Han Meimei: monitoring");
    assertThat(run("review", dir, "--accept", "variables", "--note", "looked", "--reviewer", "Li"))
        .isZero();
    assertThat(run("prepare", dir, "--repo", "octo/chat", "--require-review")).isZero();
    assertThat(closeCommands(dir)).contains("issue close 26");
  }

  @Test
  void what_is_done_or_not_up_to_people_or_unknown_cannot_be_accepted() {
    ReportDir dir = new JobFixture().forgetting(1).in(temp.resolve("report"));
    for (String item : List.of("health", "all-pass", "deployed", "gremlins", "")) {
      assertThat(run("review", dir, "--accept", item, "--note", "x")).as(item).isEqualTo(2);
    }
    assertThat(err.toString()).contains("Use one of tuning, memory.");
    assertThat(run("review", dir, "--accept", "memory")).isEqualTo(2);
    assertThat(dir.review()).doesNotExist();
  }

  @Test
  void a_reviewer_or_a_reason_that_nobody_sees_is_a_usage_error() {
    ReportDir dir = new JobFixture().withoutPreflight().in(temp.resolve("report"));
    for (String nothing :
        List.of("\u200b", "\ufeff \u2060", "\u3164", ".", "no change needed: WHY")) {
      assertThat(run("review", dir, "--tuning", nothing)).isEqualTo(2);
      assertThat(run("review", dir, "--accept", "health", "--note", nothing)).isEqualTo(2);
    }
    for (String nobody : List.of("", "\u200b", "\u00ad", "\u2800", "-")) {
      assertThat(run("review", dir, "--tuning", "none", "--reviewer", nobody)).isEqualTo(2);
    }
    assertThat(err.toString()).contains("nobody can see who judges", "still says WHY");
    assertThat(dir.review()).doesNotExist();
  }

  @Test
  void nothing_closes_until_the_repository_was_named_for_this_purpose() throws IOException {
    ReportDir dir = new JobFixture().tuned().in(temp.resolve("report"));
    environment.put("GITHUB_REPOSITORY", "octo/load-tests");
    environment.put("GH_REPO", "octo/other");
    assertThat(run("finalize", dir)).isZero();
    assertThat(err.toString()).contains("No repository is named", "--repo OWNER/NAME");
    assertThat(closeCommands(dir)).doesNotContain("issue close", "octo");
    environment.put("LOADTEST_REPO", "octo/chat");
    assertThat(run("prepare", dir)).isZero();
    assertThat(closeCommands(dir)).contains("issue close 26", "--repo octo/chat");
    assertThat(run("prepare", dir, "--repo", "ghe.example/octo/bots")).isZero();
    assertThat(closeCommands(dir)).contains("--repo ghe.example/octo/bots");
  }

  private static String closeCommands(ReportDir dir) throws IOException {
    return Files.readString(dir.root().resolve("ISSUE-26-CLOSE-COMMANDS.sh"));
  }
}
