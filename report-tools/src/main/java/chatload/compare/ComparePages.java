package chatload.compare;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.render.Drawing;
import chatload.render.Element;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.node.Node;

/** {@code compare.md}, and {@code compare.html} with charts. */
public final class ComparePages {

  private final Comparison comparison;
  private final Wording wording;

  public ComparePages(Comparison comparison, Wording wording) {
    this.comparison = comparison;
    this.wording = wording;
  }

  public String markdown() {
    return Markdown.render(Nodes.document(blocks(false)));
  }

  public String html() {
    return HtmlPage.render(
        wording.language().tag(),
        say(ComparePhrase.TITLE, comparison.judgement().name()),
        say(ComparePhrase.CONTENTS),
        Nodes.document(blocks(true)));
  }

  /** What a terminal shows: the judgement, and a line for each question. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Comparison.Doubt doubt : comparison.doubts()) {
      lines.add(doubt(doubt));
    }
    for (ComparedScenario scenario : comparison.scenarios()) {
      if (scenario.questions().isEmpty()) {
        lines.add(scenario.scenario() + ": " + tooFew(scenario));
      }
      for (Question question : scenario.questions()) {
        lines.add(
            scenario.scenario()
                + ", "
                + name(question)
                + ": "
                + figure(question, question.before())
                + " → "
                + figure(question, question.after())
                + " ("
                + change(question, question.change())
                + ", "
                + interval(question)
                + "): "
                + question.judgement());
      }
    }
    lines.add(say(ComparePhrase.RESULT) + ": " + comparison.judgement());
    return lines;
  }

  private List<Node> blocks(boolean withCharts) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, say(ComparePhrase.TITLE, comparison.judgement().name())));
    List<List<Node>> items = new ArrayList<>();
    items.add(
        List.of(
            Nodes.text(say(ComparePhrase.RESULT) + ": "),
            Nodes.strong(comparison.judgement().name())));
    items.add(List.of(Nodes.text(meaning())));
    comparison.doubts().forEach(doubt -> items.add(List.of(Nodes.text(doubt(doubt)))));
    blocks.add(Nodes.bullets(items));
    for (ComparedScenario scenario : comparison.scenarios()) {
      blocks.add(Nodes.heading(2, scenario.scenario()));
      if (scenario.questions().isEmpty()) {
        blocks.add(Nodes.paragraph(tooFew(scenario)));
      } else {
        blocks.add(questions(scenario));
        blocks.add(Nodes.bullets(byRank(scenario)));
        if (withCharts) {
          blocks.add(charts(scenario));
        }
      }
    }
    blocks.add(Nodes.heading(2, say(ComparePhrase.SIDES)));
    blocks.add(sides());
    blocks.add(Nodes.heading(2, say(ComparePhrase.HOW)));
    blocks.add(
        Nodes.paragraph(
            say(
                ComparePhrase.HOW_MEANS,
                Figures.percent(comparison.tolerated().times()),
                Figures.percent(comparison.tolerated().failures()),
                Long.toString(comparison.seed()))));
    return blocks;
  }

  private String meaning() {
    return say(
        switch (comparison.judgement()) {
          case NOT_WORSE -> ComparePhrase.MEANS_NOT_WORSE;
          case WORSE -> ComparePhrase.MEANS_WORSE;
          case INCONCLUSIVE -> ComparePhrase.MEANS_INCONCLUSIVE;
        });
  }

  private String doubt(Comparison.Doubt doubt) {
    return say(ComparePhrase.DOUBT, doubt.side(), say(doubt.why()));
  }

  private String tooFew(ComparedScenario scenario) {
    return say(
        ComparePhrase.TOO_FEW,
        Integer.toString(scenario.chats()),
        Integer.toString(Comparison.LEAST_CHATS));
  }

  private Node questions(ComparedScenario scenario) {
    Table table =
        new Table()
            .words(say(ComparePhrase.FIGURE))
            .figures(say(ComparePhrase.OLD))
            .figures(say(ComparePhrase.NEW))
            .figures(say(ComparePhrase.CHANGE))
            .figures(say(ComparePhrase.BETWEEN))
            .figures(say(ComparePhrase.TOLERATED))
            .words(say(ComparePhrase.VERDICT));
    for (Question question : scenario.questions()) {
      table.row(
          List.of(
              Nodes.text(name(question)),
              Nodes.text(figure(question, question.before())),
              Nodes.text(figure(question, question.after())),
              Nodes.text(change(question, question.change())),
              Nodes.text(interval(question)),
              Nodes.text(change(question, question.tolerated())),
              Nodes.strong(question.judgement().name())));
    }
    return table.build();
  }

  private List<List<Node>> byRank(ComparedScenario scenario) {
    List<List<Node>> items = new ArrayList<>();
    scenario
        .byRank()
        .forEach(
            (time, chance) ->
                items.add(
                    List.of(
                        Nodes.text(
                            say(
                                ComparePhrase.BY_RANK,
                                wording.say(time),
                                Figures.percent(chance))))));
    return items;
  }

  private Node charts(ComparedScenario scenario) {
    Element charts = Element.of("div").with("class", "charts");
    for (ChatTime time : Comparison.times(comparison.before(), scenario.scenario())) {
      charts.add(new DistributionChart(comparison, scenario.scenario(), time, wording).figure());
    }
    return new Drawing(charts);
  }

  private Node sides() {
    Table table = new Table().words("").words("OLD").words("NEW");
    row(table, ComparePhrase.RUN_ID, side -> Nodes.foreign(side.runId()));
    row(table, ComparePhrase.STARTED, side -> Nodes.foreign(side.startedAt()));
    row(table, ComparePhrase.TARGET, side -> Nodes.foreign(side.url()));
    row(table, ComparePhrase.VERDICT, side -> Nodes.text(side.verdict().name()));
    row(table, ComparePhrase.SEAL, side -> Nodes.foreign(side.seal()));
    return table.build();
  }

  private void row(Table table, ComparePhrase name, Function<Side, Node> cell) {
    table.row(
        List.of(
            Nodes.text(say(name)),
            cell.apply(comparison.before()),
            cell.apply(comparison.after())));
  }

  private String name(Question question) {
    if (question.time() == null) {
      return say(ComparePhrase.FAILED_CHATS);
    }
    return say(
        question.percent() == 50 ? ComparePhrase.MEDIAN : ComparePhrase.P95,
        wording.say(question.time()));
  }

  private static String figure(Question question, BigDecimal figure) {
    return question.time() == null
        ? Figures.percent(figure)
        : Figures.millis(figure.doubleValue()) + " ms";
  }

  /** With one decimal, or as many more as keep it on its side of what is tolerated. */
  private String change(Question question, BigDecimal change) {
    BigDecimal percent = change.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    if (percent.compareTo(question.tolerated().movePointRight(2))
        != change.compareTo(question.tolerated())) {
      percent = change.movePointRight(2);
    }
    String signed = (percent.signum() > 0 ? "+" : "") + percent.toPlainString();
    return question.time() == null ? say(ComparePhrase.POINTS, signed) : signed + "%";
  }

  private String interval(Question question) {
    return say(
        ComparePhrase.INTERVAL,
        change(question, question.atLeast()),
        change(question, question.atMost()));
  }

  private String say(Phrase phrase, String... figures) {
    return wording.say(phrase, figures);
  }
}
