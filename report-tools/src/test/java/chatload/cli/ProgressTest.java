package chatload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.run.Cause;
import chatload.run.ChatRecord;
import chatload.run.Outcome;
import chatload.run.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final StringWriter out = new StringWriter();

  @Test
  void saysWarmingUpUntilTheFirstChatIsRecorded() {
    assertThat(progress(true).line(0)).isEqualTo("smoke    warming up, then 20 chats");
  }

  @Test
  void countsByOutcomeAndEstimatesTheTimeThatIsLeft() {
    Progress progress = progress(true);
    progress.add(List.of(chat(1, Outcome.OK), chat(2, Outcome.STREAM_CUT)), SECOND);
    progress.add(List.of(chat(3, Outcome.OK), chat(4, Outcome.OK)), 4 * SECOND);
    assertThat(progress.line(4 * SECOND))
        .isEqualTo(
            "smoke    4/20  OK 3  failed 1 (STREAM_CUT 1)  P95 first token 503 ms  0:16 left");
  }

  @Test
  void rewritesOneLineOnATerminal() {
    Progress progress = progress(true);
    progress.show(0);
    progress.show(1);
    assertThat(out.toString()).startsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void printsAPlainLineEveryTenSecondsElsewhere() {
    Progress progress = progress(false);
    progress.show(9 * SECOND);
    assertThat(out.toString()).isEmpty();
    progress.show(10 * SECOND);
    progress.show(19 * SECOND);
    progress.end(20 * SECOND);
    assertThat(out.toString().lines()).hasSize(2).noneMatch(line -> line.contains("\u001b"));
  }

  private Progress progress(boolean terminal) {
    return new Progress(new PrintWriter(out, true), terminal, Scenario.SMOKE, 0);
  }

  private static ChatRecord chat(int id, Outcome outcome) {
    boolean ok = outcome.isOk();
    return new ChatRecord(
        "run",
        "smoke",
        id,
        "trace-" + id,
        "thread",
        "2026-11-23T08:00:00.000Z",
        0,
        ok ? 500.0 + id - 1 : null,
        ok ? 1000.0 : null,
        1000.0,
        1,
        null,
        outcome,
        ok ? null : Cause.NETWORK,
        200,
        ok ? null : "cut",
        "token",
        1,
        true,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
