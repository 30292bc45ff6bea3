package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.records.RunEvidence;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.verdict.Verdict.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

  @TempDir Path root;

  @Test
  void a_service_so_fast_that_fourteen_of_thirty_were_in_flight_at_most_is_no_pass() {
    Evidence evidence = Evidence.of(300).users(30);
    for (int user = 1; user <= 30; user++) {
      double arrival = user * 33.3;
      for (int chat = 0; chat < 10; chat++) {
        evidence.inFlight(user + 30 * chat, arrival + chat * 46.0, 45.9);
      }
    }
    assertIsInconclusive(evidence, "14.0 chats were in flight on average, 30 were planned");
    assertThat(evidence.in(root).chats().atOnce()).hasValue(14);
  }

  @Test
  void users_who_rest_between_their_chats_are_too_little_load() {
    Evidence evidence = Evidence.of(20).users(2);
    everyUser(evidence, 2, 10, 100, 88);
    assertIsInconclusive(evidence, "1.7");
  }

  @Test
  void nine_tenths_of_the_users_are_enough_and_a_little_less_is_not() {
    Evidence enough = Evidence.of(20).users(2);
    everyUser(enough, 2, 10, 100, 90);
    assertThat(judge(enough).status()).isEqualTo(Status.PASS);
    Evidence less = Evidence.of(20).users(2);
    everyUser(less, 2, 10, 100, 89);
    assertIsInconclusive(less, "1.79");
  }

  @Test
  void nine_tenths_to_the_last_digit_are_enough() {
    assertThat(Concurrency.isEnough(1.8, 2)).isTrue();
    assertThat(Concurrency.isEnough(1.7999999999999998, 2)).isFalse();
  }

  @Test
  void one_user_without_a_pause_is_enough() {
    Evidence evidence = Evidence.of(3).users(1);
    everyUser(evidence, 1, 3, 100, 99);
    assertThat(judge(evidence).status()).isEqualTo(Status.PASS);
  }

  @Test
  void one_chat_by_one_user_is_enough() {
    assertThat(judge(Evidence.of(1).users(1).inFlight(1, 5, 300)).status()).isEqualTo(Status.PASS);
  }

  @Test
  void two_users_who_never_meet_are_too_little_load() {
    Evidence evidence = Evidence.of(2).users(2).inFlight(1, 0, 300).inFlight(2, 300, 300);
    assertIsInconclusive(evidence, "1.0 chats were in flight");
  }

  @Test
  void less_load_is_no_excuse_for_a_missed_limit() {
    Evidence evidence = Evidence.of(20).users(2);
    everyUser(evidence, 2, 10, 20_000, 9_000);
    Verdict verdict = judge(evidence);
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.reasons().get(0).kind()).isEqualTo(Reason.Kind.LIMIT_EXCEEDED);
    assertThat(verdict.reasons())
        .extracting(Reason::kind)
        .contains(Reason.Kind.CONCURRENCY_NOT_REACHED);
  }

  @Test
  void fast_refusals_are_a_fail_and_not_too_little_load() {
    Evidence evidence = Evidence.of(20).users(2);
    evidence.failed(1, 20, Outcome.RATE_LIMITED, Cause.RATE_LIMIT);
    assertThat(judge(evidence).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void runs_whose_users_shared_the_chats_are_judged_as_ever() {
    assertThat(judge(Evidence.of(20).ok(1, 20)).status()).isEqualTo(Status.PASS);
  }

  /** Each user sends a chat every {@code every} milliseconds, which takes that long. */
  private static void everyUser(
      Evidence evidence, int users, int chats, double every, double millis) {
    for (int chat = 0; chat < chats; chat++) {
      for (int user = 1; user <= users; user++) {
        evidence.inFlight(user + users * chat, user + chat * every, millis);
      }
    }
  }

  private void assertIsInconclusive(Evidence evidence, String words) {
    Verdict verdict = judge(evidence);
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.reasons())
        .singleElement()
        .extracting(Reason::sentence)
        .asString()
        .contains(words);
  }

  private Verdict judge(Evidence evidence) {
    RunEvidence read = evidence.in(root);
    return Judge.judge(read, read.chats().latencies());
  }
}
