package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a directory says about its own closing decides nothing when it is prepared. */
class RememberedOptionsTest {

  @TempDir Path temp;
  private Path root;
  private Path victim;

  @BeforeEach
  void prepare() throws IOException {
    root = new JobFixture().in(temp.resolve("some/report")).root();
    victim = Files.writeString(temp.resolve("victim"), "victim");
    assertThat(run("finalize").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepare", "finalize"})
  void a_repository_that_the_directory_remembers_closes_nothing_until_the_command_names_it(
      String command) throws IOException {
    signedOff();
    record("repo", "evil/other");
    CommandRun run = run(command);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("./loadtest " + command + " --report-dir " + root + " --repo evil/other");
    assertThat(script()).doesNotContain("issue close", "evil").contains("No repository is named");
    assertThat(run("verify").out()).startsWith("Verified");
    assertThat(run(command, "--repo", "octo/chat").code()).isZero();
    assertThat(script()).contains("issue close 26", "--repo octo/chat").doesNotContain("evil");
  }

  @Test
  void options_that_somebody_planted_close_nothing() throws IOException {
    signedOff();
    record("repo", "evil/other");
    for (String name : List.of("CLOSURE.md", "COMMENT.md", "CLOSE-COMMANDS.sh", "FINAL-STEPS.md")) {
      Files.delete(root.resolve("ISSUE-26-" + name));
    }
    assertThat(run("finalize").code()).isZero();
    assertThat(script()).doesNotContain("issue close", "evil");
    assertThat(root.resolve("ISSUE-26-FINAL-STEPS.md"))
        .content()
        .doesNotContain("issue close", "evil");
  }

  @Test
  void an_epic_that_the_directory_remembers_is_named_again_or_nothing_is_written()
      throws IOException {
    signedOff();
    record("epic", 999);
    CommandRun unnamed = run("prepare", "--repo", "octo/chat");
    assertThat(unnamed.code()).isEqualTo(3);
    assertThat(unnamed.err()).contains("remembers epic 999", "--epic 999, or --epic 7");
    assertThat(script()).doesNotContainPattern("\\b999\\b");
    assertThat(run("prepare", "--repo", "octo/chat", "--epic", "7").code()).isZero();
    assertThat(script()).contains("issue close 7").doesNotContainPattern("\\b999\\b");
  }

  @Test
  void a_file_outside_that_the_directory_remembers_is_in_no_command_to_paste() throws IOException {
    signedOff();
    record("comment", "../../victim");
    record("commands", "../x.sh");
    record("directory", "/home/somebody");
    CommandRun run = run("finalize", "--repo", "octo/chat");
    assertThat(run.err()).contains("Not written again: ../../victim", "Not written again: ../x.sh");
    assertThat(root.resolve("ISSUE-26-FINAL-STEPS.md"))
        .content()
        .contains("--body-file ISSUE-26-COMMENT.md", "bash ISSUE-26-CLOSE-COMMANDS.sh")
        .doesNotContain("victim", "x.sh");
    assertThat(script()).doesNotContain("/home/somebody", "victim");
    assertThat(victim).hasContent("victim");
  }

  @Test
  void under_another_name_it_verifies_and_is_called_that_when_it_is_prepared_again()
      throws IOException {
    root = Files.move(root, temp.resolve("renamed"));
    assertThat(run("verify").code()).isZero();
    assertThat(run("prepare").code()).isZero();
    assertThat(root.resolve("ISSUE-26-CLOSURE.json")).content().contains("\"renamed\"");
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void options_about_another_issue_than_their_name_says_are_found() throws IOException {
    record("issue", 99);
    assertThat(run("verify").out()).contains("ISSUE-26-CLOSURE.json: is about issue 99");
  }

  /** Reviewed and prepared, so that its script closes. */
  private void signedOff() throws IOException {
    assertThat(run("review", "--tuning", "no change needed").code()).isZero();
    assertThat(run("finalize", "--repo", "octo/chat").code()).isZero();
    assertThat(script()).contains("issue close 26", "issue close 7");
  }

  private String script() throws IOException {
    return Files.readString(root.resolve("ISSUE-26-CLOSE-COMMANDS.sh"));
  }

  private void record(String field, Object value) throws IOException {
    Path file = root.resolve("ISSUE-26-CLOSURE.json");
    ObjectNode options = (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(file));
    Files.write(file, Json.MAPPER.writeValueAsBytes(options.putPOJO(field, value)));
  }

  private CommandRun run(String command, String... more) {
    return CommandRun.of(command, root, more);
  }
}
