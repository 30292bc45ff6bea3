package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fixture.CommandRun;
import chatload.fixture.JobFixture;
import chatload.review.ReviewEntry;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosureTracesTest {

  private static final String FAILED = "0af76519-16cd-43dd-8448-eb211c80319c";

  @TempDir Path root;

  @Test
  void whatCanBePostedLeadsToTheTraceOfAChatThatFailed() throws Exception {
    new JobFixture()
        .tracedAt("https://apm.example/{traceId}")
        .failing("stress", 7, FAILED, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502")
        .failing("stress", 8, "x](http://evil.example)", Outcome.HTTP_ERROR, Cause.SERVICE, "no")
        .said(ReviewEntry.ofTrace(JobFixture.AT, "Li Lei", FAILED, Cause.SERVICE, "a bad shard"))
        .in(root);

    CommandRun run = CommandRun.of("prepare", root, "--repo", "octo/chat");

    assertThat(run.out() + run.err()).doesNotContain("\tat ");
    for (String name : new String[] {"ISSUE-26-CLOSURE.md", "ISSUE-26-COMMENT.md"}) {
      String text = Files.readString(root.resolve(name));
      assertThat(
              text.split("\\[`" + FAILED + "`]\\(https://apm.example/0af7651916cd43dd[^)]*\\)", -1))
          .as(name + ": as a sample, and in the answer about it")
          .hasSize(3);
      assertThat(text).contains("`x](http://evil.example)`").doesNotContain("[`x]");
    }
  }
}
