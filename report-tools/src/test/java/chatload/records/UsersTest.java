package chatload.records;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.records.Defect.Kind;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

  @TempDir Path root;

  @Test
  void users_take_turns() {
    assertThat(new int[] {Users.of(1, 3), Users.of(3, 3), Users.of(4, 3), Users.of(300, 30)})
        .containsExactly(1, 3, 1, 30);
  }

  @Test
  void users_none_of_whose_chats_was_ok_are_counted_with_those_who_left_no_record() {
    Evidence evidence = Evidence.of(8).users(4);
    evidence.ok(1, 1).failed(5, 5, Outcome.EMPTY, Cause.MODEL).ok(3, 3).ok(7, 7);
    evidence.failed(2, 2, Outcome.STREAM_CUT, Cause.NETWORK);
    assertThat(evidence.in(root).chats().usersWithoutOk()).hasValue(2);
  }

  @Test
  void records_from_before_users_had_shares_say_nothing_of_users() {
    RecordedChats chats = Evidence.of(4).ok(1, 4).in(root).chats();
    assertThat(chats.usersWithoutOk()).isEmpty();
    assertThat(chats.atOnce()).isEmpty();
    assertThat(RecordedChats.none().atOnce()).isEmpty();
  }

  @Test
  void chats_that_were_over_at_once_are_one_at_a_time() {
    RunEvidence evidence = Evidence.of(1).users(1).line(atOnce()).in(root);
    assertThat(evidence.chats().atOnce()).hasValue(1);
  }

  @Test
  void a_record_of_another_users_chat_is_a_defect() {
    assertThat(Evidence.of(4).users(2).ok(1, 4).line(withUser("1")).in(root).defects())
        .extracting(Defect::kind)
        .contains(Kind.DUPLICATE_ID);
    RunEvidence swapped = Evidence.of(3).users(3).ok(1, 1).ok(3, 3).line(withUser("3")).in(root);
    assertThat(swapped.defects()).containsExactly(new Defect(Kind.WRONG_USER, 1, 3, null));
    assertThat(swapped.chats().ok()).isEqualTo(3);
  }

  @Test
  void a_record_without_a_user_is_a_defect_where_users_have_shares() {
    RunEvidence evidence = Evidence.of(2).users(2).ok(1, 1).line(withUser("null")).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.WRONG_USER, 1, 2, null));
  }

  @Test
  void a_record_with_a_user_is_a_defect_where_users_shared_the_chats() {
    RunEvidence evidence = Evidence.of(2).ok(1, 1).line(withUser("2")).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.WRONG_USER, 1, 2, null));
  }

  @Test
  void a_user_below_one_makes_a_line_no_record() {
    RunEvidence evidence = Evidence.of(2).users(2).ok(1, 1).line(withUser("0")).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.UNREADABLE_LINE, 1, 2, null));
  }

  @Test
  void a_response_that_ended_before_its_outcome_was_known_makes_a_line_no_record() {
    String early = withUser("2").replace("\"closedMs\":700", "\"closedMs\":599");
    RunEvidence evidence = Evidence.of(2).users(2).ok(1, 1).line(early).in(root);
    assertThat(evidence.defects()).containsExactly(new Defect(Kind.UNREADABLE_LINE, 1, 2, null));
  }

  /** A chat that took no time at all. */
  private static String atOnce() {
    return withUser("1")
        .replace("\"id\":2", "\"id\":1")
        .replace("\"firstTokenMs\":100,\"totalMs\":600,\"elapsedMs\":600", "\"elapsedMs\":0")
        .replace("\"OK\"", "\"CONNECT_ERROR\",\"cause\":\"network\"")
        .replace("\"closedMs\":700", "\"closedMs\":0");
  }

  /** An OK record of chat 2. */
  private static String withUser(String user) {
    return """
        {"runId":"run-1","scenario":"smoke","id":2,"traceId":"trace-2","threadId":"t",\
        "startedAt":"2026-11-23T08:00:00Z","startMs":1,"firstTokenMs":100,"totalMs":600,\
        "elapsedMs":600,"chunks":1,"outcome":"OK","status":200,"posts":1,"closedMs":700,"user":"""
        + user
        + "}\n";
  }
}
