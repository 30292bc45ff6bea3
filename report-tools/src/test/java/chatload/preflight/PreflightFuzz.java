package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fuzz.Harmless;
import chatload.run.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Answers of any text to the preflight: whatever comes of them is short and safe to print. */
public final class PreflightFuzz {

  private static final Quote QUOTE = Quote.without(Targets.TOKENS.secrets());
  private static final URI URL = URI.create("https://chat.example/api/chat");

  private static final Expected FOREIGN = new Expected(false, false, List.of("text/plain"));

  private PreflightFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    for (Outcome outcome : Outcome.values()) {
      String error = outcome.isFailure() ? text : null;
      Answer answer = answer(200, outcome, error, text);
      require(new ChatJudge(Duration.ofSeconds(1), QUOTE).judge(answer));
    }
    for (int status : new int[] {200, 302, 401, 403, 406, 503}) {
      Answer answer = answer(status, Outcome.HTTP_ERROR, text, text);
      for (Probe probe : Probe.values()) {
        require(new StatusJudge(answer, QUOTE, Expected.OF_CHECKLIST).judge(probe));
        require(new StatusJudge(answer, QUOTE, FOREIGN).judge(probe));
      }
    }
    for (Outcome outcome : List.of(Outcome.CONNECT_ERROR, Outcome.MALFORMED)) {
      Answer answer = answer(null, outcome, text, text);
      require(Unreachable.explain(answer, URL, Duration.ofSeconds(1), QUOTE));
    }
  }

  private static Answer answer(Integer status, Outcome outcome, String error, String text) {
    return new Answer(
        "trace",
        true,
        status,
        Map.of("content-type", text, "location", text, "www-authenticate", text, "server", text),
        text,
        status == null ? new IOException(text) : null,
        1,
        outcome,
        error,
        new Answer.Stream(text.isEmpty() ? null : 1.0, 2.0, 2, 1.0, null),
        false);
  }

  private static void require(Finding finding) {
    assertThat(finding.observed()).hasSizeLessThan(600);
    StringWriter printed = new StringWriter();
    PreflightCheck check =
        new PreflightCheck(
            "chat-with-token",
            finding.fix() == null,
            "200",
            finding.observed(),
            "trace",
            200,
            1.0,
            finding.fix());
    new CheckPrinter(new PrintWriter(printed), false).print(List.of(check), List.of());
    Harmless.require(printed.toString());
    assertThat(printed.toString()).doesNotContain(Targets.SECRET);
  }
}
