package chatload.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String SECRET = "Gr\u00fc\u00dfe \"an\" alle/0123456789+abcdefghij";
  private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2lnbmF0dXJl";

  private final Redaction redaction =
      Redaction.of(List.of(new Secret(SECRET), new Secret(TOKEN), new Secret("short")));

  @Test
  void whole_secrets_are_taken_out_wherever_they_stand() {
    assertThat(redaction.of("Bearer " + TOKEN + ", " + SECRET + SECRET + " short."))
        .isEqualTo("Bearer (secret), (secret) (secret).");
  }

  @Test
  void no_cut_leaves_more_than_seven_characters() {
    for (int length = 8; length <= TOKEN.length(); length++) {
      assertThat(redaction.of("<" + TOKEN.substring(0, length))).isEqualTo("<(secret)");
      assertThat(redaction.of(TOKEN.substring(TOKEN.length() - length) + ">"))
          .isEqualTo("(secret)>");
    }
  }

  @Test
  void pieces_that_are_told_apart_are_all_taken_out() {
    assertThat(redaction.of(TOKEN.substring(0, 25) + " | " + TOKEN.substring(25)))
        .isEqualTo("(secret) | (secret)");
  }

  @Test
  void other_forms_of_them_are_recognised() {
    byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    assertThat(redaction.of(TOKEN.toUpperCase(Locale.ROOT))).isEqualTo("(secret)");
    assertThat(redaction.of(Base64.getEncoder().encodeToString(bytes))).isEqualTo("(secret)");
    assertThat(redaction.of("Gr%C3%BC%C3%9Fe+%22an%22+alle%2F0123456789%2Babcdefghij"))
        .isEqualTo("(secret)");
    assertThat(redaction.of("Gr\u00fc\u00dfe \\\"an\\\" alle/0123456789+abcdefghij"))
        .isEqualTo("(secret)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user:"})
  void basic_credentials_hold_it_too(String before) {
    byte[] bytes = (before + SECRET + ":x").getBytes(StandardCharsets.UTF_8);
    String basic = Base64.getEncoder().encodeToString(bytes);
    assertThat(redaction.of(basic)).contains("(secret)").hasSizeLessThanOrEqualTo(8 + 12);
  }

  @Test
  void other_words_stay_as_they_are() {
    String text = "eyJhbGc is 7 long; \u0130stanbul \ud83d\ude84 01234567";
    assertThat(redaction.of(text)).isEqualTo(text.replace("01234567", "(secret)"));
  }
}
