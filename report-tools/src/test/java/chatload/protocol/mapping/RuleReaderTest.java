package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.protocol.ChatEvent;
import chatload.tool.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules of a file come to, and which do not go together. */
class RuleReaderTest {

  private static MappedProtocol own(String rules) {
    return (MappedProtocol)
        Protocols.read(
            "own.yaml", "protocol: own\nrequest: { body: { q: \"${message}\" } }\n" + rules);
  }

  private static ChatEvent read(String rules, String data) {
    return own(rules).reader().read("message", data);
  }

  @Test
  void whereOneRuleLooksIntoWhatAnotherTakesForTextBothFindTheirs() {
    String both = "framing: sse\nvisible: [/c, /c/t]\nend: [{ at: /end }]\n";
    assertThat(read(both, "{\"c\":\"a\"}")).isEqualTo(new ChatEvent.Token("a"));
    assertThat(read(both, "{\"c\":{\"t\":\"b\"}}")).isEqualTo(new ChatEvent.Token("b"));
    assertThat(read(both, "{\"c\":{\"t\":{}}}")).isInstanceOf(ChatEvent.Malformed.class);
    String others =
        "framing: sse\nkind: /k\nvisible: [{ when: a, at: /c }, { when: b, at: /c/t }]\n"
            + "end: [{ at: /end }]\n";
    assertThat(read(others, "{\"k\":\"a\",\"c\":{}}")).isInstanceOf(ChatEvent.Malformed.class);
  }

  @Test
  void whatTheFileExplainsIsNotSearchedForErrors() {
    String kind =
        "framing: sse\nkind: /type\nvisible: [{ when: a, at: /x }]\nknown: [x.failed]\n"
            + "end: [{ when: z }]\n";
    assertThat(read(kind, "{\"type\":\"x.failed\"}")).isEqualTo(ChatEvent.Other.KNOWN);
    String reason =
        "framing: sse\nvisible: [/x]\nend: reason\n"
            + "reason: [{ at: /finish_reason, means: { length: ok } }]\n";
    assertThat(read(reason, "{\"finish_reason\":\"length\"}")).isEqualTo(ChatEvent.Other.KNOWN);
    String each = reason.replace("at: /finish", "in: /choices/*, at: /finish");
    assertThat(read(each, "{\"choices\":[{\"finish_reason\":\"length\"}]}"))
        .isEqualTo(ChatEvent.Other.KNOWN);
  }

  @Test
  void contentTypesAreComparedInSmallLetters() {
    String rules = "framing: sse\nvisible: [/x]\nend: [{ at: /end }]\n";
    assertThat(own(rules + "content-type: [Text/Plain]\n").contentTypes())
        .containsExactly("text/plain");
    assertThat(own(rules).contentTypes()).containsExactly("text/event-stream");
    assertThat(own(rules).mapping().endBy).isEqualTo(Mapping.EndBy.RULE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          generated: [/g];end: [{ at: /e }] | 1: visible: it is missing | visible: [/path]
          visible: [/x];end: [] | 5: end: it can't be a rule here | reason, marker, response
          visible: [/x];end: reason | 5: end: it can't be "reason" here | reason, marker, response
          visible: [/x];end: marker | 5: end: it can't be "marker" here | reason, marker, response
          """)
  void anEndNeedsWhatItIsMadeOf(String rules, String message, String hint) {
    assertBad("framing: sse\n" + rules.replace(";", "\n") + "\n", message, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          min-chars: 1 | 1: end: it is missing | Accepted: response.
          end: [{ at: /e }] | 4: end: it can't be a rule here | Accepted: response.
          end: marker;marker: { text: E, is: required } | 4: end: it can't be "marker" here | Accepted: response.
          """)
  void bareTextEndsWithItsResponse(String rules, String message, String hint) {
    assertBad("framing: text\n" + rules.replace(";", "\n") + "\n", message, hint);
  }

  private static void assertBad(String rules, String message, String hint) {
    assertThatThrownBy(() -> own(rules))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage()).isEqualTo("own.yaml:" + message);
              assertThat(error.hint()).contains(hint);
            });
  }
}
