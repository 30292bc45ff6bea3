package chatload.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.evidence.EvidenceSeal;
import chatload.files.ReportDir;
import chatload.fixture.JobFixture;
import chatload.run.RunManifest;
import chatload.run.Scenario;
import chatload.tool.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the directory of a search, and was put there by somebody else. */
class CapacityDirectoryTest {

  /** The size of the preset. */
  private static final int USERS = Scenario.STRESS.concurrency();

  private static final String OTHER = "https://other.example/api/chat";

  private static final int CHATS = Scenario.STRESS.requests();

  /** Times of the fixture go so much alike that its chats prove nothing. */
  private static final Answer SAID = Answer.UNSURE;

  @TempDir private Path temp;
  private CapacityDirectory directory;
  private Path run;

  @BeforeEach
  void search() throws IOException {
    Effort effort = new Effort(USERS, USERS, CHATS);
    directory = CapacityDirectory.create(temp.resolve("capacity"), "stress", effort);
    run = new JobFixture().in(directory.run(1, USERS)).root();
  }

  private Answer answer() {
    return directory.level(run, USERS, CHATS).answer();
  }

  @Test
  void a_sealed_run_says_what_it_was() {
    assertThat(answer()).isEqualTo(SAID);
  }

  @Test
  void a_run_without_its_seal_or_not_as_it_was_sealed_says_nothing() throws IOException {
    Files.writeString(run.resolve("raw/run-id"), " ", StandardOpenOption.APPEND);
    assertThat(answer()).isEqualTo(Answer.UNUSABLE);
    Files.delete(run.resolve("manifest.json"));
    assertThat(answer()).isEqualTo(Answer.UNUSABLE);
  }

  @Test
  void a_seal_that_was_taken_away_is_missed_also_where_nothing_else_was_changed()
      throws IOException {
    Files.delete(run.resolve("manifest.json"));
    assertThat(answer()).isEqualTo(Answer.UNUSABLE);
  }

  @Test
  void another_size_than_was_to_be_run_says_nothing() {
    assertThat(directory.level(run, USERS + 1, CHATS).answer()).isEqualTo(Answer.UNUSABLE);
    assertThat(directory.level(run, USERS, CHATS + 1).answer()).isEqualTo(Answer.UNUSABLE);
  }

  @Test
  void runs_of_one_search_are_of_the_same_service_and_none_is_there_twice() throws IOException {
    assertThat(after(new JobFixture(), "20261201-080000-abcdef")).isEqualTo(SAID);
    assertThat(after(new JobFixture(), JobFixture.RUN_ID)).as("copy").isEqualTo(Answer.UNUSABLE);
    assertThat(after(new JobFixture().saying("hello", OTHER), "20261201-080000-abcdef"))
        .isEqualTo(Answer.UNUSABLE);
  }

  /** What another run with that id says behind the first one. */
  private Answer after(JobFixture second, String runId) throws IOException {
    Path there = Files.createTempDirectory(temp, "more").resolve("02-" + USERS + "-users");
    ReportDir dir = second.unreported().in(there);
    try (Stream<Path> files = Files.walk(dir.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, Files.readString(file).replace(JobFixture.RUN_ID, runId));
      }
    }
    EvidenceSeal.seal(dir, Optional.of(runId));
    List<RunManifest> before = new ArrayList<>();
    directory.level(run, USERS, CHATS, before);
    return directory.level(there, USERS, CHATS, before).answer();
  }

  @Test
  void nothing_is_overwritten_and_no_search_is_no_directory() {
    assertThatThrownBy(() -> CapacityDirectory.create(run, "stress", new Effort(1, 2, 3)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not empty");
    assertThatThrownBy(() -> CapacityDirectory.open(run))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no capacity-plan.json");
  }
}
