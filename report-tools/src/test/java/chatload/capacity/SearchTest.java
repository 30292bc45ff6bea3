package chatload.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.run.Scenario;
import chatload.tool.ExitCode;
import chatload.tool.UserError;
import chatload.verdict.Verdict.Status;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.Test;

/** Against services that are nothing but a rule, so that thousands of searches take a moment. */
class SearchTest {

  private static final Effort EFFORT = Effort.of(5, 400, Scenario.STRESS.thresholds());

  private static Level level(int users, int chats, Answer answer) {
    return new Level(
        users, chats, answer, null, Status.PASS, chats, null, null, null, null, List.of());
  }

  private static Capacity search(Search.Measure<RuntimeException> measure) {
    return Search.run(EFFORT, measure);
  }

  private static Capacity bearing(int most) {
    return search(
        (users, chats) -> level(users, chats, users <= most ? Answer.HOLDS : Answer.BREAKS));
  }

  @Test
  void a_cliff_is_found_within_a_tenth_wherever_it_is() {
    for (int most = 5; most < 400; most++) {
      Capacity capacity = bearing(most);
      assertThat(capacity.kind()).as("%d", most).isEqualTo(Capacity.Kind.INTERVAL);
      int holds = capacity.holds().users();
      int breaks = capacity.breaks().users();
      assertThat(most).isBetween(holds, breaks - 1);
      assertThat(breaks - holds).as("%d", most).isLessThanOrEqualTo(Math.max(1, holds / 10));
      assertThat(capacity.exitCode()).isEqualTo(ExitCode.PASS);
    }
  }

  @Test
  void the_ends_of_what_was_to_be_tried_are_told() {
    assertThat(bearing(400).kind()).isEqualTo(Capacity.Kind.AT_LEAST);
    assertThat(bearing(400).holds().users()).isEqualTo(400);
    assertThat(bearing(4).kind()).isEqualTo(Capacity.Kind.NONE);
    assertThat(bearing(4).exitCode()).isEqualTo(ExitCode.FAIL);
  }

  /** As a queue: who misses a limit is a matter of chance, and a twentieth may. */
  @Test
  void the_true_number_lies_in_the_interval_in_19_of_20_searches() {
    int inside = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int knee = 10 + random.nextInt(300);
      Capacity capacity =
          search(
              (users, chats) -> {
                double misses = 0.05 * Math.pow((double) users / knee, 12);
                return level(users, chats, drawn(random, chats, Math.min(1, misses)));
              });
      if (capacity.kind() == Capacity.Kind.INTERVAL) {
        int breaks = capacity.breaks() == null ? 401 : capacity.breaks().users();
        inside += knee >= capacity.holds().users() && knee <= breaks ? 1 : 0;
      } else {
        inside += capacity.kind() == Capacity.Kind.AT_LEAST && knee >= 400 ? 1 : 0;
      }
    }
    assertThat(inside).isGreaterThanOrEqualTo(200 * 19 / 20);
  }

  private static Answer drawn(Random random, int chats, double share) {
    int missed = 0;
    for (int i = 0; i < chats; i++) {
      missed += random.nextDouble() < share ? 1 : 0;
    }
    if (atMost(missed, chats) <= 0.05) {
      return Answer.HOLDS;
    }
    return missed > 0 && 1 - atMost(missed - 1, chats) <= 0.05 ? Answer.BREAKS : Answer.UNSURE;
  }

  /** Probability of so many or fewer, if a twentieth misses. */
  private static double atMost(int missed, int chats) {
    return missed >= chats ? 1 : RegularizedBeta.complement(0.05, missed + 1, chats - missed);
  }

  @Test
  void a_generator_that_is_late_is_its_own_limit_and_not_the_services() {
    Capacity capacity =
        search(
            (users, chats) -> level(users, chats, users <= 100 ? Answer.HOLDS : Answer.GENERATOR));
    assertThat(capacity.kind()).isEqualTo(Capacity.Kind.GENERATOR_LIMIT);
    assertThat(capacity.holds().users()).isBetween(90, 100);
    assertThat(capacity.breaks()).isNull();
  }

  @Test
  void a_service_that_does_not_come_back_is_told() {
    boolean[] broken = {false};
    Capacity capacity =
        search(
            (users, chats) -> {
              broken[0] |= users > 48;
              return level(users, chats, broken[0] ? Answer.BREAKS : Answer.HOLDS);
            });
    assertThat(capacity.kind()).isEqualTo(Capacity.Kind.NOT_RECOVERED);
    assertThat(capacity.exitCode()).isEqualTo(ExitCode.FAIL);
  }

  /** It holds for a while with more than it can bear: only the longer run shows it. */
  @Test
  void an_answer_that_does_not_last_is_none() {
    Capacity capacity =
        search(
            (users, chats) ->
                level(
                    users,
                    chats,
                    users <= 30 || chats < 400 && users <= 38 ? Answer.HOLDS : Answer.BREAKS));
    assertThat(capacity.kind()).isEqualTo(Capacity.Kind.INTERVAL);
    assertThat(capacity.holds().users()).isLessThanOrEqualTo(30);
  }

  @Test
  void a_run_that_can_not_be_judged_ends_it() {
    IntUnaryOperator unusableAt = users -> users > 30 ? 1 : 0;
    Capacity capacity =
        search(
            (users, chats) ->
                level(
                    users,
                    chats,
                    unusableAt.applyAsInt(users) == 1 ? Answer.UNUSABLE : Answer.HOLDS));
    assertThat(capacity.kind()).isEqualTo(Capacity.Kind.UNJUDGED);
    assertThat(capacity.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void whatever_comes_out_it_ends_within_what_was_said_and_the_same_runs_say_the_same_again() {
    Answer[] answers = Answer.values();
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      int kinds = 2 + random.nextInt(3);
      int to = 1 + random.nextInt(2000);
      Effort effort = Effort.of(1 + random.nextInt(to), to, Scenario.STRESS.thresholds());
      Capacity capacity =
          Search.run(effort, (users, chats) -> level(users, chats, answers[random.nextInt(kinds)]));
      assertThat(capacity.levels()).hasSizeLessThanOrEqualTo(effort.mostRuns());
      assertThat(capacity.levels().stream().mapToLong(Level::chats).sum())
          .isLessThanOrEqualTo(effort.mostChats());
      assertThat(capacity.levels()).allMatch(level -> level.users() >= effort.from());
      assertThat(capacity.levels()).allMatch(level -> level.users() <= effort.to());
      Iterator<Level> runs = capacity.levels().iterator();
      assertThat(Search.<RuntimeException>run(effort, (users, chats) -> runs.next()))
          .isEqualTo(capacity);
      if (capacity.exitCode() == ExitCode.PASS) {
        Level holds = capacity.holds();
        assertThat(holds.answer()).isEqualTo(Answer.HOLDS);
        assertThat(holds.chats())
            .isGreaterThanOrEqualTo(Search.LONGER * effort.chats(holds.users()));
      }
    }
  }

  @Test
  void a_limit_that_nothing_can_prove_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> Effort.of(5, 400, Scenario.SMOKE.thresholds()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("minSuccessRate allows no chat to miss it");
    assertThatThrownBy(() -> Effort.of(0, 400, Scenario.STRESS.thresholds()))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> Effort.of(10, 5, Scenario.STRESS.thresholds()))
        .isInstanceOf(UserError.class);
  }

  @Test
  void a_strict_limit_takes_more_chats() {
    assertThat(EFFORT.chats(5)).isEqualTo(118);
    assertThat(EFFORT.chats(400)).isEqualTo(2000);
    assertThat(Effort.of(5, 400, Scenario.BASELINE.thresholds()).chats(5)).isEqualTo(598);
  }
}
