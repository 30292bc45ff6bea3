package chatload.job;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.launch.RunState;
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
  void saysHowLongItHasBeenGettingReadyUntilTheFirstChatIsRecorded() {
    assertThat(progress(80).line(0)).isEqualTo("smoke    getting ready: 0 s so far, then 20 chats");
  }

  @Test
  void countsByOutcomeAndEstimatesTheTimeThatIsLeft() {
    Progress progress = progress(80);
    progress.add(List.of(chat(1, Outcome.OK), chat(2, Outcome.STREAM_CUT)), SECOND);
    progress.add(List.of(chat(3, Outcome.OK), chat(4, Outcome.OK)), 4 * SECOND);
    assertThat(progress.line(4 * SECOND))
        .isEqualTo(
            "smoke    4/20  OK 3  failed 1 (STREAM_CUT 1)  P95 first token 503 ms  0:16 left");
  }

  @Test
  void aLineNeverReachesTheEdgeOfTheTerminalAndLosesTheRarestOutcomesFirst() {
    Progress progress = progress(80);
    progress.add(
        List.of(
            chat(1, Outcome.OK),
            chat(2, Outcome.FALLBACK_REPLY),
            chat(3, Outcome.FALLBACK_REPLY),
            chat(4, Outcome.FIRST_TOKEN_TIMEOUT),
            chat(5, Outcome.RATE_LIMITED)),
        SECOND);
    assertThat(progress.line(SECOND))
        .hasSizeLessThan(80)
        .isEqualTo("smoke    5/20  OK 1  failed 4  P95 first token 500 ms  0:03 left");
    for (int columns = 20; columns < 140; columns++) {
      Progress narrow = progress(columns);
      narrow.add(List.of(chat(1, Outcome.FALLBACK_REPLY), chat(2, Outcome.STREAM_CUT)), SECOND);
      assertThat(narrow.line(SECOND)).hasSizeLessThan(columns).startsWith("smoke    2/20");
    }
  }

  @Test
  void saysWhatIsInFlightAndHowLateTheGeneratorIs() {
    Progress progress = progress(120);
    progress.add(List.of(chat(1, Outcome.OK)), SECOND);
    progress.state(new RunState(7, 1.2));
    assertThat(progress.line(SECOND))
        .isEqualTo(
            "smoke    1/20  OK 1  failed 0  P95 first token 500 ms  in flight 7  lag 1 ms  0:19 left");
    progress.state(new RunState(7, null));
    assertThat(progress.line(SECOND)).contains("  in flight 7  0:19 left");
  }

  @Test
  void saysWhatItWaitsForWhenAllChatsAreOver() {
    Progress progress = new Progress(new PrintWriter(out, true), 80, Scenario.SMOKE, 0);
    for (int id = 1; id <= 20; id++) {
      progress.add(List.of(chat(id, Outcome.OK)), SECOND);
    }
    assertThat(progress.line(SECOND)).endsWith("  writing the report");
    progress.end(SECOND);
    assertThat(out.toString()).doesNotContain("writing");
  }

  @Test
  void rewritesOneLineOnATerminal() {
    Progress progress = progress(80);
    progress.show(0);
    progress.show(1);
    assertThat(out.toString()).startsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void printsAPlainLineEverySecondElsewhere() {
    Progress progress = progress(0);
    progress.show(SECOND - 1);
    assertThat(out.toString()).isEmpty();
    progress.show(SECOND);
    progress.show(2 * SECOND - 1);
    progress.end(2 * SECOND);
    assertThat(out.toString().lines()).hasSize(2).noneMatch(line -> line.contains("\u001b"));
  }

  private Progress progress(int columns) {
    return new Progress(new PrintWriter(out, true), columns, Scenario.SMOKE, 0);
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
