package chatload.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {

  @Test
  void text_and_values_cannot_become_markup() {
    Element element =
        Element.of("p").with("title", "\"><script>&").text("</p><b>&amp;\u001b\u0000\u202e");
    assertThat(element)
        .hasToString(
            "<p title=\"&quot;&gt;&lt;script&gt;&amp;\">"
                + "&lt;/p&gt;&lt;b&gt;&amp;amp;␛␀\\u202e</p>");
  }

  @Test
  void children_stand_in_order_and_what_is_empty_closes_itself() {
    assertThat(Element.of("g").add(Element.of("path").with("d", "M0 0")).text("x"))
        .hasToString("<g><path d=\"M0 0\"/>x</g>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a>", "1a", "on\"x", "é"})
  void a_name_is_a_name(String name) {
    assertThatThrownBy(() -> Element.of(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Element.of("a").with(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.04, 1", "1.05, 1.1", "-0.26, -0.3", "-12, -12", "440, 440"})
  void coordinates_are_tenths_in_every_locale(double value, String written) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Coordinate.of(value)).isEqualTo(written);
    } finally {
      Locale.setDefault(before);
    }
  }
}
