package chatload.attack;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.OnIdleMachine;
import chatload.tool.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * In every build: one small job against all tricks, and some damages to what it leaves. All attacks
 * at the preset sizes are in the Maven profile {@code attack}.
 */
@EnabledOnOs(OS.LINUX)
@DisabledIfSystemProperty(named = "attack.all", matches = "true")
@OnIdleMachine
class AttackSampleTest {

  private static final List<String> FILES = List.of("raw/smoke-chats.jsonl", "OVERVIEW.md");

  @TempDir private Path temporary;

  @Test
  void every_trick_is_seen_through_and_every_damage_is_found() throws Exception {
    AttackedJob job =
        Job.against(
            Trick.all(),
            temporary.resolve("report"),
            List.of("--profiles", "smoke", "--set", "smoke.requests=" + Trick.values().length));
    assertThat(job.code()).as(job.ended().output()).isEqualTo(ExitCode.FAIL.code());
    Seen.assertSeenThrough(job, "smoke");
    Seen.assertNoTokens(job);
    assertThat(job.reading("verify").code()).isZero();

    FakeGh gh = new FakeGh(temporary.resolve("bin"));
    assertThat(gh.close(job.directory().script()).code()).isEqualTo(ExitCode.FAIL.code());
    int number = 0;
    for (String name : FILES) {
      for (Damage damage : Damage.values()) {
        Path place = temporary.resolve("copy" + number++);
        Directory copy = job.directory().copyTo(place);
        damage.on(copy.file(name), Files.createDirectory(Path.of(place + "-outside")));
        Ended verified = Tool.reading(copy, "verify");
        assertThat(verified.code()).as(damage + " " + name + ": " + verified.output()).isIn(3, 5);
      }
    }
    assertThat(gh.calls()).isEmpty();
  }
}
