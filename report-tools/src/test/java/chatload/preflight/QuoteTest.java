package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.auth.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

  @ParameterizedTest
  @CsvSource({
    "0000, ␀",
    "0007, ␇",
    "0009, ␉",
    "000A, ␊",
    "000D, ␍",
    "001B, ␛",
    "007F, ␡",
    "0085, \\u0085",
    "009B, \\u009b",
    "200B, \\u200b",
    "200F, \\u200f",
    "2028, \\u2028",
    "2029, \\u2029",
    "202E, \\u202e",
    "2066, \\u2066",
    "FEFF, \\ufeff",
    "D800, \\ud800",
    "FFFF, \\uffff",
    "E0001, \\udb40\\udc01"
  })
  void whatCannotBeSeenIsMadeVisible(String codePoint, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";

    assertThat(Quote.plain().of(text)).isEqualTo("\"a" + shown + "b\"");
  }

  @Test
  void whatCanBeSeenStaysAsItIs() {
    assertThat(Quote.plain().of("Grüße, 高铁 🚄 <b>&amp;")).isEqualTo("\"Grüße, 高铁 🚄 <b>&amp;\"");
  }

  @Test
  void aLongTextIsCutTo200CharactersBetweenWholeOnes() {
    assertThat(Quote.plain().of("x".repeat(199))).isEqualTo('"' + "x".repeat(199) + '"');
    assertThat(Quote.plain().of("x".repeat(201))).isEqualTo('"' + "x".repeat(199) + "…\"");
    assertThat(Quote.plain().of("x".repeat(198) + "🚄🚄")).isEqualTo('"' + "x".repeat(198) + "…\"");
    assertThat(Quote.plain().of("\u202e".repeat(300))).hasSizeLessThanOrEqualTo(202);
  }

  @Test
  void emptyTextIsSaidToBeEmpty() {
    assertThat(Quote.plain().of("")).isEqualTo("(empty)");
  }

  @Test
  void theTokenIsTakenOutBeforeTheTextIsCut() {
    String token = "t".repeat(150);

    assertThat(Quote.without(List.of(new Secret(token))).of("x".repeat(100) + token + token))
        .isEqualTo('"' + "x".repeat(100) + "(secret)\"");
  }
}
