package chatload.words;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.words.Template.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void gaps_may_stand_in_any_order() {
    assertThat(Template.parse("{1} before {0}").fill(Map.of("0", "a", "1", "b")))
        .isEqualTo("b before a");
  }

  @Test
  void latin_letters_of_a_metric_are_set_off_from_chinese_signs() {
    Template phrase = Template.parse("{metric}无法 {metric}.");
    assertThat(phrase.fill(Map.of("metric", "首 Token"))).isEqualTo("首 Token 无法 首 Token.");
    assertThat(phrase.fill(Map.of("metric", "总耗时"))).isEqualTo("总耗时无法 总耗时.");
    assertThat(Template.parse("{0}无法").fill(Map.of("0", "a"))).isEqualTo("a无法");
  }

  @Test
  void what_is_filled_in_is_not_looked_at_again() {
    assertThat(Template.parse("{quote}, {0}").fill(Map.of("quote", "{0} $1 \\", "0", "x")))
        .isEqualTo("{0} $1 \\, x");
  }

  @Test
  void there_is_a_part_for_each_gap_and_each_text_between_and_no_empty_one() {
    assertThat(Template.parse("{0}{1}").parts())
        .containsExactly(new Part("0", true), new Part("1", true));
    assertThat(Template.parse("a{0}b").parts())
        .containsExactly(new Part("a", false), new Part("0", true), new Part("b", false));
  }

  @Test
  void the_word_quote_in_a_text_is_no_gap_for_one() {
    assertThat(Template.parse("quote{quote}{0}").parts())
        .extracting(Part::isQuote)
        .containsExactly(false, true, false);
  }
}
