package chatload.output;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.document.Job;
import chatload.files.ReportDir;
import chatload.run.Cause;
import chatload.run.Outcome;
import chatload.run.Scenario;
import chatload.text.VisibleText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One hostile text in every field that a service or a file can fill, in what programs read. */
class HostileOutputsTest {

  /** What begins a formula, at the beginning of a cell under any usual separator. */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[;,\\t|\"])\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]");

  private static final String TOKEN =
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1LWxvYWR0ZXN0In0.c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmU";

  @TempDir Path root;

  static Stream<String> texts() {
    return Stream.of(
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "x;=1;+2;@3",
        "x\t=1",
        "x,=1",
        "\"=1",
        "  =1",
        "\uff1d1",
        "a \"quoted\" cell, and another",
        "one\r\ntwo\nthree",
        "]]> <![CDATA[ <!-- --> &amp; &#0; <error/> \" ' >",
        "\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085\ufffe\uffff \ud83d",
        "back\\slash \\n \\\" {a=\"b\"} 1\n# EOF\nchatload_verdict{status=\"PASS\"} 1",
        "::error::x\n::set-output name=a::b\n##[error]x",
        "Bearer " + TOKEN);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void it_is_a_text_and_nothing_else(String text) throws IOException {
    ReportDir dir = job(text).dir();
    ReportWriter.write(dir);
    OutputsSay.theSame(dir, ReportWriter.read(dir), 5);

    String junit = Files.readString(dir.root().resolve("junit.xml"));
    String shown = VisibleText.of(text);
    assertThat(JUnitFile.parse(junit).texts()).contains(shown);
    ChatsFile chats = ChatsFile.read(dir.root().resolve("chats.csv"));
    assertThat(chats.rows()).hasSize(20);
    for (int row = 0; row < 20; row++) {
      for (String column : List.of("traceId", "threadId", "lastEvent", "startedAt")) {
        String cell = chats.cell(row, column);
        assertThat(FORMULA.matcher(cell).find()).as(cell).isFalse();
        assertThat(cell.replace("'", "")).isEqualTo(shown.replace("'", ""));
      }
    }
    assertThat(Files.readAllLines(dir.root().resolve("chats.csv"))).hasSize(21);
    String metrics = Files.readString(dir.root().resolve("metrics.prom"));
    MetricsFile.parse(metrics);
    for (String file : List.of(junit, metrics, Files.readString(dir.root().resolve("chats.csv")))) {
      assertThat(file).doesNotContain(TOKEN.substring(0, 30));
      assertThat(file.codePoints().filter(c -> c < 0x20 && c != '\n')).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void no_label_takes_a_value_from_a_service(String text) throws IOException {
    ReportDir dir = job(text).dir();
    ReportWriter.write(dir);
    MetricsFile metrics = MetricsFile.parse(Files.readString(dir.root().resolve("metrics.prom")));
    assertThat(metrics.labels())
        .containsExactlyInAnyOrder("status", "scenario", "check", "outcome", "cause", "quantile");
    assertThat(metrics.values("scenario")).isSubsetOf("smoke", "baseline", "stress");
    assertThat(metrics.values("outcome"))
        .containsExactlyInAnyOrder(
            Stream.of(Outcome.values()).map(Outcome::name).toArray(String[]::new));
  }

  private Job job(String text) {
    return Job.in(root)
        .run(
            Scenario.SMOKE,
            1000,
            chat -> {
              chat.put("runId", text).put("traceId", text).put("threadId", text);
              chat.put("startedAt", text).put("lastEvent", text);
              if (chat.get("id").intValue() % 2 == 0) {
                Job.fail(chat, Outcome.RATE_LIMITED, Cause.RATE_LIMIT, text);
              }
            },
            run -> {
              run.put("runId", text).put("startedAt", text).put("finishedAt", text);
              ((ObjectNode) run.get("generator")).putArray("problems").add(text);
            });
  }
}
