package chatload.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpectedTest {

  private static final Expected ALL =
      new Expected(List.of("a", "b"), List.of("x"), List.of(Pattern.compile("\\d$")), 3, 6);

  @Test
  void each_expectation_is_told_when_it_is_missed() throws Exception {
    assertThat(ALL.missedBy("ab 1", true)).isEmpty();
    assertThat(ALL.missedBy("🙂ab 1", true)).isEmpty();
    assertThat(ALL.missedBy("a1", true)).contains("it has 2 characters, less than 3");
    assertThat(ALL.missedBy("ab 1234", true)).contains("it has more than 6 characters");
    assertThat(ALL.missedBy("a 1", true)).contains("it does not contain \"b\"");
    assertThat(ALL.missedBy("abx1", true)).contains("it contains \"x\"");
    assertThat(ALL.missedBy("ab 1.", true)).contains("it does not match \"\\d$\"");
    assertThat(Expected.NOTHING.missedBy("", false)).isEmpty();
  }

  @Test
  void of_a_reply_that_is_not_all_there_only_what_no_end_could_mend_is_said() throws Exception {
    assertThat(ALL.missedBy("abx", false)).contains("it contains \"x\"");
    assertThatThrownBy(() -> ALL.missedBy("ab 1", false)).isInstanceOf(Expected.Undecided.class);
  }

  @Test
  void a_pattern_that_would_take_for_ever_is_given_up_soon() {
    for (String bad : List.of("(a+)+b", "(a|a)*b", "(.*)*(.*)*b")) {
      Expected expected =
          new Expected(List.of(), List.of(), List.of(Pattern.compile(bad)), 0, 100_000);
      long start = System.nanoTime();
      assertThatThrownBy(() -> expected.missedBy("a".repeat(60_000), true))
          .isInstanceOf(Expected.Undecided.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }
}
