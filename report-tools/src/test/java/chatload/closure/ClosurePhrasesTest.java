package chatload.closure;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.closure.ClosurePhrases.Phrase;
import chatload.metric.Metrics;
import chatload.verdict.Mark;
import chatload.verdict.Reason;
import chatload.verdict.Template;
import chatload.words.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A phrase has the same gaps in every language, so that no figure is lost in translation. */
class ClosurePhrasesTest {

  private final ClosurePhrases english = ClosurePhrases.in(Language.EN);
  private final ClosurePhrases chinese = ClosurePhrases.in(Language.ZH);

  @ParameterizedTest
  @EnumSource
  void phrases(Phrase phrase) {
    assertThat(gaps(chinese.say(phrase))).isEqualTo(gaps(english.say(phrase)));
  }

  @ParameterizedTest
  @EnumSource
  void reasons(Reason.Kind reason) {
    Reason of = new Reason(reason, Metrics.P95_TOTAL, List.of(), null);
    assertThat(gaps(chinese.say(of))).isEqualTo(gaps(english.say(of)));
  }

  @ParameterizedTest
  @EnumSource
  void marks(Mark mark) {
    assertThat(gaps(chinese.say(mark))).isEqualTo(gaps(english.say(mark)));
  }

  @Test
  void chinese_is_chinese() {
    assertThat(Phrase.values())
        .filteredOn(phrase -> !english.say(phrase).equals(chinese.say(phrase)))
        .hasSizeGreaterThan(Phrase.values().length - 5);
  }

  private static Set<String> gaps(String phrase) {
    return Template.parse(phrase).parts().stream()
        .filter(Template.Part::isGap)
        .map(Template.Part::text)
        .collect(Collectors.toSet());
  }
}
