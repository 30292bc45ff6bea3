package chatload.capacity;

import chatload.metric.ChatTime;
import chatload.metric.Figures;
import chatload.render.Drawing;
import chatload.render.Element;
import chatload.render.HtmlPage;
import chatload.render.Markdown;
import chatload.render.Nodes;
import chatload.render.Table;
import chatload.render.chart.PointChart;
import chatload.words.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** {@code CAPACITY.md} and {@code CAPACITY.html}. */
public final class CapacityDocument {

  private final Capacity capacity;
  private final String scenario;
  private final Wording words;

  private CapacityDocument(Capacity capacity, String scenario, Wording words) {
    this.capacity = capacity;
    this.scenario = scenario;
    this.words = words;
  }

  /** In Markdown. */
  public static String markdown(Capacity capacity, String scenario, Wording words) {
    return Markdown.render(new CapacityDocument(capacity, scenario, words).document(List.of()));
  }

  /** With a chart. */
  public static String html(Capacity capacity, String scenario, Wording words) {
    CapacityDocument pages = new CapacityDocument(capacity, scenario, words);
    return HtmlPage.render(
        words.language().tag(),
        words.say(CapacityPhrase.TITLE, scenario),
        words.say(CapacityPhrase.CONTENTS),
        pages.document(pages.chart().stream().toList()));
  }

  /** What came out, in sentences. */
  public static List<String> sentences(Capacity capacity, Wording words) {
    List<String> sentences = new ArrayList<>();
    String holds = users(capacity.holds());
    sentences.add(words.say(capacity.kind(), holds, users(capacity.breaks())));
    if (capacity.exitCode().code() == 0) {
      String chats = Integer.toString(capacity.holds().chats());
      sentences.add(words.say(CapacityPhrase.HELD_LONGER, chats));
      nothingProven(capacity)
          .ifPresent(at -> sentences.add(words.say(CapacityPhrase.NOT_PROVEN_ABOVE, users(at))));
      sentences.add(words.say(CapacityPhrase.ADJUST, holds));
    }
    return sentences;
  }

  private static String users(Level level) {
    return level == null ? "—" : Integer.toString(level.users());
  }

  /** The fewest users above those who are borne of whom neither is known. */
  private static Optional<Level> nothingProven(Capacity capacity) {
    return latest(capacity)
        .filter(level -> level.answer() == Answer.UNSURE)
        .filter(level -> capacity.holds() != null && level.users() > capacity.holds().users())
        .reduce((one, other) -> one.users() <= other.users() ? one : other);
  }

  private static Stream<Level> latest(Capacity capacity) {
    Map<Integer, Level> byUsers = new LinkedHashMap<>();
    capacity.levels().forEach(level -> byUsers.put(level.users(), level));
    return byUsers.values().stream();
  }

  private Node document(List<Node> charts) {
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, words.say(CapacityPhrase.TITLE, scenario)));
    List<String> sentences = sentences(capacity, words);
    blocks.add(Nodes.paragraph(List.of(Nodes.strong(sentences.get(0)))));
    sentences.stream().skip(1).map(Nodes::paragraph).forEach(blocks::add);
    if (capacity.breaks() != null && !capacity.breaks().reasons().isEmpty()) {
      blocks.add(Nodes.heading(2, words.say(CapacityPhrase.BROKE_FIRST)));
      blocks.add(Nodes.bullets(capacity.breaks().reasons().stream().map(words::nodes).toList()));
    }
    blocks.addAll(charts);
    blocks.add(Nodes.heading(2, words.say(CapacityPhrase.LEVELS)));
    blocks.add(Nodes.paragraph(words.say(CapacityPhrase.LEVELS_NOTE)));
    blocks.add(levels());
    return Nodes.document(blocks);
  }

  private Node levels() {
    Table table =
        new Table()
            .words(words.say(CapacityPhrase.RUN))
            .figures(words.say(CapacityPhrase.USERS))
            .figures(words.say(CapacityPhrase.CHATS))
            .figures(words.say(CapacityPhrase.OK))
            .figures("P95 " + words.say(ChatTime.FIRST_TOKEN))
            .figures("P95 " + words.say(ChatTime.TOTAL))
            .words(words.say(CapacityPhrase.VERDICT))
            .words(words.say(CapacityPhrase.SAYS));
    int number = 0;
    for (Level level : capacity.levels()) {
      String directory = directory(++number, level.users());
      table.row(
          List.of(
              Nodes.link(directory, directory + "/OVERVIEW.md"),
              Nodes.text(Integer.toString(level.users())),
              Nodes.text(Integer.toString(level.chats())),
              Nodes.text(Integer.toString(level.ok())),
              Nodes.text(millis(level.p95FirstTokenMs())),
              Nodes.text(millis(level.p95TotalMs())),
              Nodes.text(level.verdict().name()),
              Nodes.text(words.say(level.answer()))));
    }
    return table.build();
  }

  /** Name of the report directory of a run. */
  public static String directory(int number, int users) {
    return String.format("%02d-%d-users", number, users);
  }

  private static String millis(Double millis) {
    return millis == null ? "—" : Figures.millis(millis);
  }

  private Optional<Node> chart() {
    List<Level> levels =
        latest(capacity)
            .filter(level -> level.p95FirstTokenMs() != null && level.limitFirstTokenMs() != null)
            .filter(level -> level.p95TotalMs() != null && level.limitTotalMs() != null)
            .toList();
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    String title = words.say(CapacityPhrase.BY_USERS);
    String caption =
        words.say(
            CapacityPhrase.BY_USERS_NOTE,
            Integer.toString(levels.stream().mapToInt(Level::users).min().orElseThrow()),
            Integer.toString(levels.stream().mapToInt(Level::users).max().orElseThrow()));
    PointChart chart =
        new PointChart(
            "capacity",
            title,
            caption,
            words.say(CapacityPhrase.USERS),
            words.say(CapacityPhrase.MILLIS),
            line(levels, ChatTime.FIRST_TOKEN, Level::p95FirstTokenMs, Level::limitFirstTokenMs),
            line(levels, ChatTime.TOTAL, Level::p95TotalMs, Level::limitTotalMs));
    Element figure =
        Element.of("figure")
            .add(Element.of("h4").text(title))
            .add(chart.svg())
            .add(Element.of("figcaption").text(caption));
    return Optional.of(new Drawing(Element.of("div").with("class", "charts").add(figure)));
  }

  private PointChart.Line line(
      List<Level> levels,
      ChatTime time,
      Function<Level, Double> p95,
      Function<Level, BigDecimal> limit) {
    return new PointChart.Line(
        words.say(time),
        levels.stream()
            .map(
                level ->
                    new PointChart.Point(
                        level.users(), p95.apply(level), limit.apply(level).doubleValue()))
            .toList());
  }
}
