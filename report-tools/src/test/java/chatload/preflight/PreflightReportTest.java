package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chatload.files.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightReportTest {
  private static final PreflightCheck PASSED =
      new PreflightCheck("health", true, "200", "200", "trace-1", 200, 12.3, null);
  private static final PreflightCheck FAILED =
      new PreflightCheck(
          "chat-without-token", false, "401", "500: \"高铁\"", "trace-2", 500, 1234.5, "Fix it.");
  private static final PreflightCheck UNANSWERED =
      new PreflightCheck(
          "health", false, "200", "connection refused", "trace-3", null, 1.0, "Start it.");

  private static PreflightReport report(PreflightCheck... checks) {
    return new PreflightReport(
        1,
        "2026-03-01T10:00:00Z",
        "http://chat.example/api/chat",
        "external",
        List.of(checks),
        PreflightReport.allPassed(List.of(checks)));
  }

  private static String printed(boolean colour, PreflightCheck... checks) {
    StringWriter text = new StringWriter();
    report(checks).print(new PrintWriter(text), colour);
    return text.toString();
  }

  @Test
  void theFileHasThisLayout(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("new/preflight.json");

    report(PASSED, FAILED).write(file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "schemaVersion" : 1,
              "startedAt" : "2026-03-01T10:00:00Z",
              "url" : "http://chat.example/api/chat",
              "targetKind" : "external",
              "checks" : [
                {
                  "name" : "health",
                  "passed" : true,
                  "expected" : "200",
                  "observed" : "200",
                  "traceId" : "trace-1",
                  "status" : 200,
                  "elapsedMs" : 12.3,
                  "fix" : null
                },
                {
                  "name" : "chat-without-token",
                  "passed" : false,
                  "expected" : "401",
                  "observed" : "500: \\"高铁\\"",
                  "traceId" : "trace-2",
                  "status" : 500,
                  "elapsedMs" : 1234.5,
                  "fix" : "Fix it."
                }
              ],
              "passed" : false
            }
            """);
  }

  @Test
  void theFileReadsBackAsItWasAndReplacesAnEarlierOne(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("preflight.json"), "earlier");
    PreflightReport report = report(UNANSWERED, PreflightCheck.notRun(Probe.WITHOUT_TOKEN, "401"));

    report.write(file);

    assertThat(Json.MAPPER.readValue(file.toFile(), PreflightReport.class)).isEqualTo(report);
    try (var files = Files.list(dir)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void passingChecksTakeOneLineAndFailedOnesSayWhatToDo() {
    assertThat(printed(false, PASSED, FAILED))
        .isEqualTo(
            """
            ✓ health              200      12.3 ms  trace trace-1
            ✗ chat-without-token  500    1234.5 ms  trace trace-2
                expected  401
                observed  500: "高铁"
                fix       Fix it.
            """);
  }

  @Test
  void withoutAnAnswerThereIsNoStatusAndWhatWasNotRunSaysSo() {
    assertThat(printed(false, UNANSWERED, PreflightCheck.notRun(Probe.WITHOUT_TOKEN, "401")))
        .isEqualTo(
            """
            ✗ health                –       1.0 ms  trace trace-3
                expected  200
                observed  connection refused
                fix       Start it.
            – chat-without-token  not run
            """);
  }

  @Test
  void whatWasNotAskedStandsBelowWithItsReason(@TempDir Path dir) throws Exception {
    PreflightReport report =
        new PreflightReport(
            1,
            "2026-03-01T10:00:00Z",
            "http://chat.example/api/chat",
            "external",
            List.of(PASSED),
            true,
            List.of(new PreflightReport.NotAsked("chat-without-token", "not asked: because")));
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text), false);
    Path file = dir.resolve("preflight.json");
    report.write(file);

    assertThat(text)
        .hasToString(
            """
            ✓ health              200      12.3 ms  trace trace-1
            – chat-without-token  not asked: because
            """);
    assertThat(Json.MAPPER.readValue(file.toFile(), PreflightReport.class)).isEqualTo(report);
  }

  @Test
  void onlyTheMarksAreColoured() {
    assertThat(printed(true, PASSED, FAILED))
        .startsWith("\u001b[32m✓\u001b[0m health ")
        .contains("\n\u001b[31m✗\u001b[0m chat-without-token ");
    assertThat(printed(true, PASSED, FAILED).replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(printed(false, PASSED, FAILED));
  }

  @Test
  void numbersAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(printed(false, FAILED)).contains("1234.5 ms");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aReportThatContradictsItsChecksIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PreflightReport(1, "s", "u", "external", List.of(PASSED, FAILED), true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PreflightReport(1, "s", "u", "external", List.of(), true));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PreflightCheck("health", true, "200", "200", "t", 200, 1.0, "Fix it."));
  }
}
