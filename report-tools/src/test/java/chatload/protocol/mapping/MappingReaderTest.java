package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatEvent;
import chatload.protocol.Framing;
import chatload.protocol.Usage;
import chatload.protocol.errors.Flaw;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single events, by the rules of files. */
class MappingReaderTest {

  private static final String BY_NAME =
      "framing: sse\nkind: event\nvisible: [{ when: text, at: /x }]\nend: [{ when: done }]\n"
          + "ignore: [log*]\nknown: [ping]\nerror: [{ when: oops, message: /m }]\n";

  private static final ChatEvent WHOLE = new ChatEvent.Terminal(null, null);

  private static MappingReader reader(String rules) {
    String file = "protocol: own\nrequest: { body: { q: \"${message}\" } }\n" + rules;
    return new MappingReader(((MappedProtocol) Protocols.read("own.yaml", file)).mapping());
  }

  private static ChatEvent token(String text) {
    return new ChatEvent.Token(text);
  }

  private static ChatEvent malformed(String why) {
    return new ChatEvent.Malformed(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ping | - | known
          text | - | known
          text | '' | known
          logs | - | known
          other | - | unknown
          other | ' ' | unknown
          error | - | error (without data)
          oops | - | error (without data)
          done | - | known
          done | '' | end
          logs | no JSON | known
          logs | {"error":"x"} | known
          error | no JSON | error no JSON
          other | no JSON | unknown
          other | {"error":1 | error {"error":1
          other.incomplete | no JSON | cut other.incomplete
          message | no JSON | malformed an event that is no JSON: no JSON
          ping | no JSON | malformed an event that is no JSON: no JSON
          ping | {} | known
          other | {} | unknown
          message | {} | unknown
          other | {"x":"a"} | unknown
          other | {"degraded":true} | degraded
          error | {"a":1} | error {"a":1}
          oops | {"m":"down"} | error down
          text | {"x":"a","error":"down"} | error down
          text | {"x":5} | malformed text that is no text: {"x":5}
          text | {"x":""} | known
          """)
  void anEventIsWhatItsNameAndItsDataSay(String name, String data, String meaning) {
    ChatEvent event = reader(BY_NAME).read(name, data);
    String is =
        event instanceof ChatEvent.ServiceError error
            ? "error " + error.words()
            : event instanceof ChatEvent.Malformed malformed
                ? "malformed " + malformed.why()
                : event instanceof ChatEvent.Other other
                    ? other.flaw() == null
                        ? other.known() ? "known" : "unknown"
                        : other.flaw().kind() == Flaw.Kind.DEGRADED
                            ? "degraded"
                            : "cut " + other.flaw().words()
                    : event.equals(WHOLE) ? "end" : event.toString();
    assertThat(is).isEqualTo(meaning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "{}"})
  void whatIsUnknownCanBeRefused(String data) {
    assertThat(reader(BY_NAME + "unknown: malformed\n").read("other", data))
        .isEqualTo(malformed("an event that the protocol does not know: other"));
  }

  @Test
  void anErrorByTheNameOfItsEventIsOneWhateverItsKind() {
    MappingReader reader =
        reader("framing: sse\nkind: /t\nvisible: [{ when: a, at: /x }]\nend: [{ when: failed }]\n");
    assertThat(reader.read("error", "{\"t\":\"b\"}")).isInstanceOf(ChatEvent.ServiceError.class);
    assertThat(reader.read("message", "{\"t\":\"run.failed\"}"))
        .isInstanceOf(ChatEvent.ServiceError.class);
    assertThat(reader.read("message", "{\"x\":1}")).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(reader.read("error", "{\"t\":\"a\",\"x\":\"Hi\"}")).isEqualTo(token("Hi"));
  }

  @Test
  void numbersThatAreLeftOutAreLostEvents() {
    String rules =
        "framing: sse\nkind: event\nsequence: /n\nvisible: [{ when: text, at: /x }]\n"
            + "end: [{ when: done }]\nignore: [log]\n";
    MappingReader reader = reader(rules);
    assertThat(reader.read("text", "{\"n\":7,\"x\":\"a\"}")).isEqualTo(token("a"));
    assertThat(reader.read("text", "{\"n\":8,\"x\":\"b\"}")).isEqualTo(token("b"));
    assertThat(reader.read("log", "{\"n\":9}")).isEqualTo(ChatEvent.Other.KNOWN);
    assertThat(reader.read("text", "{\"n\":3,\"x\":\"c\"}")).isEqualTo(token("c"));
    assertThat(reader.read("text", "{\"n\":\"12\",\"x\":\"c\"}")).isEqualTo(token("c"));
    assertThat(reader.read("text", "{\"x\":\"d\"}")).isEqualTo(token("d"));
    assertThat(reader.read("text", "{\"n\":10,\"x\":\"e\"}")).isEqualTo(token("e"));
    assertThat(reader.read("text", "{\"n\":12,\"x\":\"f\"}"))
        .isEqualTo(malformed("events were lost between numbers 10 and 12"));
    assertThat(reader.read("log", "{\"n\":14}"))
        .isEqualTo(malformed("events were lost between numbers 12 and 14"));
    assertThat(reader.read("other", "{\"n\":16}"))
        .isEqualTo(malformed("events were lost between numbers 14 and 16"));
    assertThat(reader.read("error", "{\"n\":18}")).isInstanceOf(ChatEvent.ServiceError.class);
    MappingReader fromZero = reader(rules);
    assertThat(fromZero.read("text", "{\"n\":0,\"x\":\"a\"}")).isEqualTo(token("a"));
    assertThat(fromZero.read("text", "{\"n\":2,\"x\":\"b\"}"))
        .isEqualTo(malformed("events were lost between numbers 0 and 2"));
  }

  @Test
  void textBehindTheEndIsMalformedAndOtherThingsAreNot() {
    String rules =
        "framing: sse\nvisible: [/x]\nend: [{ at: /end }]\n"
            + "marker: { text: \"[DONE]\", is: required }\nusage: { output: /o }\n";
    MappingReader reader = reader(rules);
    assertThat(reader.read("message", "{\"x\":\"a\"}")).isEqualTo(token("a"));
    assertThat(reader.read("message", "{\"end\":1}")).isEqualTo(ChatEvent.Other.KNOWN);
    assertThat(reader.read("message", "{\"x\":\"\"}")).isEqualTo(ChatEvent.Other.KNOWN);
    assertThat(reader.read("message", "{\"o\":3}"))
        .isEqualTo(new ChatEvent.Used(new Usage(null, 3L, null)));
    assertThat(reader.read("message", "{\"x\":\"b\"}"))
        .isEqualTo(malformed("text after the end of the reply: {\"x\":\"b\"}"));
    assertThat(reader.read("message", "{\"x\":\"c\",\"o\":4}"))
        .isEqualTo(malformed("text after the end of the reply: {\"x\":\"c\",\"o\":4}"));
    assertThat(reader.read("message", "[DONE]")).isEqualTo(WHOLE);
  }

  @Test
  void stepsTextThatIsTakenBackAndOtherModelsAreToldInTheirOrder() {
    MappingReader reader =
        reader(
            "framing: sse\nkind: event\nvisible: [{ when: [begin, text, back], at: /x }]\n"
                + "step: [begin]\nretract: [{ when: back, what: step }, { at: /all }]\n"
                + "other-model: [{ at: /fallback }]\nend: [{ when: done }]\n");
    assertThat(reader.read("begin", "{\"x\":\"a\"}"))
        .isEqualTo(new ChatEvent.Several(List.of(new ChatEvent.StepStart(), token("a"))));
    assertThat(reader.read("back", "{\"x\":\"b\"}"))
        .isEqualTo(new ChatEvent.Several(List.of(new ChatEvent.Retracted(false), token("b"))));
    assertThat(reader.read("other", "{\"all\":1}")).isEqualTo(new ChatEvent.Retracted(true));
    assertThat(reader.read("other", "{\"fallback\":1}"))
        .isEqualTo(new ChatEvent.Other(true, new Flaw(Flaw.Kind.OTHER_MODEL, "{\"fallback\":1}")));
    assertThat(reader.read("text", "{\"degraded\":true}"))
        .isEqualTo(new ChatEvent.Other(true, new Flaw(Flaw.Kind.DEGRADED, "degraded true")));
  }

  @Test
  void ofTextThatIsNoJsonTheBeginningIsSearchedAtTheEnd() {
    String rules =
        "framing: sse\nkind: event\ndata: text\nvisible: [{ when: message, at: \"\" }]\n"
            + "end: [{ when: done }]\n";
    MappingReader error = reader(rules);
    assertThat(error.read("message", "Error")).isEqualTo(token("Error"));
    assertThat(error.read("message", ": x")).isEqualTo(token(": x"));
    assertThat(error.read("done", "-")).isEqualTo(new ChatEvent.ServiceError("Error: x"));
    MappingReader text = reader(rules);
    text.read("message", "Hello " + "x".repeat(5000));
    text.read("message", "Error: x");
    assertThat(text.read("done", "-")).isEqualTo(WHOLE);
    assertThat(reader(rules).read("other", "x")).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(reader(rules).read("message", "{\"degraded\":true}"))
        .isInstanceOf(ChatEvent.Several.class);
  }

  private static Framing.Rest rest(String data) {
    return new Framing.Rest("message", data);
  }

  @Test
  void whatTheEndOfTheBodyLeavesIsAnEventOnlyOfLines() {
    String rules = "visible: [/x]\nend: [{ at: /end }]\nmarker: { text: E, is: required }\n";
    MappingReader lines = reader("framing: ndjson\n" + rules);
    assertThat(lines.atEnd(null)).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(lines.atEnd(rest("{\"x\":\"a\"}")))
        .isEqualTo(new ChatEvent.Several(List.of(token("a"), ChatEvent.Other.UNKNOWN)));
    assertThat(lines.atEnd(rest("{\"x\":"))).isEqualTo(ChatEvent.Other.UNKNOWN);
    lines.read("message", "{\"end\":1}");
    ChatEvent cut =
        new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, "the stream ended without E");
    assertThat(lines.atEnd(null)).isEqualTo(cut);
    assertThat(lines.atEnd(rest("E"))).isEqualTo(WHOLE);

    MappingReader events = reader("framing: sse\n" + rules);
    assertThat(events.atEnd(rest("{\"x\":\"a\"}"))).isEqualTo(ChatEvent.Other.UNKNOWN);
    assertThat(events.atEnd(rest("{\"error\":\"down\"}")))
        .isEqualTo(new ChatEvent.ServiceError("down"));
    MappingReader busy =
        reader(
            "framing: sse\nerror: [{ at: /err, kind: /err, busy: [b] }]\n"
                + rules.replace("marker: { text: E, is: required }\n", ""));
    assertThat(busy.atEnd(rest("{\"err\":\"b\"}")))
        .isInstanceOfSatisfying(
            ChatEvent.Failed.class,
            failed -> assertThat(failed.outcome()).isEqualTo(Outcome.ERROR_EVENT));
    MappingReader reason =
        reader(
            "framing: sse\nvisible: [/x]\nreason: [{ at: /why, means: { stop: ok } }]\n"
                + "end: [{ at: /end }]\n");
    assertThat(reason.atEnd(rest("{\"end\":1}")))
        .as("an end without its reason is cut as it is")
        .isEqualTo(ChatEvent.Other.UNKNOWN);
  }

  @Test
  void wholeTextsAndWhatTheyUsedAreToldAgainByTheShapeOfTheFirst() {
    MappingReader reader =
        reader("framing: sse\nvisible: [/x]\nusage: { output: /o }\nend: [{ at: /end }]\n");
    for (int i = 0; i < 3; i++) {
      assertThat(reader.read("message", "{\"x\":\"a" + i + "\",\"o\":" + i + "}"))
          .isEqualTo(
              new ChatEvent.Several(
                  List.of(token("a" + i), new ChatEvent.Used(new Usage(null, (long) i, null)))));
    }
  }
}
