package chatload.job;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.cli.Loadtest;
import chatload.console.CommandContext;
import chatload.console.GithubOutput;
import chatload.document.Job;
import chatload.render.Markdown;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.Scenario;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step of GitHub Actions gets to see of a verdict. */
class GithubStepTest {

  private static final String HOSTILE =
      "x ##[error]MARK\n::error::MARK\r\n::add-mask::MARK %0A::stop-commands::MARK";

  private static final String TOKEN =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1LWxvYWR0ZXN0In0.c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmU";

  @TempDir Path temp;
  private Path report;
  private Path summary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void fail() {
    report = temp.resolve("report");
    summary = temp.resolve("summary.md");
    Job.in(report)
        .run(
            Scenario.SMOKE,
            1000,
            chat -> {
              if (chat.get("id").intValue() == 3) {
                Job.fail(chat, Outcome.HTTP_ERROR, Cause.SERVICE, "status 502");
              }
            },
            run -> {})
        .run(Scenario.BASELINE, 1000)
        .run(
            Scenario.STRESS,
            1000,
            chat -> {},
            run ->
                ((ObjectNode) run.get("generator"))
                    .putArray("problems")
                    .add(HOSTILE + " " + TOKEN));
  }

  @Test
  void the_summary_is_the_overviews_verdict_and_comes_after_what_is_there() throws IOException {
    Files.writeString(summary, "# Before\n");
    assertThat(report(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))).isEqualTo(4);
    String overview = Files.readString(report.resolve("OVERVIEW.md"));
    String written = Files.readString(summary);
    assertThat(written).startsWith("# Before\n\n# FAIL: not valid for sign-off\n");
    String added = written.substring("# Before\n\n".length());
    assertThat(overview).startsWith(added.stripTrailing());
    assertThat(added)
        .contains("- Overall Result: **FAIL**", "|smoke|", "Success rate 95% is below the limit");
  }

  @Test
  void each_reason_is_an_annotation() throws IOException {
    report(Map.of("GITHUB_ACTIONS", "true"));
    assertThat(commands())
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("::error title=chatload smoke::Success rate 95%25 is below"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("::warning title=chatload stress::The load generator could not"));
  }

  @Test
  void no_other_line_is_a_command_whatever_it_quotes() {
    report(Map.of("GITHUB_ACTIONS", "true"));
    assertThat(out + "" + err).contains("MARK");
    assertThat((out + "" + err).lines())
        .filteredOn(line -> !commands().contains(line))
        .isNotEmpty()
        .noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::x",
        "  ::error::x",
        "\u00a0\u2003::error::x",
        ":\u200b:error::x",
        "a ##[error]x",
        "###[error]x",
        "#\u00ad#[error]x"
      })
  void a_line_in_the_form_of_a_command_loses_it(String line) {
    StringWriter text = new StringWriter();
    PrintWriter printer = GithubOutput.of(new PrintWriter(text), Map.of("GITHUB_ACTIONS", "true"));
    printer.println("first");
    for (char c : line.toCharArray()) {
      printer.print(c);
    }
    printer.println();
    printer.flush();
    String second = text.toString().lines().toList().get(1);
    String seen = second.replaceAll("\\p{Cf}", "").strip();
    assertThat(seen.startsWith("::") || seen.contains("##[")).as(second).isFalse();
    assertThat(second.replace(" ", "")).isEqualTo(line.replace(" ", ""));
  }

  @Test
  void anywhere_else_nothing_changes() {
    report(Map.of());
    String here = out.toString();
    assertThat(commands()).isEmpty();
    assertThat(here).contains("##[error]MARK");
    out.getBuffer().setLength(0);
    report(Map.of("GITHUB_ACTIONS", "false"));
    assertThat(out.toString()).isEqualTo(here.replaceFirst("Evidence: .*\\R", ""));
  }

  @Test
  void there_are_no_more_annotations_than_github_shows() {
    Job job = Job.in(report);
    for (Scenario scenario : List.of(Scenario.BASELINE, Scenario.SMOKE, Scenario.STRESS)) {
      job.run(
          scenario,
          1000,
          chat -> {},
          run -> {
            var problems = ((ObjectNode) run.get("generator")).putArray("problems");
            for (int i = 0; i < 7; i++) {
              problems.add("problem " + i);
            }
          });
    }
    report(Map.of("GITHUB_ACTIONS", "true"));
    assertThat(commands()).hasSize(10);
    assertThat(commands().get(9)).endsWith("12 more: see OVERVIEW.md");
  }

  @Test
  void a_summary_without_room_gets_the_verdict_alone_or_nothing() throws IOException {
    Files.writeString(summary, "x".repeat((1 << 20) - 100));
    report(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    assertThat(Files.readString(summary)).endsWith("x\n- Overall Result: **FAIL**\n");
    Files.writeString(summary, "x".repeat(1 << 20));
    assertThat(report(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))).isEqualTo(4);
    assertThat(Files.size(summary)).isEqualTo(1 << 20);
    assertThat(err.toString()).contains("The summary of this step is full");
  }

  @Test
  void a_summary_that_cannot_be_written_changes_no_exit_code() {
    assertThat(report(Map.of("GITHUB_STEP_SUMMARY", temp.toString()))).isEqualTo(4);
    assertThat(err.toString()).contains("GITHUB_STEP_SUMMARY");
  }

  @Test
  void foreign_words_stand_in_code_spans_alone() throws IOException {
    report(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    assertThat(Files.readString(summary)).contains("MARK");
    Markdown.parse(Files.readString(summary))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                assertThat(text.getLiteral()).doesNotContain("MARK");
              }
            });
  }

  @Test
  void no_credential_gets_there() throws IOException {
    report(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    String all = out + Files.readString(summary) + err;
    assertThat(all)
        .contains("(secret)")
        .doesNotContain(TOKEN.substring(0, 20), TOKEN.substring(60));
  }

  private List<String> commands() {
    return out.toString().lines().filter(line -> line.startsWith("::")).toList();
  }

  private int report(Map<String, String> environment) {
    return Loadtest.run(
        new CommandContext(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new HashMap<>(environment),
            new Properties(),
            false,
            Clock.systemUTC()),
        "report",
        "--report-dir",
        report.toString());
  }
}
