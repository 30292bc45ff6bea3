package chatload.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chatload.tool.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Somebody changes a report directory: the closing script must not call {@code gh}, verify must
 * find it, and nothing that the tool does may touch what lies outside.
 */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "attack.all", matches = "true")
class HostileDirectoriesTest {

  private static final ExecutorService AT_ONCE = Executors.newFixedThreadPool(2);

  @AfterAll
  static void stop() {
    AT_ONCE.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> every_damage_to_every_file() {
    return each("damages", FileAttacks.damages());
  }

  @TestFactory
  Stream<DynamicTest> everything_that_was_not_there() {
    return each("additions", FileAttacks.additions());
  }

  @TestFactory
  Stream<DynamicTest> every_forgery_with_every_way_to_reseal() {
    return each("forgeries", ForgedEvidence.all());
  }

  @TestFactory
  Stream<DynamicTest> every_path_and_name_that_leads_elsewhere() {
    return each("paths", ForgedPaths.all());
  }

  @Test
  void an_invisible_reviewer_or_reason_is_none() {
    Directory copy = Job.PASS.get().directory().copyTo(Job.folder().resolve("nobody"));
    copy.delete("review.json");
    for (String nobody : List.of("\u200b", "\u2800\u3164", " ", "\u202e", ".", "—", "\ufeff")) {
      for (String[] options :
          new String[][] {
            {"--reviewer", nobody, "--tuning", "none needed"},
            {"--reviewer", "Li Lei", "--tuning", nobody},
            {"--reviewer", "Li Lei", "--accept", "memory", "--note", nobody}
          }) {
        Ended ended = Tool.reading(copy, "review", options);
        assertThat(ended.code()).as(ended.output()).isEqualTo(ExitCode.USAGE.code());
      }
    }
    assertThat(copy.file("review.json")).doesNotExist();
  }

  /** All of them at once, as far as there are cores; one test for each. */
  private static Stream<DynamicTest> each(String folder, List<Attack> attacks) {
    Path root = Job.folder().resolve(folder);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < attacks.size(); i++) {
      Attack attack = attacks.get(i);
      Path place = root.resolve(Integer.toString(i));
      Future<Attacked> future = AT_ONCE.submit(() -> Attacked.make(attack, place));
      tests.add(
          dynamicTest(
              attack.name(),
              () -> {
                Attacked attacked = future.get();
                assertThat(attacked.faults()).as(attacked.toString()).isEmpty();
              }));
    }
    return tests.stream();
  }
}
