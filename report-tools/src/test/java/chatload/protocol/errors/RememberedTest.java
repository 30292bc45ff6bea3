package chatload.protocol.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final List<String> asked = new ArrayList<>();
  private final Remembered<Integer> lengths =
      new Remembered<>(
          word -> {
            asked.add(word);
            return word.length();
          });

  @Test
  void aWordIsLookedThroughOnce() {
    assertThat(lengths.of("one")).isEqualTo(3);
    assertThat(lengths.of("one")).isEqualTo(3);
    assertThat(lengths.of("four")).isEqualTo(4);
    assertThat(asked).containsExactly("one", "four");
  }

  @Test
  void neitherLongWordsNorManyTakeMemory() {
    String longest = "x".repeat(Remembered.LONGEST);
    for (String word : List.of(longest, longest, longest + "x", longest + "x")) {
      lengths.of(word);
    }
    assertThat(asked).containsExactly(longest, longest + "x", longest + "x");
    for (int i = 1; i < Remembered.MOST; i++) {
      lengths.of("w" + i);
    }
    asked.clear();
    lengths.of("w" + (Remembered.MOST - 1));
    lengths.of("more");
    lengths.of("more");
    assertThat(asked).containsExactly("more", "more");
  }
}
