package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.document.OverviewPhrases.Phrase;
import chatload.run.Outcome;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverviewPhrasesTest {

  private final OverviewPhrases english = new OverviewEnglish();

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void a_phrase_says_something(Phrase phrase) {
    assertThat(english.say(phrase)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Reason.Kind.class)
  void a_reason_is_one_sentence_without_a_full_stop(Reason.Kind reason) {
    assertThat(english.say(reason)).isNotBlank().doesNotEndWith(".");
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void an_outcome_has_a_meaning(Outcome outcome) {
    assertThat(english.say(outcome)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Mark.class)
  void a_mark_names_the_scenarios(Mark mark) {
    assertThat(english.say(mark)).contains("{0}");
  }
}
