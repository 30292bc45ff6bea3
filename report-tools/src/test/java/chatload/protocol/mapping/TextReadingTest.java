package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.files.Json;
import chatload.protocol.ChatEvent;
import chatload.protocol.errors.Flaw;
import chatload.protocol.mapping.Rules.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReadingTest {

  private static final Rules.Text TEXT = text("/x", Role.VISIBLE, false, false, false);
  private static final Rules.Text AGAIN = text("/y", Role.VISIBLE, false, true, false);
  private static final Rules.Text ONCE_MORE = text("/z", Role.VISIBLE, false, true, false);
  private static final Rules.Text REFUSAL = text("/no", Role.VISIBLE, true, false, false);
  private static final Rules.Text ABOVE = text("/in", Role.VISIBLE, false, false, true);
  private static final Rules.Text THOUGHT = text("/g", Role.GENERATED, false, false, false);
  private static final Rules.Text CALL = text("/call", Role.CALL, false, false, false);

  private static final List<Rules.Text> ALL =
      List.of(CALL, THOUGHT, TEXT, AGAIN, ONCE_MORE, REFUSAL, ABOVE);

  private TextReading reading = new TextReading(false);
  private boolean matched;

  private static Rules.Text text(
      String at, Role role, boolean refused, boolean repetition, boolean above) {
    return new Rules.Text(Kinds.ALL, JsonPath.parse(at), role, refused, repetition, above);
  }

  private List<ChatEvent> read(String data) {
    try {
      List<ChatEvent> events = new ArrayList<>();
      matched = reading.read(ALL, Json.MAPPER.readTree(data), data, events);
      return events;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ChatEvent token(String text) {
    return new ChatEvent.Token(text);
  }

  @Test
  void textIsFoundByAnyRule() {
    assertThat(read("{}")).isEmpty();
    assertThat(matched).isFalse();
    assertThat(read("{\"x\":\"\"}")).isEmpty();
    assertThat(matched).isTrue();
    assertThat(read("{\"x\":\"a\",\"in\":\"b\"}")).containsExactly(token("ab"));
    assertThat(read("{\"x\":\"c\"}")).containsExactly(token("c"));
  }

  @Test
  void aRepetitionIsTextUntilTheOriginalCame() {
    assertThat(read("{\"y\":\"\",\"z\":\"a\"}")).containsExactly(token("a"));
    assertThat(read("{\"y\":\"b\"}")).as("one more way to say it").isEmpty();
    assertThat(read("{\"z\":\"c\"}")).containsExactly(token("c"));
    assertThat(read("{\"x\":\"\",\"z\":\"d\"}")).containsExactly(token("d"));
    assertThat(read("{\"x\":\"e\",\"z\":\"e\"}")).containsExactly(token("e"));
    assertThat(read("{\"z\":\"f\"}")).isEmpty();
    assertThat(matched).isFalse();
  }

  @Test
  void whatIsNoTextIsMalformedUnlessAnotherRuleLooksIntoIt() {
    assertThat(read("{\"x\":5}"))
        .containsExactly(new ChatEvent.Malformed("text that is no text: {\"x\":5}"));
    assertThat(matched).isTrue();
    assertThat(read("{\"x\":{}}"))
        .containsExactly(new ChatEvent.Malformed("text that is no text: {\"x\":{}}"));
    assertThat(read("{\"in\":5}"))
        .containsExactly(new ChatEvent.Malformed("text that is no text: {\"in\":5}"));
    assertThat(read("{\"in\":{}}")).isEmpty();
    assertThat(read("{\"x\":5,\"in\":{}}")).hasSize(1);
    assertThat(read("{\"x\":\"a\"}")).containsExactly(token("a"));
  }

  @Test
  void aRefusalIsTextWithAFlaw() {
    assertThat(read("{\"no\":\"I can't\"}"))
        .containsExactly(new ChatEvent.Token("I can't", new Flaw(Flaw.Kind.REFUSED, "I can't")));
    assertThat(read("{\"no\":\"\",\"x\":\"a\"}")).containsExactly(token("a"));
  }

  @Test
  void whatTheUserDoesNotSeeComesBehindTheText() {
    assertThat(read("{\"g\":\"hm\",\"x\":\"a\",\"call\":{}}"))
        .containsExactly(token("a"), new ChatEvent.Generated(true), new ChatEvent.Generated(false));
    assertThat(read("{\"g\":\"\"}")).isEmpty();
    assertThat(matched).isTrue();
  }

  @Test
  void eachTextCanHoldAllBeforeIt() {
    reading = new TextReading(true);
    assertThat(read("{\"x\":\"ab\"}")).containsExactly(token("ab"));
    assertThat(read("{\"x\":\"abc\"}")).containsExactly(token("c"));
    assertThat(read("{\"x\":\"abc\"}")).containsExactly(token(""));
    assertThat(read("{\"x\":\"b\"}")).containsExactly(new ChatEvent.Retracted(true), token("b"));
    reading.retracted();
    assertThat(read("{\"x\":\"bc\"}")).containsExactly(token("bc"));
  }
}
