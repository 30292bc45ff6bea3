package chatload.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void gaps_may_stand_in_any_order() {
    assertThat(Template.parse("{1} before {0}").fill(Map.of("0", "a", "1", "b")))
        .isEqualTo("b before a");
  }

  @Test
  void what_is_filled_in_is_not_looked_at_again() {
    assertThat(Template.parse("{quote}, {0}").fill(Map.of("quote", "{0} $1 \\", "0", "x")))
        .isEqualTo("{0} $1 \\, x");
  }
}
