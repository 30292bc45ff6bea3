package chatload.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Redaction;
import chatload.load.exchange.ChatPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void everyUserHasItsOwnChatsAndTogetherTheyHaveAll() {
    assertThat(ids(1, 3, 8)).containsExactly(1, 4, 7);
    assertThat(ids(2, 3, 8)).containsExactly(2, 5, 8);
    assertThat(ids(3, 3, 8)).containsExactly(3, 6);
  }

  @Test
  void aUserTooManyHasNothingToSend() {
    assertThat(ids(4, 3, 3)).isEmpty();
  }

  @Test
  void theLargestNumberOfChatsDoesNotOverflow() {
    Share share = new Share(Integer.MAX_VALUE, 30, Integer.MAX_VALUE, id -> Optional.of(plan(id)));
    assertThat(share.next()).isPresent();
    assertThat(share.next()).isEmpty();
  }

  private static List<Integer> ids(int user, int users, int last) {
    List<Integer> ids = new ArrayList<>();
    Share share = new Share(user, users, last, id -> Optional.of(plan(id)));
    for (Optional<ChatPlan> plan = share.next(); plan.isPresent(); plan = share.next()) {
      ids.add(plan.get().id());
    }
    return ids;
  }

  private static ChatPlan plan(int id) {
    return new ChatPlan(id, 1, "", "", "", null, null, List.of(), Redaction.of(List.of()));
  }
}
