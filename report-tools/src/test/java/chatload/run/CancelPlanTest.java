package chatload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelPlanTest {

  @Test
  void as_many_chats_as_the_share_says_are_chosen_and_always_the_same() {
    CancelPlan plan = new CancelPlan(0.1, 2000, 7);
    for (int requests : new int[] {1, 5, 20, 300, 1001}) {
      assertThat(plan.chats("smoke", requests).cardinality()).isEqualTo(plan.count(requests));
      assertThat(plan.chats("smoke", requests).length()).isLessThanOrEqualTo(requests + 1);
      assertThat(plan.chats("smoke", requests).get(0)).isFalse();
    }
    assertThat(plan.count(20)).isEqualTo(2);
    assertThat(plan.count(5)).isEqualTo(1);
    assertThat(new CancelPlan(0.145, 2000, 7).count(100)).isEqualTo(15);
    assertThat(plan.chats("smoke", 300)).isEqualTo(plan.chats("smoke", 300));
    assertThat(plan.chats("smoke", 300)).isNotEqualTo(plan.chats("stress", 300));
    assertThat(plan.chats("smoke", 300))
        .isNotEqualTo(new CancelPlan(0.1, 1, 8).chats("smoke", 300));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 0.51, Double.NaN})
  void a_share_beyond_half_or_of_none_is_refused(double share) {
    assertThatThrownBy(() -> new CancelPlan(share, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
