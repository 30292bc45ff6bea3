package chatload.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "\n", "\t", "\r\n", "\u0085", "\u00a0", "\u1680", "\u2003", "\u202f", "\u205f",
        "\u3000", "\u2028", "\u2029"
      })
  void white_space_shows_nothing(String text) {
    assertThat(Visible.isVisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b",
        "\u200c",
        "\u200d",
        "\ufeff",
        "\u2060",
        "\u00ad",
        "\u200e\u200f",
        "\u202a\u202c",
        "\u2066\u2069",
        "\u061c",
        "\u034f",
        "\u180e",
        "\u2062",
        "\ufff9",
        "\ud834\udd73",
        "\udb40\udc41\udb40\udc7f",
        "\udb40\udd00",
        "\ufe0f",
        "\u180b"
      })
  void format_and_default_ignorable_characters_show_nothing(String text) {
    assertThat(Visible.isVisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\u17b4", "\ud80d\udc41"})
  void fillers_and_blanks_show_nothing_though_unicode_calls_them_letters_or_symbols(String text) {
    assertThat(Visible.isVisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000", "\u0007", "\u001b", "\u007f", "\u009b", "\ud83d", "\udc00", "\uffff"})
  void controls_halves_of_pairs_and_noncharacters_show_nothing(String text) {
    assertThat(Visible.isVisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "0",
        ".",
        "已",
        "é",
        "e\u0301",
        "\ud83d\ude00",
        "❤\ufe0f",
        "ﷺ",
        "한",
        "ᄀ",
        "क",
        "\ufffc",
        "\ue000",
        "\u200b \u200ba",
        "\n\n-",
        "\u2801",
        "\u0301"
      })
  void whatever_a_font_draws_is_visible(String text) {
    assertThat(Visible.isVisible(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FDCF, true", "FDD0, false", "FDEF, false", "FDF0, true", "1FFFD, true", "1FFFE, false",
    "34E, true", "34F, false", "350, true", "115E, true", "1160, false", "1161, true",
    "3FC3F, true", "3FC40, false", "3FFF0, false", "40000, false", "DFFFF, false", "E0FFF, false",
    "EFFFD, false", "F0000, true", "10FFFD, true"
  })
  void what_shows_nothing_begins_and_ends_where_unicode_says(String hex, boolean visible) {
    assertThat(Visible.isVisible(Integer.parseInt(hex, 16))).isEqualTo(visible);
  }

  @Test
  void the_first_visible_character_is_found_behind_what_shows_nothing() {
    assertThat(Visible.firstVisible("\ufeff \n\ud83d\ude00x")).isEqualTo(3);
    assertThat(Visible.firstVisible("\u200b\u200b")).isEqualTo(2);
  }

  /**
   * An independent look at all of Unicode: what Java itself says about white space and controls.
   */
  @Test
  void nothing_that_java_calls_blank_or_ignorable_is_visible() {
    assertThat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Visible::isVisible)
                .filter(
                    point ->
                        Character.isWhitespace(point)
                            || Character.isSpaceChar(point)
                            || Character.isISOControl(point)
                            || Character.getType(point) == Character.FORMAT
                            || Character.toString(point)
                                .matches("[\\p{IsWhite_Space}\\p{Cc}\\p{Cs}]")
                            || Character.toString(point).matches("\\p{IsNoncharacter_Code_Point}"))
                .boxed())
        .isEmpty();
  }
}
