package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.records.RunEvidence;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits on gaps and rates, limits of single chats, and limits that only warn. */
class LimitsJudgeTest {

  @TempDir Path root;

  @Test
  void a_reply_that_stalls_too_long_is_a_fail() {
    Verdict verdict =
        judge(
            Evidence.of(3)
                .limits(Map.of("max.longestGap", "> 2 s"))
                .streamed(1, 50, 0)
                .streamed(2, 3000, 0)
                .streamed(3, 60, 0));
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.reasons())
        .extracting(Reason::sentence)
        .containsExactly("Max. longest gap 3000.0 ms is above the limit of 2000 ms (n=3)");
  }

  @ParameterizedTest
  @CsvSource({"2500 ms, INCONCLUSIVE", "2499.9 ms, FAIL", "3000 ms, PASS"})
  void the_generators_own_part_of_a_gap_is_no_stall_of_the_service(String limit, Status status) {
    Verdict verdict =
        judge(
            Evidence.of(2)
                .limits(Map.of("max.longestGap", limit))
                .streamed(1, 3000, 500)
                .streamed(2, 60, 0));
    assertThat(verdict.status()).isEqualTo(status);
  }

  @Test
  void what_no_chat_has_can_not_be_judged() {
    Verdict verdict = judge(Evidence.of(2).limits(Map.of("p95.longestGap", "> 2 s")).ok(1, 2));
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.reasons()).extracting(Reason::kind).containsExactly(Kind.NOTHING_TO_MEASURE);

    Verdict rate =
        judge(Evidence.of(2).limits(Map.of("p50.outputTokensPerSecond", "< 5 /s")).ok(1, 2));
    assertThat(rate.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(rate.reasons()).extracting(Reason::kind).containsExactly(Kind.NOTHING_TO_MEASURE);
  }

  /** A service that tells of one chat in a hundred could hide the others. */
  @Test
  void what_is_known_of_some_chats_only_is_no_pass_and_no_fail() {
    for (String limit : List.of("< 5 /s", "< 5000 /s")) {
      Verdict verdict =
          judge(
              Evidence.of(3)
                  .limits(Map.of("p95.outputTokensPerSecond", limit))
                  .telling(1, 40)
                  .ok(2, 3));
      assertThat(verdict.status()).as(limit).isEqualTo(Status.INCONCLUSIVE);
      assertThat(verdict.reasons().get(0).sentence())
          .isEqualTo(
              "P95 output tokens per second is not known of 2 of 3 OK chats, so that they may have"
                  + " missed its limit");
    }
  }

  @Test
  void a_reply_in_one_piece_has_no_gap_that_could_be_unknown() {
    for (String limit : List.of("max.longestGap", "p95.p95Gap")) {
      Evidence evidence =
          Evidence.of(3).limits(Map.of(limit, "> 2 s")).streamed(1, 50, 0).inOnePiece(2, 3);
      assertThat(judge(evidence).status()).as(limit).isEqualTo(Status.PASS);
    }
    Evidence good =
        Evidence.of(2)
            .limits(Map.of("goodShare", "< 100 %", "good.charsPerSecond", "20 /s"))
            .inOnePiece(1, 2);
    assertThat(judge(good).status()).isEqualTo(Status.PASS);
  }

  @Test
  void chats_that_are_ok_and_not_good_miss_the_share_of_good_ones() {
    Verdict verdict =
        judge(
            Evidence.of(4)
                .limits(Map.of("goodShare", "< 75 %", "good.longestGap", "1 s"))
                .streamed(1, 1000, 0)
                .streamed(2, 1000.1, 0)
                .streamed(3, 1500, 0)
                .ok(4, 4));
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.reasons())
        .extracting(Reason::sentence)
        .containsExactly(
            "Share of good chats 50% is below the limit of 75% (2 of 4 chats good, 3 needed)");
  }

  @ParameterizedTest
  @CsvSource({"500.0, INCONCLUSIVE", "499.9, FAIL"})
  void what_the_generator_may_have_made_bad_is_no_fail(double own, Status status) {
    Verdict verdict =
        judge(
            Evidence.of(4)
                .limits(Map.of("goodShare", "< 75 %", "good.longestGap", "1 s"))
                .streamed(1, 50, 0)
                .streamed(2, 1500, own)
                .streamed(3, 1600, 0)
                .ok(4, 4));
    assertThat(verdict.status()).isEqualTo(status);
  }

  @Test
  void what_was_measured_too_long_before_the_run_may_have_made_a_chat_bad() {
    Evidence evidence =
        Evidence.of(2)
            .measuredTooLongBy(3)
            .limits(Map.of("goodShare", "< 100 %", "good.longestGap", "1 s"))
            .streamed(1, 1003, 0)
            .streamed(2, 50, 0);
    Verdict verdict = judge(evidence);
    assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(verdict.reasons()).extracting(Reason::kind).contains(Kind.GOOD_WITHIN_ERROR);
  }

  @Test
  void chats_that_failed_through_the_generator_alone_are_no_reason_to_fail() {
    Evidence evidence =
        Evidence.of(10)
            .limits(Map.of("goodShare", "< 90 %", "good.total", "1 s", "p95.total", "> 10 s"))
            .ok(1, 8)
            .slow(9)
            .failed(10, 10, Outcome.CONNECT_ERROR, Cause.GENERATOR);
    assertThat(judge(evidence).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void without_all_records_a_good_share_that_can_still_be_reached_is_no_fail() {
    Map<String, String> limits = Map.of("goodShare", "< 100 %", "good.longestGap", "1 s");
    assertThat(
            judge(Evidence.of(3).minSuccessRate(0.5).limits(limits).streamed(1, 50, 0).ok(2, 2))
                .status())
        .isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void beyond_a_limit_that_only_warns_it_is_a_pass_with_a_note() {
    Evidence evidence = Evidence.of(2).limits(Map.of("p95.total.warn", "> 501.5 ms")).ok(1, 2);
    Verdict verdict = judge(evidence);
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.warnings())
        .extracting(Reason::sentence)
        .containsExactly(
            "P95 total 502.0 ms keeps its limit, but is beyond 501.5 ms, where a note is due (n=2)");
    assertThat(judge(Evidence.of(2).limits(Map.of("p95.total.warn", "> 502 ms")).ok(1, 2)))
        .isEqualTo(judge(Evidence.of(2).ok(1, 2)));
  }

  @Test
  void a_note_is_no_blame_for_what_the_generator_added() {
    Map<String, String> limits = Map.of("max.longestGap", "> 5 s", "max.longestGap.warn", "> 2 s");
    assertThat(judge(Evidence.of(1).limits(limits).streamed(1, 3000, 0)).warnings()).hasSize(1);
    assertThat(judge(Evidence.of(1).limits(limits).streamed(1, 3000, 1000)).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, PASS", "1, PASS", "3, INCONCLUSIVE", "6, INCONCLUSIVE", "20, FAIL"})
  void where_limits_have_to_be_proven_a_run_that_proves_nothing_is_inconclusive(
      int slow, Status status) {
    Verdict verdict = judge(proven(slow, 100));
    assertThat(verdict.status()).isEqualTo(status);
    if (slow == 6) {
      assertThat(verdict.reasons())
          .extracting(Reason::kind)
          .containsExactly(Kind.UNDECIDED, Kind.LIMIT_EXCEEDED);
      assertThat(verdict.reasons().get(0).sentence())
          .startsWith("At 95%, P95 total is undecided: 6 of 100 chats missed it, 5 may; about ");
    }
  }

  @Test
  void a_success_rate_of_all_is_proven_by_no_number_and_doubts_leave_nothing_proven() {
    assertThat(judge(proven(0, 100).minSuccessRate(1)).reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.UNDECIDABLE);
    assertThat(judge(proven(20, 100).lateBy(500)).status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(judge(proven(0, 100).limits(Map.of("mean.total", "> 5 s"))).reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.UNPROVABLE);
  }

  private static Evidence proven(int slow, int chats) {
    Evidence evidence = Evidence.of(chats).provenAt(0.95);
    Random random = new Random(11);
    for (int id = 1; id <= chats; id++) {
      boolean isSlow = slow > 0 && id % (chats / slow) == 0 && id / (chats / slow) <= slow;
      evidence.chat(id, Outcome.OK, null, 1, isSlow ? 9000.5 : 500 + random.nextInt(1000));
    }
    return evidence;
  }

  private Verdict judge(Evidence evidence) {
    RunEvidence read = evidence.in(root);
    return Judge.judge(read, read.chats().latencies());
  }

  /** Of 40 tokens in 400.5 ms, or in 0.5 ms less: 99.88 in a second, or exactly 100. */
  @ParameterizedTest
  @CsvSource({"0.5, 100, INCONCLUSIVE", "0.5, 100.1, FAIL", "3, 100.6, INCONCLUSIVE"})
  void a_rate_that_the_generators_error_explains_is_no_fail(
      double tooLong, String limit, Status status) {
    Evidence evidence =
        Evidence.of(1)
            .measuredTooLongBy(tooLong)
            .limits(Map.of("p95.outputTokensPerSecond", "< " + limit + " /s"))
            .telling(1, 40);
    Verdict verdict = judge(evidence);
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.reasons())
        .extracting(Reason::kind)
        .containsExactlyElementsOf(
            status == Status.FAIL
                ? List.of(Kind.RATE_UNDERCUT)
                : List.of(Kind.WITHIN_ERROR, Kind.RATE_UNDERCUT));
  }

  /** Three steps, each late by 40 ms at P99 of the ticks, and by 30 ms in what nobody sees. */
  @ParameterizedTest
  @CsvSource({
    "p95.total, 400 ms, INCONCLUSIVE",
    "p95.total, 380 ms, FAIL",
    "p99.total, 400 ms, FAIL",
    "p99.total, 411 ms, INCONCLUSIVE",
    "mean.total, 400 ms, FAIL",
    "mean.total, 411 ms, INCONCLUSIVE"
  })
  void of_rare_chats_and_of_means_no_more_lateness_counts_than_can_be_unseen(
      String metric, String limit, Status status) {
    Evidence evidence = Evidence.of(1).users(1).lateBy(40).limits(Map.of(metric, "> " + limit));
    assertThat(judge(evidence.ok(1, 1)).status()).isEqualTo(status);
  }

  @Test
  void there_is_no_note_where_the_limit_itself_is_missed() {
    Map<String, String> limits = Map.of("p95.total", "> 501 ms", "p95.total.warn", "> 500 ms");
    Verdict verdict = judge(Evidence.of(2).limits(limits).ok(1, 2));
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  void in_doubt_nothing_is_said_of_proofs_and_no_fail_is_certain() {
    assertThat(judge(proven(6, 100).lateBy(500)).reasons())
        .extracting(Reason::kind)
        .doesNotContain(Kind.UNDECIDED);
    Evidence torn =
        Evidence.of(100).provenAt(0.95).ok(1, 49).failed(50, 99, Outcome.EMPTY, Cause.MODEL);
    assertThat(judge(torn.line("{")).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void a_miss_that_the_generator_may_have_made_disproves_nothing() {
    Evidence evidence = Evidence.of(100).provenAt(0.95).measuredTooLongBy(0, 1001).ok(1, 69);
    for (int id = 70; id < 90; id++) {
      evidence.slow(id);
    }
    evidence.failed(90, 100, Outcome.EMPTY, Cause.MODEL);
    assertThat(judge(evidence).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void what_was_not_measured_is_not_called_unprovable() {
    Evidence evidence =
        Evidence.of(100).provenAt(0.95).limits(Map.of("p95.longestGap", "> 2 s")).ok(1, 89);
    assertThat(judge(evidence.failed(90, 100, Outcome.EMPTY, Cause.MODEL)).reasons())
        .extracting(Reason::kind)
        .contains(Kind.UNDECIDED, Kind.NOTHING_TO_MEASURE)
        .doesNotContain(Kind.UNPROVABLE);
  }
}
