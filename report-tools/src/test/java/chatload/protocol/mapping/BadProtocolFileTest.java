package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatload.tool.ExitCode;
import chatload.tool.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that describes no protocol is refused with its line, its key and what is accepted. */
class BadProtocolFileTest {

  private static final String GOOD =
      """
      protocol: own
      request: { body: { q: "${message}" } }
      framing: sse
      kind: /type
      visible: [{ when: text, at: /text }]
      reason: [{ when: done, at: /why, means: { stop: ok } }]
      end: [{ when: done }]
      marker: { text: "[DONE]", is: optional }
      error: [{ when: error, message: /message }]
      """;

  @Test
  void theFileThatIsSpoiledHereIsGood() {
    assertThat(Protocols.read("own.yaml", GOOD).name()).isEqualTo("own");
  }

  /** Each puts something else in the place of something, or adds it at the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          protocol: own |  | 2: protocol: it is missing | protocol: NAME
          protocol: own | protocol: My Own | 1: protocol: it can't be "My Own" | small letters
          protocol: own | protocol: [a] | 1: protocol: it is a list | one value
          framing: sse |  | 1: framing: it is missing | sse, ndjson, prefixed-lines, text
          framing: sse | framing: see | 3: framing: it can't be "see" | sse, ndjson, prefixed-lines, text
          framing: sse | framing: text | 4: kind: it means nothing where framing is text | min-chars
          framing: sse | framming: sse | 3: framming: there is no such key | Did you mean framing?
          kind: /type | kind: type | 4: kind: "type" is no path | /choices/*/delta/content
          kind: /type | kind: none | 4: kind: rules ask for the kind | kind: /type
          kind: /type |  | 1: kind: rules ask for the kind | kind: event
          at: /text | at: text | 5: visible.at: "text" is no path | paths such as
          at: /text | at: "/a[b" | 5: visible.at: "/a[b" is no path | paths such as
          , at: /text |  | 5: visible.at: it is missing | at: /path
          at: /text | at: /text, means: ok | 5: visible.means: text can't mean that | refused
          at: /text | at: /text, is: echo | 5: visible.is: it can't be "echo" | repetition
          at: /text | at: /text, if: x | 5: visible.if: there is no such key | when, at, means, is
          means: { stop: ok } | means: { stop: good } | 6: reason.means.stop: it can't be "good" | ok, cut-short, refused
          , means: { stop: ok } |  | 6: reason.means: it is missing | WORD: MEANING
          means: { stop: ok } | of: /i, means: ok | 6: reason.of: it needs in | in: /choices/*
          when: done, at: /why, |  | 6: reason: it is about every event | when: KIND
          end: [{ when: done }] |  | 1: end: it is missing | reason, marker, response
          end: [{ when: done }] | end: [{ }] | 7: end: it is about every event | when: KIND
          end: [{ when: done }] | end: finish | 7: end: it can't be "finish" here | reason, marker, response
          end: [{ when: done }] | end: marker | 7: end: it can't be "marker" here | reason, marker, response
          is: optional | is: maybe | 8: marker.is: it can't be "maybe" | required, optional
          text: "[DONE]", |  | 8: marker.text: it is missing | "[DONE]"
          marker: { text: "[DONE]", is: optional } | marker: x | 8: marker: it has no keys | text, is
          error: [{ when: error, message: /message }] | error: [{ message: /m }] | 9: error: it is about every event | at: PATH
          "${message}" | "hello" | 2: request.body: it has no ${message} | Put ${message}
          "${message}" | ["${history}", "${message}"] | 2: request.body: ${history} has no shape to take | role: user
          "${message}" | "${message} ${history}" | 2: request.body: nothing fills ${history} | ${message}, ${thread}, ${model}, ${unique}
          request: { body: { q: "${message}" } } |  | 1: request: it is missing | body
          request: { body: { q: "${message}" } } | request: { method: POST } | 2: request.body: it is missing | with ${message} in it
          request: { | request: { headers: { x-a: "${nothing}" }, | 2: request.headers: nothing fills ${nothing} | ${env:NAME}
          "${message}" | "${message}", "${no}": 1 | 2: request.body: nothing fills ${${no} | ${message}
          "${message}" | ["${message}", "${history}"] | 2: request.body: ${history} has no shape to take | role: user
          "${message}" | ["${history}", { content: "${message}" }] | 2: request.body: ${history} has no shape to take | role: user
          "${message}" | "${message}", h: ["${history}", { role: user, content: x }] | 2: request.body: ${history} has no shape to take | role: user
          "${message}" | ["${history}", { role: user, q: "${message}" }], h: ["${history}", { role: user, q: "${message}" }] | 2: request.body: ${history} has no shape to take | role: user
          request: { | request: { method: GET, | 2: request.method: it can't be "GET" | POST, PUT, PATCH
          request: { | request: { headers: { Authorization: x }, | 2: request.headers: "Authorization" can't be set here | --header-file
          request: { | request: { headers: { api-key: x }, | 2: request.headers: "api-key" can't be set here | --header-file
          request: { | request: { headers: { X-User-Id: x }, | 2: request.headers: "X-User-Id" can't be set here | --header-file
          request: { | request: { headers: { x-demo-key: 0123456789abcdef }, | 2: request.headers: "x-demo-key" can't be set here | --header-file
          q: "${message}" | `q: "${message}", password: hunter2hunter2` | 2: this looks like a credential | a body can't hold
          framing: sse | `framing: sse\n# sk-proj-AbCdEf1234567890AbCdEf1234567890` | 4: this looks like a credential | --header-file
          request: { | request: { headers: { "a b": x }, | 2: request.headers: "a b" can't be set here | --header-file
          framing: sse | framing: [ | 5: this is no YAML | quotes
          framing: sse | `framing: sse\nframing: sse` | 4: the key "framing" stands here twice | Remove one
          framing: sse | framing: *sse | 3: an alias | Write its value
          visible: [{ when: text, at: /text }] |  | 1: visible: it is missing | visible: [/path]
          error: [{ when: error, message: /message }] | min-chars: 5 | 9: min-chars: it is only for framing: text | Leave it out
          error: [{ when: error, message: /message }] | error-pattern: "^E" | 9: error-pattern: it is only for framing: text | Leave it out
          error: [{ when: error, message: /message }] | retract: [{ what: all }] | 9: retract: it is about every event | when: KIND
          """)
  void whatIsWrongIsSaid(String good, String bad, String message, String hint) {
    assertThat(GOOD).contains(good);
    String text = GOOD.replace(good, bad == null ? "" : bad.replace("\\n", "\n"));
    assertThatThrownBy(() -> Protocols.read("own.yaml", text))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage()).startsWith("own.yaml:" + message);
              assertThat(error.hint()).contains(hint);
              assertThat(error.getMessage())
                  .doesNotContain("0123456789abcdef", "hunter2", "sk-proj");
              assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          min-chars: many | min-chars: it can't be "many" | 1 to
          error-pattern: "(" | error-pattern: this is no regular expression | java.util.regex
          """)
  void whatIsWrongWithBareTextIsSaid(String line, String message, String hint) {
    String text = "protocol: own\nrequest: { body: { q: \"${message}\" } }\nframing: text\n";
    assertThatThrownBy(() -> Protocols.read("own.yaml", text + line + "\nend: response\n"))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.getMessage()).startsWith("own.yaml:4: " + message);
              assertThat(error.hint()).contains(hint);
            });
  }

  @Test
  void whatIsNoDocumentIsRefused() {
    assertThatThrownBy(() -> Protocols.read("own.yaml", ""))
        .hasMessage("own.yaml:1: there are no keys and values");
    assertThatThrownBy(() -> Protocols.read("own.yaml", GOOD + "---\na: b\n"))
        .hasMessage("own.yaml:11: there is a second document");
  }
}
