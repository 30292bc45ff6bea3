package chatload.merge;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.ReportDir;
import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of several injectors dies at some moment: never a PASS, and it is said which. */
class KilledPartTest {

  /** More of them with -Dmerge.kills=40. */
  private static final int KILLS = Integer.getInteger("merge.kills", 4);

  @TempDir private Path temporary;

  @Test
  void aPartThatDiedNeverLeadsToAPass() throws IOException {
    SplitJob job = SplitJob.of(temporary, new JobFixture());
    ReportDir first = SplitJob.sealed(job.part(1, 3));
    ReportDir third = SplitJob.sealed(job.part(3, 3, "part-3", SplitJob.START_AT));
    Random random = new Random(26);
    for (int kill = 1; kill <= KILLS; kill++) {
      ReportDir killed = job.part(2, 3, "killed-" + kill, SplitJob.START_AT);
      String moment = kill(killed, random);
      List<ReportDir> parts = List.of(first, killed, third);
      CommandRun refused = job.merge(parts, "merged-" + kill);
      assertThat(refused.code()).isEqualTo(ExitCode.UNUSABLE_INPUT.code());
      assertThat(refused.err()).contains("(part 2 of 3) was never sealed");
      SplitJob.sealed(killed);

      CommandRun run = job.merge(parts, "merged-" + kill);

      assertThat(run.code()).as(moment + run.out() + run.err()).isNotEqualTo(ExitCode.PASS.code());
      assertThat(run.out() + run.err()).as(moment).contains("part 2 of 3");
    }
  }

  /** What a process leaves that died in the middle of some scenario, perhaps of a line. */
  private static String kill(ReportDir dir, Random random) throws IOException {
    List<String> scenarios = List.of("smoke", "baseline", "stress");
    int at = random.nextInt(scenarios.size());
    String scenario = scenarios.get(at);
    byte[] all = Files.readAllBytes(dir.chats(scenario));
    int kept = random.nextInt(all.length);
    Files.write(dir.chats(scenario), Arrays.copyOf(all, kept));
    SplitJob.change(
        dir,
        scenario,
        run -> {
          run.put("status", "RUNNING").putNull("finishedAt").putNull("durationMs");
          run.putNull("generator");
          ((ObjectNode) run.get("target")).remove("connection");
        });
    for (String later : scenarios.subList(at + 1, scenarios.size())) {
      Files.delete(dir.chats(later));
      Files.delete(dir.manifest(later));
    }
    return "killed in " + scenario + " after " + kept + " bytes: ";
  }
}
