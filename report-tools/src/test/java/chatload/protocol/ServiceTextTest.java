package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTextTest {

  @ParameterizedTest
  @CsvSource({
    "abcd, abcd",
    "abcde, abcd…",
    "abc😀, abc…",
    "abcd😀, abcd…",
    "ab😀, ab😀",
    "ab😀c, ab😀…",
    "abSECRETc, ab*c",
    "abSECRETcde, ab*c…",
    "abc\ud83d, abc",
    "'', ''",
  })
  void atMostFourCharactersAreKeptNoneOfThemHalfAndNoSecret(String text, String kept) {
    assertThat(ServiceText.beginning(text, 4, all -> all.replace("SECRET", "*"))).isEqualTo(kept);
  }

  @Test
  void whatIsFarBehindTheEndIsNotSearchedForSecretsAndWhatIsNearIs() {
    StringBuilder seen = new StringBuilder();
    ServiceText.beginning(
        "a".repeat(1000),
        4,
        text -> {
          seen.append(text);
          return text;
        });
    assertThat(seen).hasSize(64);
  }
}
