package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.metric.Check;
import chatload.records.RunEvidence;
import chatload.run.CancelPlan;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {

  @TempDir Path root;

  @Test
  void all_checks_met_on_complete_evidence_is_a_pass_without_reasons() {
    Verdict verdict = judge(Evidence.of(10).ok(1, 9).failed(10, 10, Outcome.EMPTY, Cause.MODEL));
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.checks()).extracting(Check::met).containsExactly(true, true, true);
  }

  @Test
  void a_missed_check_is_a_fail_that_says_figure_limit_and_n() {
    Verdict verdict = judge(Evidence.of(10).ok(1, 8).failed(9, 10, Outcome.EMPTY, Cause.MODEL));
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.reasons())
        .extracting(Reason::sentence)
        .containsExactly("Success rate 80% is below the limit of 90% (8 of 10 chats OK, 9 needed)");

    Verdict slow = judge(Evidence.of(2).ok(1, 1).slow(2));
    assertThat(slow.status()).isEqualTo(Status.FAIL);
    assertThat(slow.reasons())
        .extracting(Reason::sentence)
        .containsExactly("P95 total 9000.5 ms is above the limit of 8000 ms (n=2)");
  }

  @Test
  void chats_that_were_given_up_as_planned_count_for_nothing() {
    CancelPlan plan = new CancelPlan(0.2, 500, 0);
    Evidence evidence = Evidence.of(10).cancelling(plan);
    for (int id = 1; id <= 10; id++) {
      evidence.chat(
          id, plan.chats("smoke", 10).get(id) ? Outcome.CANCELLED : Outcome.OK, null, 1, 500);
    }
    Verdict verdict = judge(evidence.minSuccessRate(1));
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.checks()).extracting(Check::n).containsExactly(8, 8, 8);
  }

  @Test
  void those_that_were_to_give_up_count_for_nothing_also_if_they_ended_sooner() {
    CancelPlan plan = new CancelPlan(0.5, 2000, 0);
    Evidence quickErrors = Evidence.of(100).cancelling(plan);
    Evidence hanging = Evidence.of(100).cancelling(plan);
    int chosen = 0;
    int other = 0;
    for (int id = 1; id <= 100; id++) {
      boolean isChosen = plan.chats("smoke", 100).get(id);
      boolean isBad = isChosen ? ++chosen <= 2 : ++other <= 2;
      Outcome slow = isChosen ? Outcome.CANCELLED : Outcome.OK;
      add(quickErrors, id, isBad ? Outcome.ERROR_EVENT : slow, isBad ? 100 : 5000);
      Outcome hung = isChosen ? Outcome.CANCELLED : Outcome.TOTAL_TIMEOUT;
      add(hanging, id, isBad ? hung : Outcome.OK, isBad && isChosen ? 2000 : 500);
    }
    Verdict errors = judge(quickErrors.minSuccessRate(0.95));
    assertThat(errors.status()).isEqualTo(Status.PASS);
    assertThat(errors.checks().get(0).n()).isEqualTo(50);
    assertThat(judge(hanging.minSuccessRate(0.97)).status()).isEqualTo(Status.FAIL);
  }

  private static void add(Evidence evidence, int id, Outcome outcome, double millis) {
    evidence.chat(id, outcome, outcome.isFailure() ? Cause.SERVICE : null, 1, millis);
  }

  @Test
  void a_chat_that_was_given_up_and_was_not_to_be_or_too_early_makes_a_run_inconclusive() {
    CancelPlan plan = new CancelPlan(0.2, 500, 0);
    int other = plan.chats("smoke", 10).nextClearBit(1);
    Evidence wrong = Evidence.of(10).cancelling(plan);
    Evidence early = Evidence.of(10).cancelling(new CancelPlan(0.2, 501, 0));
    for (int id = 1; id <= 10; id++) {
      wrong.chat(id, id == other ? Outcome.CANCELLED : Outcome.OK, null, 1, 500);
      boolean isChosen = plan.chats("smoke", 10).get(id);
      early.chat(id, isChosen ? Outcome.CANCELLED : Outcome.OK, null, 1, 500);
    }
    expect(wrong, Status.INCONCLUSIVE, Kind.WRONG_CANCELS);
    expect(early, Status.INCONCLUSIVE, Kind.WRONG_CANCELS);
  }

  @Test
  void a_single_missing_record_keeps_a_run_from_pass() {
    expect(Evidence.of(100).ok(1, 99), Status.INCONCLUSIVE, Kind.RECORDS_MISSING);
  }

  @Test
  void records_that_are_missing_save_no_run_whose_failures_are_too_many_already() {
    Evidence lost = Evidence.of(10).ok(1, 7).failed(8, 9, Outcome.EMPTY, Cause.MODEL);
    expect(lost, Status.FAIL, Kind.SHARE_MISSED, Kind.RECORDS_MISSING);
  }

  @Test
  void records_that_are_missing_might_have_saved_a_run_with_few_failures() {
    Evidence open = Evidence.of(10).ok(1, 7).failed(8, 8, Outcome.EMPTY, Cause.MODEL);
    expect(open, Status.INCONCLUSIVE, Kind.RECORDS_MISSING, Kind.SHARE_MISSED);
  }

  @Test
  void a_run_that_did_not_end_is_never_a_fail() {
    Evidence killed = Evidence.of(10).failed(1, 10, Outcome.EMPTY, Cause.MODEL);
    Verdict running = judge(killed.status(RunManifest.Status.RUNNING));
    assertThat(running.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(running.reasons()).extracting(Reason::kind).contains(Kind.STILL_RUNNING);
    Verdict aborted = judge(killed.status(RunManifest.Status.ABORTED));
    assertThat(aborted.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(aborted.reasons()).extracting(Reason::kind).contains(Kind.ABORTED);
  }

  @Test
  void a_run_that_was_interrupted_says_after_how_many_chats() {
    Evidence some = Evidence.of(10).ok(1, 4);
    assertThat(judge(some.status(RunManifest.Status.ABORTED)).reasons())
        .extracting(Reason::sentence)
        .contains("The run was interrupted after 4 of 10 chats");
  }

  @Test
  void a_run_that_did_not_end_is_never_a_pass_either() {
    Evidence whole = Evidence.of(2).ok(1, 2);
    expect(whole.status(RunManifest.Status.RUNNING), Status.INCONCLUSIVE, Kind.STILL_RUNNING);
    expect(whole.status(RunManifest.Status.ABORTED), Status.INCONCLUSIVE, Kind.ABORTED);
  }

  @Test
  void trouble_of_the_generator_is_neither_pass_nor_fail() {
    Evidence met = Evidence.of(2).ok(1, 2).problem("late timers");
    expect(met, Status.INCONCLUSIVE, Kind.GENERATOR_PROBLEM);
    Evidence missed = Evidence.of(2).ok(1, 1).slow(2).problem("late timers");
    expect(missed, Status.INCONCLUSIVE, Kind.GENERATOR_PROBLEM, Kind.LIMIT_EXCEEDED);
  }

  @Test
  void failures_of_the_generator_alone_are_no_fail_and_no_pass() {
    Evidence own = Evidence.of(10).ok(1, 8).failed(9, 10, Outcome.CONNECT_ERROR, Cause.GENERATOR);
    expect(own, Status.INCONCLUSIVE, Kind.GENERATOR_FAILURES, Kind.SHARE_MISSED);
    Evidence few = Evidence.of(10).ok(1, 9).failed(10, 10, Outcome.CONNECT_ERROR, Cause.GENERATOR);
    expect(few, Status.PASS);
  }

  @Test
  void a_limit_that_is_missed_within_the_generators_own_error_is_no_fail() {
    Evidence slow = Evidence.of(2).ok(1, 1).slow(2).measuredTooLongBy(1000.5);
    expect(slow, Status.INCONCLUSIVE, Kind.WITHIN_ERROR, Kind.LIMIT_EXCEEDED);
    Evidence slower = Evidence.of(2).ok(1, 1).slow(2).measuredTooLongBy(1000.4);
    expect(slower, Status.FAIL, Kind.LIMIT_EXCEEDED);
  }

  @Test
  void the_generators_error_excuses_no_other_check() {
    Evidence cut =
        Evidence.of(10)
            .ok(1, 7)
            .slow(8)
            .failed(9, 10, Outcome.EMPTY, Cause.MODEL)
            .measuredTooLongBy(5000);
    expect(cut, Status.FAIL, Kind.SHARE_MISSED, Kind.LIMIT_EXCEEDED, Kind.WITHIN_ERROR);
  }

  @Test
  void a_late_generator_proves_neither_that_a_limit_is_kept_nor_that_it_is_missed() {
    Evidence met = Evidence.of(2).ok(1, 2).lateBy(100.1);
    Verdict verdict = judge(met);
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.reasons())
        .extracting(Reason::sentence)
        .containsExactly(
            "The load generator was a bottleneck: at P95 its event loop was 100.1 ms late and chats"
                + " were handed over 0.9 ms late, where at most 100 ms are allowed (it used 0.21 of 2"
                + " cores; pauses for garbage collection took 21 ms in total, the longest 9 ms)");
    expect(
        Evidence.of(2).ok(1, 1).slow(2).lateBy(100.1),
        Status.INCONCLUSIVE,
        Kind.GENERATOR_LATE,
        Kind.LIMIT_EXCEEDED);
    expect(Evidence.of(2).ok(1, 2).lateBy(100), Status.PASS);
  }

  @Test
  void a_late_generator_excuses_what_it_may_have_caused_and_nothing_else() {
    for (Outcome outcome :
        List.of(Outcome.CONNECT_ERROR, Outcome.FIRST_TOKEN_TIMEOUT, Outcome.TOTAL_TIMEOUT)) {
      Evidence slow = Evidence.of(10).ok(1, 8).failed(9, 10, outcome, Cause.SERVICE);
      expect(slow, Status.FAIL, Kind.SHARE_MISSED);
      expect(slow.lateBy(500), Status.INCONCLUSIVE, Kind.GENERATOR_LATE, Kind.SHARE_MISSED);
    }
    Evidence down = Evidence.of(10).ok(1, 8).failed(9, 10, Outcome.HTTP_ERROR, Cause.SERVICE);
    expect(down.lateBy(500), Status.FAIL, Kind.SHARE_MISSED, Kind.GENERATOR_LATE);
  }

  @Test
  void a_run_that_does_not_say_how_late_its_generator_was_is_no_pass() {
    expect(Evidence.of(2).ok(1, 2).unwatched(), Status.INCONCLUSIVE, Kind.GENERATOR_UNKNOWN);
    Evidence down = Evidence.of(10).ok(1, 8).failed(9, 10, Outcome.EMPTY, Cause.MODEL);
    expect(down.unwatched(), Status.FAIL, Kind.SHARE_MISSED, Kind.GENERATOR_UNKNOWN);
  }

  @Test
  void a_limit_that_is_missed_through_lateness_of_the_generator_is_no_fail() {
    expect(
        Evidence.of(2).ok(1, 1).ownShare(1000.5).slow(2),
        Status.INCONCLUSIVE,
        Kind.WITHIN_ERROR,
        Kind.LIMIT_EXCEEDED);
    expect(Evidence.of(2).ok(1, 1).ownShare(1000.4).slow(2), Status.FAIL, Kind.LIMIT_EXCEEDED);
  }

  @Test
  void a_limit_that_is_missed_by_less_than_a_tenth_is_missed() {
    Evidence barely = Evidence.of(1).chat(1, Outcome.OK, null, 1, 8000.04);
    expect(barely, Status.FAIL, Kind.LIMIT_EXCEEDED);
  }

  @Test
  void lateness_and_the_error_of_the_warm_up_add_up() {
    Verdict verdict = judge(Evidence.of(2).ok(1, 1).ownShare(900.5).slow(2).measuredTooLongBy(100));
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.reasons().get(0).sentence())
        .isEqualTo(
            "The load generator may be to blame: it can have added up to 1000.5 ms to P95 total"
                + " (100.0 ms by the measurement before the run, 900.5 ms by being late)");
  }

  @Test
  void only_chats_that_make_up_the_p95_count_when_their_lateness_is_taken_off() {
    Evidence oneOfTwo = Evidence.of(3).ok(1, 1).slow(2).ownShare(8000).slow(3);
    expect(oneOfTwo, Status.FAIL, Kind.LIMIT_EXCEEDED);
  }

  @Test
  void conflicting_records_are_neither_pass_nor_fail() {
    expect(Evidence.of(2).ok(1, 2).ok(1, 1), Status.INCONCLUSIVE, Kind.DUPLICATE_IDS);
    Evidence posts = Evidence.of(1).chat(1, Outcome.OK, null, 2, 500);
    expect(posts, Status.INCONCLUSIVE, Kind.MORE_THAN_ONE_POST);
  }

  @Test
  void a_chat_that_was_never_sent_counts_against_the_success_rate() {
    Evidence unsent = Evidence.of(10).ok(1, 9).failed(10, 10, Outcome.NOT_SENT, Cause.GENERATOR);
    Verdict verdict = judge(unsent);
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.checks().get(0).observed()).isEqualByComparingTo("0.9");
  }

  @Test
  void no_data_is_never_a_pass_even_when_no_success_is_asked_for() {
    Evidence nothing = Evidence.of(2).failed(1, 2, Outcome.EMPTY, Cause.MODEL).minSuccessRate(0);
    expect(nothing, Status.INCONCLUSIVE, Kind.NOTHING_MEASURED, Kind.NOTHING_MEASURED);
  }

  private void expect(Evidence evidence, Status status, Kind... reasons) {
    Verdict verdict = judge(evidence);
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reasons()).extracting(Reason::kind).containsExactly(reasons);
  }

  private Verdict judge(Evidence files) {
    RunEvidence evidence = files.in(root);
    return Judge.judge(evidence, evidence.chats().latencies());
  }
}
