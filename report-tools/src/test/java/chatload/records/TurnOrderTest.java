package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.run.ChatRecord;
import chatload.run.DataUsed;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two users; conversations of three turns and of one. */
class TurnOrderTest {

  private static final DataUsed DATA =
      new DataUsed("data.csv", 1, "0", "3,1", 1, DataUsed.Order.CYCLED, null);

  private final TurnOrder order = new TurnOrder(DATA, "smoke", 8, 2);

  @Test
  void turns_that_the_plan_says_fit() {
    assertThat(order.fits(chat(1, "OK", null, 1, 1))).isTrue();
    assertThat(order.fits(chat(2, "EMPTY", "model", 2, 1))).isTrue();
    assertThat(order.fits(chat(3, "OK", null, 1, 2))).isTrue();
    assertThat(order.fits(chat(4, "OK", null, 2, 1))).isTrue();
    assertThat(order.fits(chat(5, "EMPTY", "model", 1, 3))).isTrue();
  }

  @Test
  void another_turn_or_none_does_not() {
    assertThat(order.fits(chat(1, "OK", null, 1, 2))).isFalse();
    assertThat(order.fits(chat(2, "OK", null, 1, 1))).isFalse();
    assertThat(order.fits(chat(4, "OK", null, null, null))).isFalse();
    assertThat(new TurnOrder(null, "smoke", 8, 2).fits(chat(1, "OK", null, 1, 1))).isFalse();
    assertThat(new TurnOrder(null, "smoke", 8, 2).fits(chat(1, "OK", null, null, null))).isTrue();
  }

  @Test
  void after_a_turn_that_failed_all_others_of_its_conversation_must_not_be_sent() {
    assertThat(order.fits(chat(1, "EMPTY", "model", 1, 1))).isTrue();
    assertThat(order.fits(chat(3, "NOT_SENT", "model", 1, 2))).isTrue();
    assertThat(order.fits(chat(5, "OK", null, 1, 3))).isFalse();
  }

  @Test
  void a_turn_can_not_be_left_out_without_one_that_failed() {
    assertThat(order.fits(chat(1, "OK", null, 1, 1))).isTrue();
    assertThat(order.fits(chat(3, "NOT_SENT", "model", 1, 2))).isFalse();
    assertThat(order.fits(chat(2, "NOT_SENT", "model", 2, 1))).isFalse();
    assertThat(order.fits(chat(4, "NOT_SENT", "generator", 2, 1))).isTrue();
  }

  @Test
  void after_a_turn_that_nobody_knows_either_can_be() {
    assertThat(order.fits(chat(3, "NOT_SENT", "model", 1, 2))).isTrue();
    assertThat(order.fits(chat(5, "NOT_SENT", "model", 1, 3))).isTrue();
  }

  private static ChatRecord chat(
      int id, String outcome, String cause, Integer conversation, Integer turn) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("runId", "run");
    fields.put("scenario", "smoke");
    fields.put("id", id);
    fields.put("traceId", "t");
    fields.put("startMs", 0);
    fields.put("elapsedMs", 1);
    fields.put("chunks", 1);
    fields.put("outcome", outcome);
    fields.put("cause", cause);
    fields.put("firstTokenMs", 1.0);
    fields.put("totalMs", 1.0);
    fields.put("posts", outcome.equals("NOT_SENT") ? 0 : 1);
    fields.put("conversation", conversation);
    fields.put("turn", turn);
    return Json.MAPPER.convertValue(fields, ChatRecord.class);
  }
}
