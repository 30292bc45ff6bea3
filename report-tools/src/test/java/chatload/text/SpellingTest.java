package chatload.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private static final List<String> KNOWN =
      List.of("--secret", "--secret-file", "--set", "--tenant-id", "--tenant-claim", "scenarios");

  @ParameterizedTest
  @CsvSource({
    "--secrt, --secret",
    "--secret-fil, --secret-file",
    "--sets, --set",
    "scenarois, scenarios",
    "scen, scenarios"
  })
  void aMistypedWordIsNearTheOneThatWasMeant(String word, String meant) {
    assertThat(Spelling.near(word, KNOWN)).containsExactly(meant);
  }

  @Test
  void aBeginningIsNearAllThatBeginSo() {
    assertThat(Spelling.near("--tenant", KNOWN)).containsExactly("--tenant-id", "--tenant-claim");
  }

  @ParameterizedTest
  @CsvSource({"hunter2", "sc", "--x", "--seconds", "notatallsimilar"})
  void anythingElseIsNearNothing(String word) {
    assertThat(Spelling.near(word, KNOWN)).isEmpty();
    assertThat(Spelling.near(word, List.of())).isEmpty();
  }
}
