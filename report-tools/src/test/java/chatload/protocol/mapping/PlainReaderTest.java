package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatEvent;
import chatload.protocol.Framing;
import chatload.run.Cause;
import chatload.run.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainReaderTest {

  private static final String END = "marker: { text: \"<END>\", is: required }\n";
  private static final ChatEvent WHOLE = new ChatEvent.Terminal(null, null);
  private static final int MOST_KEPT = 1 << 18;

  private static ChatEvent end(String rules, String... pieces) {
    return reader(rules, pieces).atEnd(null);
  }

  private static PlainReader reader(String rules, String... pieces) {
    String file =
        "protocol: own\nrequest: { body: { q: \"${message}\" } }\nframing: text\nend: response\n";
    MappedProtocol own = (MappedProtocol) Protocols.read("own.yaml", file + rules);
    PlainReader reader = new PlainReader(own.mapping());
    for (String piece : pieces) {
      assertThat(reader.read("message", piece)).isEqualTo(new ChatEvent.Token(piece));
    }
    return reader;
  }

  private static ChatEvent truncated(String why) {
    return new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, why);
  }

  @Test
  void aReplyThatIsAnErrorInItsWholeIsOne() {
    assertThat(end("", "Error: ", "it died"))
        .isEqualTo(new ChatEvent.ServiceError("Error: it died"));
    assertThat(end("", " {\"error\":\"it died\"}"))
        .isEqualTo(new ChatEvent.ServiceError("it died"));
    assertThat(end("", "[{\"error\":\"it died\"}]"))
        .isEqualTo(new ChatEvent.ServiceError("it died"));
    assertThat(end("", "\"Internal Server Error\""))
        .isEqualTo(new ChatEvent.ServiceError("Internal Server Error"));
    assertThat(end("", "{\"degraded\":true}")).isEqualTo(WHOLE);
    assertThat(end("", "\"Error: x\" is what it said")).isEqualTo(WHOLE);
    assertThat(end("")).isEqualTo(WHOLE);
  }

  @Test
  void aFileCanSayWhatElseIsOneInTheBeginningOfAReply() {
    String rules = "error-pattern: \"oops\"\n";
    assertThat(end(rules, "well, oo", "ps")).isEqualTo(new ChatEvent.ServiceError("well, oops"));
    assertThat(end(rules, "well")).isEqualTo(WHOLE);
    assertThat(end(rules, "x".repeat(MOST_KEPT), "oops")).isEqualTo(WHOLE);
    assertThat(end(rules, "x".repeat(MOST_KEPT - 6), "oops", "xxxx"))
        .isInstanceOf(ChatEvent.ServiceError.class);
    assertThat(end(rules, "x".repeat(MOST_KEPT + 4), "oops")).isEqualTo(WHOLE);
  }

  @Test
  void theMarkerStandsAtTheEndInWhateverPieces() {
    ChatEvent without = truncated("the reply ended without <END>");
    assertThat(end(END, "Hi<E", "ND", "> \n")).isEqualTo(WHOLE);
    assertThat(end(END, "Hi<END>", " ".repeat(1000))).isEqualTo(WHOLE);
    assertThat(end(END, "Hi<END>", " ".repeat(1020))).as("too far away").isEqualTo(without);
    assertThat(end(END, "x".repeat(3000) + "<END>" + " ".repeat(1019))).isEqualTo(WHOLE);
    assertThat(end(END, "Hi<END>", "x")).isEqualTo(without);
    assertThat(end(END)).isEqualTo(without);
    assertThat(end(END, " <END>\n"))
        .isEqualTo(
            new ChatEvent.Failed(Outcome.EMPTY, Cause.MODEL, "the reply has no text but <END>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hi", "Hi<END>", "\n"})
  void aMarkerCanBeMissing(String reply) {
    assertThat(end(END.replace("required", "optional"), reply)).isEqualTo(WHOLE);
  }

  @Test
  void ofAReplyOfBlanksAloneTheReaderSaysNothing() {
    assertThat(end("", "\n")).isEqualTo(WHOLE);
  }

  @Test
  void aReplyCanBeAskedForAsManyCharacters() {
    assertThat(end("min-chars: 4\n", "Hi", "\ud83d\ude00!")).isEqualTo(WHOLE);
    assertThat(end("min-chars: 5\n", "Hi", "\ud83d\ude00!"))
        .isEqualTo(truncated("the reply has 4 characters, not 5"));
  }

  @Test
  void halfACharacterIsACut() {
    assertThat(reader("", "Hi").atEnd(new Framing.Rest("message", "\uFFFD")))
        .isEqualTo(truncated("the reply ends within a character"));
  }
}
