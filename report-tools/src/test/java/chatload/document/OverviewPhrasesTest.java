package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.document.OverviewPhrases.Phrase;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.verdict.Template;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OverviewPhrasesTest {

  private final OverviewPhrases english = new OverviewEnglish();
  private final OverviewPhrases chinese = new OverviewChinese();

  static Stream<Bilingual> bilingual() {
    return Stream.<Bilingual[]>of(
            ReportPhrase.values(), AdvicePhrase.values(), ChartPhrase.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void a_phrase_has_the_same_gaps_in_both_languages(Phrase phrase) {
    assertSameGaps(english.say(phrase), chinese.say(phrase));
  }

  @ParameterizedTest
  @MethodSource("bilingual")
  void so_has_a_phrase_that_holds_both_languages(Bilingual phrase) {
    assertSameGaps(phrase.english(), phrase.chinese());
  }

  @ParameterizedTest
  @EnumSource(Reason.Kind.class)
  void a_reason_is_one_sentence_without_a_full_stop(Reason.Kind reason) {
    for (Metric metric : Metrics.ALL) {
      Reason of = new Reason(reason, metric, List.of(), null);
      assertThat(english.say(of)).doesNotEndWith(".").doesNotContain(Reason.METRIC);
      assertThat(chinese.say(of)).doesNotEndWith("。").doesNotContain(Reason.METRIC);
      assertSameGaps(english.say(of), chinese.say(of));
    }
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void an_outcome_has_a_meaning(Outcome outcome) {
    assertSameGaps(english.say(outcome), chinese.say(outcome));
  }

  @ParameterizedTest
  @EnumSource(Mark.class)
  void a_mark_names_the_scenarios(Mark mark) {
    assertThat(english.say(mark)).contains("{0}");
    assertSameGaps(english.say(mark), chinese.say(mark));
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void a_cause_keeps_the_word_that_is_in_the_json(Cause cause) {
    assertThat(english.say(cause)).isEqualTo(cause.label());
    assertThat(chinese.say(cause)).contains(cause.label());
  }

  @Test
  void no_two_outcomes_share_a_meaning() {
    Set<String> meanings = new HashSet<>();
    for (Outcome outcome : Outcome.values()) {
      assertThat(meanings.add(chinese.say(outcome))).as(outcome.name()).isTrue();
    }
  }

  private static void assertSameGaps(String one, String other) {
    assertThat(one).isNotBlank();
    assertThat(other).isNotBlank();
    assertThat(gaps(other)).isEqualTo(gaps(one));
  }

  private static Set<String> gaps(String phrase) {
    return Template.parse(phrase).parts().stream()
        .filter(Template.Part::isGap)
        .map(Template.Part::text)
        .collect(Collectors.toSet());
  }
}
