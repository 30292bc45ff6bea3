package chatload.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void what_steers_a_terminal_or_breaks_a_line_becomes_a_picture() {
    assertThat(VisibleText.of("\u001b[31mred\u0007\r\n\t\u0000\u007f")).isEqualTo("␛[31mred␇␍␊␉␀␡");
    assertThat(VisibleText.of("a\u009b31m\u0085b\u2028c")).isEqualTo("a\\u009b31m\\u0085b\\u2028c");
  }

  @Test
  void what_cannot_be_seen_or_turns_the_direction_becomes_its_number() {
    assertThat(VisibleText.of("\u202e\u2066\u200b\ufeff\u00ad"))
        .isEqualTo("\\u202e\\u2066\\u200b\\ufeff\\u00ad");
    assertThat(VisibleText.of(Character.toString(0xe0041))).isEqualTo("\\udb40\\udc41");
    assertThat(VisibleText.of("half \ud83d")).isEqualTo("half \\ud83d");
  }

  @Test
  void what_is_no_character_becomes_its_number() {
    assertThat(VisibleText.of("\uffff\ufffe\ufdd0")).isEqualTo("\\uffff\\ufffe\\ufdd0");
    assertThat(VisibleText.of(Character.toString(0x1fffe))).isEqualTo("\\ud83f\\udffe");
    assertThat(VisibleText.of("\ufffd")).isEqualTo("\ufffd");
  }

  @Test
  void ordinary_text_stays_as_it_is() {
    String text = "a|b `c` <d> @e #1 当前模型服务 ñ 😀 العربية \\n";
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void long_text_is_cut_between_characters() {
    assertThat(VisibleText.of("😀😀😀", 2)).isEqualTo("😀😀…");
    assertThat(VisibleText.of("😀😀", 2)).isEqualTo("😀😀");
  }
}
