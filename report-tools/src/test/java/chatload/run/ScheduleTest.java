package chatload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.run.DataUsed.Order;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @Test
  void users_take_conversations_in_turns_and_each_from_its_first_turn_to_its_last() {
    Schedule schedule = Schedule.of(data("2,1,3", Order.CYCLED, null), "smoke", 9, 2);
    // user 1: conversations 1, 3, 2; user 2: conversations 2, 1, 3, of which one turn is left
    assertThat(turns(schedule, 1, 3, 5, 7, 9)).containsExactly("1.1", "1.2", "3.1", "3.2", "3.3");
    assertThat(turns(schedule, 2, 4, 6, 8)).containsExactly("2.1", "1.1", "1.2", "3.1");
    assertThat(schedule.first(9)).isEqualTo(5);
    assertThat(schedule.taken()).isEqualTo(6);
  }

  @Test
  void a_shuffled_order_has_all_of_them_before_any_again_and_is_the_same_for_the_same_seed() {
    DataUsed data = data("1*20", Order.SHUFFLED, 7L);
    List<Integer> once = conversations(Schedule.of(data, "smoke", 40, 1), 40);
    assertThat(once.subList(0, 20)).doesNotHaveDuplicates();
    assertThat(once.subList(20, 40)).doesNotHaveDuplicates();
    assertThat(once.subList(20, 40)).isNotEqualTo(once.subList(0, 20));
    assertThat(conversations(Schedule.of(data, "smoke", 40, 1), 40)).isEqualTo(once);
    assertThat(once.subList(0, 5)).containsExactly(15, 18, 17, 2, 20);
    DataUsed other = data("1*20", Order.SHUFFLED, 8L);
    assertThat(conversations(Schedule.of(other, "smoke", 40, 1), 40)).isNotEqualTo(once);
    assertThat(conversations(Schedule.of(data, "stress", 40, 1), 40)).isNotEqualTo(once);
  }

  @Test
  void the_shape_of_data_is_written_in_short() {
    assertThat(DataUsed.shape(new int[] {3, 1, 1, 1, 2})).isEqualTo("3,1*3,2");
    assertThat(data("3,1*3,2", Order.GIVEN, null).counts()).containsExactly(3, 1, 1, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1*0", "1,,1", "-1", "1*1000001", "1000000,1", "x", "1*9999999"})
  void a_shape_that_is_none_is_refused(String shape) {
    assertThatThrownBy(() -> data(shape, Order.GIVEN, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_seed_goes_with_a_shuffled_order_alone() {
    assertThatThrownBy(() -> data("1", Order.SHUFFLED, null)).hasMessageContaining("seed");
    assertThatThrownBy(() -> data("1", Order.CYCLED, 1L)).hasMessageContaining("seed");
  }

  private static DataUsed data(String shape, Order order, Long seed) {
    return new DataUsed("data.csv", 1, "0", shape, 1, order, seed);
  }

  private static List<String> turns(Schedule schedule, int... ids) {
    return IntStream.of(ids)
        .mapToObj(id -> schedule.conversation(id) + "." + schedule.turn(id))
        .toList();
  }

  private static List<Integer> conversations(Schedule schedule, int chats) {
    return IntStream.rangeClosed(1, chats).mapToObj(schedule::conversation).toList();
  }
}
