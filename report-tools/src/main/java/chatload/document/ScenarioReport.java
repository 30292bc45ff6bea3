package chatload.document;

import chatload.render.Nodes;
import chatload.result.Attachments;
import chatload.result.ScenarioResult;
import chatload.result.TraceLinks;
import chatload.verdict.Caveat;
import chatload.verdict.Reason;
import chatload.words.CommonPhrase;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** {@code <scenario>-report.md}: everything that is known of one run. */
final class ScenarioReport {

  private final ScenarioResult result;
  private final Wording wording;

  private ScenarioReport(ScenarioResult result, Wording wording) {
    this.result = result;
    this.wording = wording;
  }

  /** The report on a scenario that was run. */
  static Node compose(
      ScenarioResult result, Attachments attachments, TraceLinks traces, Wording wording) {
    ScenarioReport report = new ScenarioReport(result, wording);
    List<Node> blocks = new ArrayList<>();
    blocks.add(Nodes.heading(1, wording.say(ReportPhrase.TITLE, result.scenario())));
    blocks.add(report.verdict(attachments));
    blocks.addAll(report.reasons());
    blocks.addAll(new ReportThresholds(result, wording).blocks());
    blocks.addAll(new ReportFacts(result, wording).blocks());
    blocks.addAll(new ReportTimes(result, traces, wording).blocks());
    blocks.addAll(new Trends(List.of(result), wording).blocks());
    blocks.addAll(new ReportFailures(result, traces, wording).blocks());
    return Nodes.document(blocks);
  }

  private Node verdict(Attachments attachments) {
    List<List<Node>> items = new ArrayList<>();
    items.add(
        List.of(
            Nodes.text(wording.say(ReportPhrase.VERDICT)),
            Nodes.strong(result.verdict().status().name())));
    result.verdict().warnings().forEach(warning -> items.add(wording.nodes(warning)));
    for (Caveat caveat : result.caveats()) {
      items.add(List.of(Nodes.strong(wording.say(caveat, result.scenario()))));
    }
    items.add(
        List.of(
            Nodes.text(wording.say(ReportPhrase.PART_OF)),
            Nodes.link("OVERVIEW.md", "OVERVIEW.md")));
    String gatling = attachments.gatlingHtml().get(result.scenario());
    if (gatling != null) {
      items.add(List.of(Nodes.link(wording.say(ReportPhrase.GATLING_HTML), gatling)));
    }
    return Nodes.bullets(items);
  }

  private List<Node> reasons() {
    List<Reason> reasons = result.verdict().reasons();
    if (reasons.isEmpty()) {
      return List.of();
    }
    return List.of(
        Nodes.heading(2, wording.say(CommonPhrase.WHY)),
        Nodes.bullets(reasons.stream().map(wording::nodes).toList()));
  }
}
