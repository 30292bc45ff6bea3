package chatload.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.metric.Metrics;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.verdict.Reason;
import java.util.List;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

class WordingTest {

  /** A phrase that nobody wrote words for. */
  private enum Unwritten implements Phrase {
    ONE("common"),
    OTHER("nowhere");

    private final String bundle;

    Unwritten(String bundle) {
      this.bundle = bundle;
    }

    @Override
    public String bundle() {
      return bundle;
    }
  }

  private record Sentence(Phrase phrase, Phrase metric, List<String> figures, String quote)
      implements Said {}

  private final Sentence gone =
      new Sentence(Reason.Kind.UNUSABLE_MANIFEST, null, List.of("a.json"), "*b*\n");

  @Test
  void gaps_are_filled_in_order() {
    assertThat(Wording.ENGLISH.say(CommonPhrase.SOME_MISSED, "smoke, stress"))
        .isEqualTo("Checks were missed in: smoke, stress.");
    assertThat(new Wording(Language.ZH).say(CommonPhrase.SOME_MISSED, "smoke"))
        .isEqualTo("未达到阈值的场景：smoke。");
  }

  @Test
  void words_from_elsewhere_become_a_code_span() {
    assertThat(markdown(Wording.ENGLISH.nodes(gone))).isEqualTo("a.json can't be used: `*b*␊`\n");
    assertThat(markdown(new Wording(Language.ZH).nodes(gone))).isEqualTo("a.json 无法使用：`*b*␊`\n");
  }

  @Test
  void on_a_terminal_they_can_be_seen_and_in_json_they_are_as_they_were() {
    assertThat(Wording.ENGLISH.line(gone)).isEqualTo("a.json can't be used: *b*␊");
    assertThat(Wording.ENGLISH.say(gone)).isEqualTo("a.json can't be used: *b*\n");
  }

  @Test
  void a_metric_is_named_in_the_language_of_the_sentence() {
    Sentence late =
        new Sentence(
            Reason.Kind.LIMIT_EXCEEDED, Metrics.P95_TOTAL, List.of("1 ms", "0.5 ms", "20"), null);
    assertThat(Wording.ENGLISH.say(late))
        .isEqualTo("P95 total 1 ms is above the limit of 0.5 ms (n=20)");
    assertThat(new Wording(Language.ZH).say(late)).isEqualTo("P95 总耗时 1 ms 超过阈值 0.5 ms（n=20）");
  }

  @Test
  void no_language_stands_in_for_another() {
    assertThatThrownBy(() -> Wording.ENGLISH.say(Unwritten.ONE))
        .hasMessage("common_en.properties has no words for ONE");
    assertThatThrownBy(() -> new Wording(Language.ZH).say(Unwritten.OTHER))
        .hasMessage("there is no nowhere_zh.properties");
  }

  private static String markdown(List<Node> inlines) {
    return Markdown.render(Nodes.document(List.of(Nodes.paragraph(inlines))));
  }
}
