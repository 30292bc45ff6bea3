package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

  private static Kinds kinds(String words) {
    return words.equals("ALL") ? Kinds.ALL : Kinds.of(List.of(words.split(" ")));
  }

  @Test
  void aKindIsNamedInFullOrByItsBeginning() {
    Kinds kinds = kinds("text run.*");
    assertThat(kinds.has("text")).isTrue();
    assertThat(kinds.has("text2")).isFalse();
    assertThat(kinds.has("run.x")).isTrue();
    assertThat(kinds.has("run")).isFalse();
    assertThat(kinds.has(null)).isFalse();
    assertThat(kinds.names("text")).isTrue();
    assertThat(kinds.names("run.x")).isFalse();
    assertThat(kinds.names("run.*")).isFalse();
    assertThat(kinds.names(null)).isFalse();
    assertThat(Kinds.ALL.has(null)).isTrue();
    assertThat(Kinds.ALL.names("text")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, a, true",
    "ALL, ALL, true",
    "ALL, a*, true",
    "a, ALL, true",
    "a b, b c, true",
    "a, b, false",
    "a*, ab, true",
    "ab, a*, true",
    "ab*, a*, true",
    "a*, ab*, true",
    "a*, b*, false",
    "a, ab*, false"
  })
  void twoCanBeOfTheSameEvent(String one, String other, boolean overlap) {
    assertThat(kinds(one).overlaps(kinds(other))).isEqualTo(overlap);
  }
}
