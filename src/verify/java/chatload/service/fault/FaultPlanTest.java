package chatload.service.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.ExitCode;
import chatload.tool.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

  @ParameterizedTest
  @CsvSource({
    "0.01, 100, 1",
    "0.01, 300, 3",
    "0.05, 20, 1",
    "0.5, 20, 10",
    "0.333333, 300, 100",
    "1, 20, 20",
    "0.000001, 1000, 0"
  })
  void a_fraction_hits_exactly_that_share_of_the_chats(String fraction, int chats, int hits) {
    FaultPlan plan = FaultPlan.parse(List.of("cut-rst:" + fraction));

    assertThat(deal(plan, chats)).filteredOn(Optional::isPresent).hasSize(hits);
  }

  @Test
  void several_faults_each_hit_exactly_their_share_and_never_the_same_chat() {
    FaultPlan plan = FaultPlan.parse(List.of("stall:0.01", "empty:0.01", "status-500:0.1"));

    List<Optional<Fault>> dealt = deal(plan, 100);

    assertThat(dealt).filteredOn(Optional.of(Fault.STALL)::equals).hasSize(1);
    assertThat(dealt).filteredOn(Optional.of(Fault.EMPTY)::equals).hasSize(1);
    assertThat(dealt).filteredOn(Optional.of(Fault.STATUS_500)::equals).hasSize(10);
  }

  @Test
  void every_hundred_chats_get_the_same_share() {
    List<Optional<Fault>> dealt = deal(FaultPlan.parse(List.of("cut-fin:0.03")), 1000);

    for (int from = 0; from < 1000; from += 100) {
      assertThat(dealt.subList(from, from + 100)).filteredOn(Optional::isPresent).hasSize(3);
    }
  }

  @Test
  void without_a_plan_nothing_goes_wrong() {
    assertThat(deal(FaultPlan.none(), 1000)).containsOnly(Optional.empty());
  }

  @Test
  void a_message_asks_for_a_fault_by_its_label() {
    assertThat(FaultPlan.askedFor("hello [fault:cut-rst] there")).contains(Fault.CUT_RST);
    assertThat(FaultPlan.askedFor("hello fault:cut-rst")).isEmpty();
  }

  @Test
  void an_unknown_fault_is_answered_with_all_labels_and_a_near_one_first() {
    assertThatThrownBy(() -> FaultPlan.parse(List.of("stream-cut:0.01")))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error).hasMessage("there is no such fault");
              assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(error.hint())
                  .contains(Arrays.stream(Fault.values()).map(Fault::label).toList());
            });
    assertThatThrownBy(() -> Fault.labelled("cut_fin"))
        .hasMessage("there is no such fault; did you mean cut-fin?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stall", "stall:", "stall:0", "stall:-1", "stall:1.1", "stall:x", "stall:1e-9"})
  void an_unusable_fraction_is_refused(String spec) {
    assertThatThrownBy(() -> FaultPlan.parse(List.of(spec)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("fault");
  }

  @Test
  void fractions_above_one_in_all_and_repeated_faults_are_refused() {
    assertThatThrownBy(() -> FaultPlan.parse(List.of("stall:0.6", "empty:0.6")))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> FaultPlan.parse(List.of("stall:0.1", "stall:0.2")))
        .isInstanceOf(UserError.class);
  }

  private static List<Optional<Fault>> deal(FaultPlan plan, int chats) {
    FaultSequence sequence = new FaultSequence(plan);
    List<Optional<Fault>> dealt = new ArrayList<>();
    for (int i = 0; i < chats; i++) {
      dealt.add(sequence.next());
    }
    return dealt;
  }
}
