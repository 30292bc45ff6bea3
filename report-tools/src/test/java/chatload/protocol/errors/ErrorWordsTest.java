package chatload.protocol.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of any length: of a long one no more is looked at than can decide. */
class ErrorWordsTest {

  private static final List<String> WORDS =
      List.of("error", "FAILED", "no_error", "without.Timeout", "timed_out", "x", "incomplete");

  private static final List<String> BEFORE = List.of("", "a", "a.", "RUN_", "tool:", " ", "no ");

  @Test
  void ofALongWordTheEndDecidesAsItDoesInAShortOne() {
    String most = "word" + "_word".repeat(100_000);
    for (String before : BEFORE) {
      for (String word : WORDS) {
        String shortOne = "word_" + before + word;
        String longOne = most + "_" + before + word + " ".repeat(1000);
        assertThat(ErrorWords.isFailure(longOne))
            .as(shortOne)
            .isEqualTo(ErrorWords.isFailure(shortOne));
        assertThat(ErrorWords.isError(longOne)).isEqualTo(ErrorWords.isError(shortOne));
        assertThat(ErrorWords.isCutShort(longOne)).isEqualTo(ErrorWords.isCutShort(shortOne));
        assertThat(ErrorWords.isBadEnd(longOne)).isEqualTo(ErrorWords.isBadEnd(shortOne));
      }
    }
    assertThat(ErrorWords.isFailure(most + " ".repeat(100) + "failed")).isFalse();
    assertThat(ErrorWords.isFailure(" ".repeat(1000) + "failed" + " ".repeat(1000))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "error, true, true, false",
    "RUN_ERROR, true, true, false",
    "StreamError, true, true, false",
    "failed, true, false, false",
    "no_error, false, false, false",
    "response.incomplete, false, false, true",
    "complete, false, false, false",
  })
  void whatAWordMeans(String word, boolean isFailure, boolean isError, boolean isCutShort) {
    assertThat(ErrorWords.isFailure(word)).isEqualTo(isFailure);
    assertThat(ErrorWords.isError(word)).isEqualTo(isError);
    assertThat(ErrorWords.isCutShort(word)).isEqualTo(isCutShort);
  }

  @Test
  void noMoreOfAWordIsLookedThroughThanCanDecide() {
    String megabytes = "tool_".repeat(2_000_000);
    assertThat(ErrorWords.end(megabytes)).hasSize(64);
    assertThat(ErrorWords.plain(megabytes)).hasSize(64);
    assertThat(EventSearch.isStep(megabytes)).isFalse();
    assertThat(EventSearch.isStep("a.tool_result")).isTrue();
  }

  @Test
  void theLongestWordsAreKnownAsAWhole() {
    assertThat(ErrorWords.isErrorMember(ErrorWords.plain("generation_exception_description")))
        .isTrue();
    assertThat(ErrorWords.isErrorMember(ErrorWords.plain("e" + "_".repeat(1000) + "rror")))
        .isTrue();
    assertThat(ErrorWords.isErrorMember(ErrorWords.plain("error".repeat(100)))).isFalse();
  }

  @Test
  void nothingIsNothingHoweverLongItIs() {
    assertThat(ErrorWords.isNothing(new TextNode("0".repeat(1000)))).isTrue();
    assertThat(ErrorWords.isNothing(new TextNode("0".repeat(1000) + ".0"))).isTrue();
    assertThat(ErrorWords.isNothing(new TextNode("0".repeat(1000) + "1"))).isFalse();
    assertThat(ErrorWords.isNothing(new TextNode(" ".repeat(1000) + "None "))).isTrue();
    assertThat(ErrorWords.isNothing(new TextNode("none".repeat(100)))).isFalse();
  }

  @Test
  void aReasonPhraseIsOneBetweenAnyBlanks() {
    String blanks = " \t\n\u000b\f\r".repeat(1000);
    assertThat(ErrorText.isReasonPhrase(blanks + "Bad Gateway." + blanks)).isTrue();
    assertThat(ErrorText.isReasonPhrase(blanks)).isFalse();
    assertThat(ErrorText.isReasonPhrase("Bad Gateway. " + "x".repeat(1000))).isFalse();
    assertThat(ErrorText.isReasonPhrase("\u3000Bad Gateway")).isFalse();
    assertThat(ErrorText.isReasonPhrase("\u0001Bad Gateway")).isFalse();
  }
}
