package chatload.verification;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link never stands for evidence. */
class LinkedEvidenceTest extends ReportedJob {

  private static final List<String> COMMANDS =
      List.of("report", "verify", "prepare", "finalize", "review");

  @ParameterizedTest
  @ValueSource(strings = {"raw", "raw/smoke-chats.jsonl", "raw/smoke-run.json", "raw/run-id"})
  void a_link_in_the_place_of_evidence_is_refused_by_every_command(String path) throws IOException {
    Path elsewhere = Files.move(root.resolve(path), temp.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve(path), elsewhere);
    assertAllRefuse(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raw/more",
        "gatling/more",
        "gatling/othersimulation-1/more",
        "logs/more",
        "preflight-more.json"
      })
  void a_link_among_the_evidence_is_refused_wherever_it_points(String path) throws IOException {
    Files.createSymbolicLink(root.resolve(path), temp.resolve("nowhere"));
    assertAllRefuse(path);
  }

  @Test
  void a_link_is_not_sealed_either() throws IOException {
    ReportDir fresh = new JobFixture().unreported().in(temp.resolve("fresh"));
    Path records = Files.move(fresh.chats("smoke"), temp.resolve("records"));
    Files.createSymbolicLink(fresh.chats("smoke"), records);
    assertThat(CommandRun.of("report", fresh.root()).code()).isEqualTo(3);
    assertThat(fresh.evidence()).doesNotExist();
    assertThat(fresh.overview()).doesNotExist();
  }

  @Test
  void the_directory_itself_may_be_a_link() throws IOException {
    Path latest = Files.createSymbolicLink(temp.resolve("latest"), root);
    assertThat(CommandRun.of("report", latest).code()).isZero();
    assertThat(CommandRun.of("verify", latest).code()).isZero();
  }

  private void assertAllRefuse(String path) {
    for (String command : COMMANDS) {
      CommandRun run = run(command);
      assertThat(run.code()).as(command).isEqualTo(3);
      assertThat(run.err()).as(command).contains(path + " is a symbolic link");
    }
  }
}
