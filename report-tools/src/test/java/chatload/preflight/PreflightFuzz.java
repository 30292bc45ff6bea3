package chatload.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.fuzz.Harmless;
import chatload.fuzz.ReferenceEvents;
import chatload.fuzz.ReferenceEvents.Event;
import chatload.run.Json;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An answer of any bytes to the preflight: read as the reference reads it, and safe to print. */
public final class PreflightFuzz {

  private PreflightFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    List<Event> expected =
        ReferenceEvents.of(input).stream().filter(event -> event.data() != null).toList();
    List<Event> read = new ArrayList<>();
    EventStream stream = new EventStream(new ByteArrayInputStream(input));
    for (var event = stream.next(); event != null; event = stream.next()) {
      read.add(new Event(event.name(), event.data()));
    }
    assertThat(read).isEqualTo(expected);

    String text = new String(input, StandardCharsets.UTF_8);
    Quote quote = Quote.without(Targets.TOKENS.secrets());
    ChatJudge judge = new ChatJudge(List.of("canned"), Duration.ofSeconds(1), quote);
    for (ChatReply.End end : ChatReply.End.values()) {
      Finding finding =
          judge.judge(
              new ChatReply(
                  end,
                  text,
                  text.isEmpty() ? null : 1.0,
                  2.0,
                  end == ChatReply.End.TERMINAL_EVENT
                      ? Json.MAPPER.createObjectNode()
                      : MissingNode.getInstance(),
                  text));
      assertThat(finding.observed()).hasSizeLessThan(300);
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
      new CheckPrinter(new PrintWriter(printed), false).print(List.of(check));
      Harmless.require(printed.toString());
      assertThat(printed.toString()).doesNotContain(Targets.SECRET);
    }
  }
}
