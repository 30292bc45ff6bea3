package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.metric.Limits;
import chatload.metric.Measured;
import chatload.metric.Measurements;
import chatload.metric.Metrics;
import chatload.records.Defect;
import chatload.records.RunEvidence;
import chatload.run.Cause;
import chatload.run.Evidence;
import chatload.run.Outcome;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten chats, of which nine must be OK. */
class JudgeInDoubtTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "7, 1, 2, 0, 0, INCONCLUSIVE",
    "7, 1, 0, 2, 0, INCONCLUSIVE",
    "7, 1, 1, 1, 0, INCONCLUSIVE",
    "7, 1, 1, 0, 1, INCONCLUSIVE",
    "7, 1, 0, 1, 1, INCONCLUSIVE",
    "7, 2, 1, 0, 0, FAIL",
    "7, 2, 0, 1, 0, FAIL",
    "6, 2, 1, 1, 0, FAIL",
    "6, 2, 1, 0, 1, FAIL",
    "6, 2, 0, 1, 1, FAIL"
  })
  void what_is_not_known_may_have_been_OK(
      int ok, int broken, int unrecorded, int notSent, int own, Status status) {
    int failed = ok + broken;
    assertThat(ok + broken + unrecorded + notSent + own).isEqualTo(10);
    Evidence files =
        Evidence.of(10)
            .ok(1, ok)
            .failed(ok + 1, failed, Outcome.EMPTY, Cause.MODEL)
            .failed(failed + 1, failed + notSent, Outcome.NOT_SENT, Cause.GENERATOR)
            .failed(10 - own + 1, 10, Outcome.CONNECT_ERROR, Cause.GENERATOR);
    assertThat(judge(files).status()).isEqualTo(status);
  }

  @Test
  void a_run_that_misses_its_limit_without_the_generators_failures_too_is_a_fail() {
    Evidence both =
        Evidence.of(10)
            .ok(1, 7)
            .failed(8, 9, Outcome.EMPTY, Cause.MODEL)
            .failed(10, 10, Outcome.CONNECT_ERROR, Cause.GENERATOR);
    assertThat(judge(both).status()).isEqualTo(Status.FAIL);
    assertThat(judge(both).reasons()).extracting(Reason::kind).containsExactly(Kind.SHARE_MISSED);
  }

  @Test
  void an_interrupted_run_says_after_how_many_chats_that_were_sent() {
    Evidence stopped =
        Evidence.of(10)
            .ok(1, 5)
            .failed(6, 6, Outcome.EMPTY, Cause.MODEL)
            .failed(7, 9, Outcome.NOT_SENT, Cause.GENERATOR)
            .status(RunManifest.Status.ABORTED);
    assertThat(judge(stopped).reasons()).contains(Reason.of(Kind.ABORTED, "6", "10"));
  }

  @Test
  void a_torn_last_line_saves_no_run_whose_failures_are_too_many_already() {
    Evidence torn = Evidence.of(10).ok(1, 7).failed(8, 9, Outcome.EMPTY, Cause.MODEL).line("{");
    assertThat(judge(torn).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void a_completed_run_that_does_not_say_how_the_generator_did_is_no_pass() {
    RunEvidence whole = Evidence.of(20).ok(1, 20).in(root);
    RunEvidence silent =
        new RunEvidence("smoke", Optional.of(TestRun.SMOKE.manifest()), whole.chats(), List.of());
    assertThat(judge(silent).status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(judge(silent).reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.GENERATOR_UNKNOWN);
  }

  @Test
  void the_generators_error_is_told_of_the_time_that_it_explains() {
    RunEvidence evidence = Evidence.of(1).ok(1, 1).measuredTooLongBy(3, 5).in(root);
    Measured measured = Measurements.of(1, 1, evidence.chats().latencies());
    assertThat(
            MeasuringError.explained(Limits.of(1, 500, 100).checks(measured), measured, evidence))
        .isEqualTo(
            Map.of(
                Metrics.P95_TOTAL,
                Reason.of(Kind.WITHIN_ERROR, Metrics.P95_TOTAL, "5.0", "5.0", "0.0"),
                Metrics.P95_FIRST_TOKEN,
                Reason.of(Kind.WITHIN_ERROR, Metrics.P95_FIRST_TOKEN, "3.0", "3.0", "0.0")));
  }

  @Test
  void no_more_than_the_whole_of_a_time_can_have_been_measured_too_long() {
    Evidence stopped = Evidence.of(1).users(1).measuredTooLongBy(3).lateBy(9000);
    RunEvidence evidence = stopped.chat(1, Outcome.OK, null, 1, 9149.8).in(root);
    assertThat(judge(evidence).status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(judge(evidence).reasons())
        .contains(Reason.of(Kind.WITHIN_ERROR, Metrics.P95_TOTAL, "9149.8", "3.0", "9146.8"));
  }

  @Test
  void the_generators_error_explains_nothing_where_there_is_no_data() {
    Evidence nothing = Evidence.of(2).failed(1, 2, Outcome.EMPTY, Cause.MODEL).measuredTooLongBy(5);
    assertThat(judge(nothing).reasons())
        .extracting(Reason::kind)
        .containsExactly(Kind.SHARE_MISSED, Kind.NOTHING_MEASURED, Kind.NOTHING_MEASURED);
  }

  @Test
  void records_without_a_manifest_get_no_check_and_no_pass() {
    Defect defect = new Defect(Defect.Kind.NO_MANIFEST, 1, 0, null);
    RunEvidence whole = Evidence.of(20).ok(1, 20).in(root);
    RunEvidence alone = new RunEvidence("smoke", Optional.empty(), whole.chats(), List.of(defect));
    assertThat(judge(alone))
        .isEqualTo(
            new Verdict(
                Status.INCONCLUSIVE,
                List.of(),
                List.of(Reason.of(Kind.NO_MANIFEST, "raw/smoke-run.json"))));
  }

  @Test
  void a_missing_record_excuses_no_chat_that_took_too_long_while_the_generator_was_in_time() {
    Evidence slow = Evidence.of(10).ok(1, 7).failed(8, 9, Outcome.TOTAL_TIMEOUT, Cause.SERVICE);
    assertThat(judge(slow).status()).isEqualTo(Status.FAIL);
    assertThat(judge(slow.lateBy(500)).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  private Verdict judge(Evidence files) {
    return judge(files.in(root));
  }

  private static Verdict judge(RunEvidence evidence) {
    return Judge.judge(evidence, evidence.chats().latencies());
  }

  @Test
  void a_limit_missed_by_no_more_than_the_lag_of_a_chats_three_steps_is_no_fail() {
    Evidence missedBy1000 = Evidence.of(2).users(2).lateBy(14).ok(1, 1).slow(2);
    assertThat(judged(missedBy1000)).as("more than 42 ms").isEqualTo(Status.FAIL);
    Evidence missedBy42 = Evidence.of(2).users(2).lateBy(14).ok(1, 1);
    missedBy42.chat(2, Outcome.OK, null, 1, 8042);
    assertThat(judged(missedBy42)).isEqualTo(Status.INCONCLUSIVE);
    Evidence missedBy43 = Evidence.of(2).users(2).lateBy(14).ok(1, 1);
    missedBy43.chat(2, Outcome.OK, null, 1, 8042.1);
    assertThat(judged(missedBy43)).isEqualTo(Status.FAIL);
  }

  @Test
  void runs_from_before_users_had_shares_keep_their_verdict() {
    Evidence missedBy42 = Evidence.of(2).lateBy(14).ok(1, 1);
    missedBy42.chat(2, Outcome.OK, null, 1, 8042);
    assertThat(judged(missedBy42)).isEqualTo(Status.FAIL);
  }

  private Status judged(Evidence evidence) {
    RunEvidence read = evidence.in(root);
    return Judge.judge(read, read.chats().latencies()).status();
  }

  @Test
  void a_late_generator_may_have_caused_what_took_too_long_and_the_turns_behind_it() {
    Evidence turns =
        Evidence.of(10)
            .lateBy(500)
            .ok(1, 7)
            .failed(8, 8, Outcome.TOTAL_TIMEOUT, Cause.SERVICE)
            .failed(9, 9, Outcome.NOT_SENT, Cause.SERVICE)
            .failed(10, 10, Outcome.EMPTY, Cause.MODEL);
    assertThat(judge(turns).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void turns_behind_an_answer_of_another_protocol_say_nothing_against_that() {
    Evidence turns =
        Evidence.of(3)
            .failed(1, 2, Outcome.OTHER_PROTOCOL, Cause.PROTOCOL)
            .failed(3, 3, Outcome.NOT_SENT, Cause.PROTOCOL);
    assertThat(judge(turns).reasons()).extracting(Reason::kind).contains(Kind.OTHER_PROTOCOL);
  }
}
