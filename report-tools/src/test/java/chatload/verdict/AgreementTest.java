package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.gatling.ChatFigures;
import chatload.gatling.GatlingRun;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.RunEvidence;
import chatload.verdict.Reason.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {

  @TempDir Path root;

  @Test
  void counts_that_differ_are_told_with_all_that_either_side_counted() {
    Evidence records = Evidence.of(10).ok(1, 7).failed(8, 10, Outcome.EMPTY, Cause.MODEL);
    assertThat(agreement(figures(10, 8, 507), records).differences())
        .containsExactly(Reason.of(Kind.GATLING_COUNTS_DIFFER, "10", "8", "2", "10", "7", "3"));
  }

  @Test
  void times_are_not_compared_while_a_record_is_missing() {
    Evidence records = Evidence.of(10).ok(1, 9);
    assertThat(agreement(figures(10, 10, 9000), records)).isEqualTo(new Agreement(true, List.of()));
  }

  @Test
  void two_sides_without_an_OK_chat_agree() {
    Evidence records = Evidence.of(2).failed(1, 2, Outcome.EMPTY, Cause.MODEL);
    assertThat(agreement(figures(2, 0, null), records).agrees()).isTrue();
  }

  /** First tokens are as in the records. */
  private static ChatFigures figures(long total, long ok, Integer p95TotalMs) {
    Integer firstToken = ok == 0 ? null : 100;
    return new ChatFigures(total, ok, p95TotalMs, ok, firstToken, firstToken, firstToken, false);
  }

  private Agreement agreement(ChatFigures gatling, Evidence files) {
    RunEvidence evidence = files.in(root);
    return Agreement.of(
        new GatlingRun.Measured(null, gatling, Optional.empty()),
        evidence,
        evidence.chats().latencies(),
        false);
  }
}
