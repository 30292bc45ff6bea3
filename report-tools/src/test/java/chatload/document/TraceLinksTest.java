package chatload.document;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.output.ReportWriter;
import chatload.render.Markdown;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.Plans;
import chatload.run.Scenario;
import chatload.words.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceLinksTest {

  private static final String HOSTILE = "](javascript:alert(1)) <img src=x> | \"'";

  @TempDir Path root;

  @Test
  void every_id_of_a_chat_leads_to_its_trace() throws Exception {
    Job job = job("https://apm.example/t?id={traceId}&view=all");

    String failed = address("0000000000004000800000000000000" + "2");
    for (String text : texts(job)) {
      assertThat(links(text)).containsEntry(failed, Job.TRACE.formatted(2));
      assertThat(
              text.replaceAll(
                  "\\[`[0-9a-f-]{36}`\\]\\(https:[^ ()]*\\)|grep -rnF '[0-9a-f-]{36}'", ""))
          .as("an id without a link")
          .doesNotContainPattern("[0-9a-f]{8}-0000-4000-8000");
    }
    assertThat(links(Files.readString(job.dir().report("smoke")))).hasSizeGreaterThan(9);
    assertThat(Files.readString(job.dir().overviewHtml()))
        .contains(
            "<a rel=\"nofollow\" href=\""
                + failed.replace("&", "&amp;")
                + "\"><code>"
                + Job.TRACE.formatted(2)
                + "</code></a>");
  }

  @Test
  void an_id_that_is_not_ours_leads_nowhere() throws Exception {
    Job job = job("https://apm.example/t?id={traceId}&view=all");
    for (String text : texts(job)) {
      assertThat(text).contains("javascript:alert(1)");
      assertThat(links(text).keySet()).allMatch(link -> link.startsWith("https://apm.example/t?"));
    }
    assertThat(Files.readString(job.dir().overviewHtml())).doesNotContain("<img");
  }

  @Test
  void without_an_address_nothing_is_a_link() throws Exception {
    for (String text : texts(job(null))) {
      assertThat(links(text)).isEmpty();
      assertThat(text).contains(Job.TRACE.formatted(2));
    }
  }

  private static String address(String id) {
    return "https://apm.example/t?id=" + id + "&view=all";
  }

  /** One chat failed as chats do, and one has an id that a hostile record gave it. */
  private Job job(String traceUrl) {
    Job job = Job.in(root).run(Scenario.SMOKE, 1000, TraceLinksTest::record, run -> {});
    Plans.write(
        job.dir(), Plans.with(Plans.of("run-1", List.of(Scenario.SMOKE)), "traceUrl", traceUrl));
    ReportWriter.write(job.dir(), Language.EN);
    return job;
  }

  private static void record(ObjectNode chat) {
    int id = chat.get("id").intValue();
    chat.put("totalMs", 1000 + id).put("elapsedMs", 1000 + id);
    if (id < 3) {
      Job.fail(chat, Outcome.HTTP_ERROR, Cause.SERVICE, "broken");
    }
    if (id == 1) {
      chat.put("traceId", HOSTILE);
    }
  }

  private static List<String> texts(Job job) throws Exception {
    return List.of(
        Files.readString(job.dir().overview()), Files.readString(job.dir().report("smoke")));
  }

  /** Of links that hold an id alone: the id, by where they lead. */
  private static Map<String, String> links(String markdown) {
    List<Link> found = new ArrayList<>();
    Markdown.parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                found.add(link);
              }
            });
    Map<String, String> links = new TreeMap<>();
    found.stream()
        .filter(link -> link.getFirstChild() instanceof Code)
        .forEach(
            link -> links.put(link.getDestination(), ((Code) link.getFirstChild()).getLiteral()));
    return links;
  }
}
