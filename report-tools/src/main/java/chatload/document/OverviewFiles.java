package chatload.document;

import chatload.render.Nodes;
import chatload.result.Attachments;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** Where the rest is: relative links into the report directory. */
final class OverviewFiles {

  private final JobResult job;
  private final Wording wording;

  OverviewFiles(JobResult job, Wording wording) {
    this.job = job;
    this.wording = wording;
  }

  List<Node> blocks(Attachments attachments) {
    List<List<Node>> items = new ArrayList<>();
    for (ScenarioResult result : job.scenarios()) {
      if (result.wasRun()) {
        items.add(links(result.scenario(), attachments.gatlingHtml().get(result.scenario())));
      }
    }
    file(items, OverviewPhrase.FILE_CHATS, "chats.csv", "chats.csv");
    file(items, OverviewPhrase.FILE_JUNIT, "junit.xml", "junit.xml");
    file(items, OverviewPhrase.FILE_METRICS, "metrics.prom", "metrics.prom");
    file(items, OverviewPhrase.FILE_CLOSING, wording.say(OverviewPhrase.THIS_DIRECTORY), "./");
    return List.of(Nodes.heading(2, wording.say(ReportPhrase.REPORTS)), Nodes.bullets(items));
  }

  private void file(List<List<Node>> items, OverviewPhrase what, String name, String path) {
    items.add(List.of(Nodes.text(wording.say(what)), Nodes.link(name, path)));
  }

  private List<Node> links(String scenario, String gatling) {
    List<Node> links = new ArrayList<>();
    links.add(Nodes.text(scenario + ": "));
    links.add(Nodes.link(wording.say(OverviewPhrase.FILE_REPORT), scenario + "-report.md"));
    links.add(Nodes.text(", "));
    links.add(Nodes.link(wording.say(ReportPhrase.SUMMARY), scenario + "-summary.json"));
    if (gatling != null) {
      links.add(Nodes.text(", "));
      links.add(Nodes.link(wording.say(ReportPhrase.GATLING_HTML), gatling));
    }
    return links;
  }
}
