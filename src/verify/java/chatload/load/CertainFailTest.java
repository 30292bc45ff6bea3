package chatload.load;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.auth.Secret;
import chatload.load.exchange.ChatOutcome;
import chatload.load.exchange.ChatPlan;
import chatload.metric.LimitFields;
import chatload.metric.Thresholds;
import chatload.run.Cause;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertainFailTest {

  private static final Thresholds LIMITS =
      LimitFields.of(
          Map.of("minSuccessRate", "0.95", "maxP95TotalMs", "8000", "maxP95FirstTokenMs", "2000"));

  private static ChatOutcome failed(int id, Cause cause) {
    ChatPlan plan =
        new ChatPlan(
            id,
            1,
            "trace",
            "thread",
            "hi",
            new Secret("s3cr3t-0123456789"),
            Duration.ofSeconds(5),
            List.of(),
            Redaction.of(List.of()));
    return ChatOutcome.notSent(plan, cause, "why");
  }

  @Test
  void itIsTheFailureThatNoOtherChatCanMakeUpFor() {
    CertainFail certain = new CertainFail(LIMITS, 100, new BitSet());
    for (int id = 1; id <= 5; id++) {
      assertThat(certain.isAfter(failed(id, Cause.SERVICE))).as("failure " + id).isFalse();
    }
    assertThat(certain.isAfter(failed(6, Cause.NETWORK))).isTrue();
    assertThat(certain.why()).contains("after 6 failures of 100 chats");
  }

  @Test
  void failuresOfOursAreMadeUpFor() {
    CertainFail certain = new CertainFail(LIMITS, 100, new BitSet());
    for (int id = 1; id <= 100; id++) {
      assertThat(certain.isAfter(failed(id, Cause.GENERATOR))).isFalse();
    }
  }

  @Test
  void chatsThatAreGivenUpOnPurposeCountForNothing() {
    BitSet cancels = new BitSet();
    cancels.set(1, 41);
    CertainFail certain = new CertainFail(LIMITS, 100, cancels);
    for (int id = 1; id <= 43; id++) {
      assertThat(certain.isAfter(failed(id, Cause.SERVICE))).as("chat " + id).isFalse();
    }
    assertThat(certain.isAfter(failed(44, Cause.SERVICE))).isTrue();
  }

  @Test
  void aLimitOnGoodChatsCountsTheSameFailures() {
    Thresholds good = LimitFields.of(LIMITS, Map.of("goodShare", "98 %", "good.total", "5 s"));
    CertainFail certain = new CertainFail(good, 100, new BitSet());
    assertThat(certain.isAfter(failed(1, Cause.SERVICE))).isFalse();
    assertThat(certain.isAfter(failed(2, Cause.SERVICE))).isFalse();
    assertThat(certain.isAfter(failed(3, Cause.SERVICE))).isTrue();
  }
}
