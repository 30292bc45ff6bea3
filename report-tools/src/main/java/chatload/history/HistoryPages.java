package chatload.history;

import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.metric.Metrics;
import chatload.render.Drawing;
import chatload.render.Element;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.render.chart.PointChart;
import chatload.words.CommonPhrase;
import chatload.words.Phrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** {@code history.md}, and {@code history.html} with charts. */
public final class HistoryPages {

  private static final String NONE = "—";

  private final List<PastJob> jobs;
  private final Wording wording;

  /**
   * @param jobs in any order, at least one
   */
  public HistoryPages(List<PastJob> jobs, Wording wording) {
    this.jobs = jobs.stream().sorted(PastJob.BY_START).toList();
    this.wording = wording;
  }

  public String markdown() {
    return Markdown.render(Nodes.document(blocks(false)));
  }

  public String html() {
    return HtmlPage.render(
        wording.language().tag(),
        say(HistoryPhrase.TITLE),
        say(HistoryPhrase.CONTENTS),
        Nodes.document(blocks(true)));
  }

  private List<Node> blocks(boolean withCharts) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, say(HistoryPhrase.TITLE)));
    blocks.add(Nodes.paragraph(say(HistoryPhrase.RUNS, Integer.toString(jobs.size()))));
    blocks.add(Nodes.heading(2, say(HistoryPhrase.JOBS)));
    blocks.add(jobs());
    Set<String> scenarios = new LinkedHashSet<>();
    jobs.forEach(job -> scenarios.addAll(job.scenarios().keySet()));
    for (String scenario : scenarios) {
      blocks.add(Nodes.heading(2, scenario));
      blocks.add(results(scenario));
      if (withCharts) {
        chart(scenario).ifPresent(blocks::add);
      }
    }
    return blocks;
  }

  private Node jobs() {
    Table table =
        new Table()
            .figures("#")
            .words(say(CommonPhrase.STARTED))
            .words(say(CommonPhrase.VERDICT))
            .words(say(HistoryPhrase.RUN_ID))
            .words(say(HistoryPhrase.VERSION))
            .words(say(HistoryPhrase.TARGET))
            .words(say(HistoryPhrase.SEALED));
    for (int i = 0; i < jobs.size(); i++) {
      PastJob job = jobs.get(i);
      table.row(
          List.of(
              number(i),
              Nodes.foreign(job.startedAt()),
              Nodes.strong(job.status().name()),
              Nodes.foreign(job.runId()),
              Nodes.foreign(job.version()),
              Nodes.foreign(job.url()),
              Nodes.text(
                  say(job.sealed() ? HistoryPhrase.AS_SEALED : HistoryPhrase.NOT_AS_SEALED))));
    }
    return table.build();
  }

  private Node results(String scenario) {
    Table table =
        new Table()
            .figures("#")
            .words(say(CommonPhrase.VERDICT))
            .figures(say(CommonPhrase.CHATS))
            .figures(say(CommonPhrase.OK_CHATS));
    List<Metric> metrics =
        jobs.stream()
            .flatMap(job -> Stream.ofNullable(job.scenarios().get(scenario)))
            .flatMap(past -> past.checks().stream())
            .map(Check::metric)
            .distinct()
            .toList();
    metrics.forEach(metric -> table.figures(say(metric)));
    for (int i = 0; i < jobs.size(); i++) {
      PastJob.Past past = jobs.get(i).scenarios().get(scenario);
      if (past != null) {
        List<Node> row = new ArrayList<>();
        row.add(number(i));
        row.add(Nodes.strong(past.status().name()));
        row.add(Nodes.text(Integer.toString(past.chats())));
        row.add(Nodes.text(Integer.toString(past.ok())));
        metrics.forEach(
            metric ->
                row.add(
                    Nodes.text(
                        check(past, metric).map(check -> check.cell(wording)).orElse(NONE))));
        table.row(row);
      }
    }
    return table.build();
  }

  /** Nothing where no run has both times. */
  private Optional<Node> chart(String scenario) {
    List<PointChart.Point> first = new ArrayList<>();
    List<PointChart.Point> total = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < jobs.size(); i++) {
      PastJob.Past past = jobs.get(i).scenarios().get(scenario);
      Optional<Check> firstToken = measured(past, Metrics.P95_FIRST_TOKEN);
      Optional<Check> whole = measured(past, Metrics.P95_TOTAL);
      if (firstToken.isPresent() && whole.isPresent()) {
        first.add(point(i, firstToken.get()));
        total.add(point(i, whole.get()));
        said.append(said(i, firstToken.get())).append(said(i, whole.get()));
      }
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String title = say(HistoryPhrase.CHART, scenario);
    String caption = say(HistoryPhrase.CHART_MEANS);
    PointChart chart =
        new PointChart(
            scenario + "-history",
            title,
            caption + said,
            "#",
            say(HistoryPhrase.MILLIS),
            new PointChart.Line(say(Metrics.P95_FIRST_TOKEN), first),
            new PointChart.Line(say(Metrics.P95_TOTAL), total));
    Element figure =
        Element.of("figure")
            .add(Element.of("h4").text(title))
            .add(chart.svg())
            .add(Element.of("figcaption").text(caption));
    return Optional.of(new Drawing(Element.of("div").with("class", "charts").add(figure)));
  }

  private static Optional<Check> measured(PastJob.Past past, Metric metric) {
    return past == null ? Optional.empty() : check(past, metric).filter(Check::hasData);
  }

  private static Optional<Check> check(PastJob.Past past, Metric metric) {
    return past.checks().stream().filter(check -> check.metric().equals(metric)).findFirst();
  }

  private static PointChart.Point point(int index, Check check) {
    return new PointChart.Point(
        index + 1, check.observed().doubleValue(), check.limit().doubleValue());
  }

  private String said(int index, Check check) {
    return say(
        HistoryPhrase.SAID,
        Integer.toString(index + 1),
        say(check.metric()),
        check.figureWithUnit(),
        check.limitWithUnit());
  }

  private static Node number(int index) {
    return Nodes.text(Integer.toString(index + 1));
  }

  private String say(Phrase phrase, String... figures) {
    return wording.say(phrase, figures);
  }
}
