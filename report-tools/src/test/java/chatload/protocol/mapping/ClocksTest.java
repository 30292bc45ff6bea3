package chatload.protocol.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatReading;
import chatload.protocol.ChatReading.Step;
import chatload.protocol.Usage;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When something came that the model produced, when the user saw it, and what was used. */
class ClocksTest {

  private static ChatReading reading(String protocol) {
    return new ChatReading(Protocols.named(protocol), List.of(), text -> text);
  }

  @Test
  void whatTheModelThinksIsGeneratedAndNotVisible() {
    ChatReading reading = reading("openai-chat");
    reading.event("message", "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}", 5);
    assertThat(reading.generation().firstNanos()).isNegative();
    reading.event("message", "{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}", 10);
    assertThat(reading.generation().firstNanos()).isEqualTo(10);
    assertThat(reading.hasToken()).isFalse();
    assertThat(reading.event("message", "{\"choices\":[{\"delta\":{\"content\":\"4\"}}]}", 20))
        .isEqualTo(Step.FIRST_TOKEN);
    assertThat(reading.generation().firstNanos()).isEqualTo(10);
    assertThat(reading.firstTokenNanos()).isEqualTo(20);
  }

  @Test
  void firstIsTheTextThatStayedAndTheEarliestIsToldToo() {
    ChatReading reading = reading("ai-sdk-ui");
    reading.event("message", "{\"type\":\"start-step\"}", 1);
    reading.event("message", "{\"type\":\"text-delta\",\"delta\":\"Wrong\"}", 2);
    reading.event("message", "{\"type\":\"reset-step\"}", 3);
    assertThat(reading.hasToken()).isFalse();
    assertThat(reading.chunks()).isZero();
    assertThat(reading.event("message", "{\"type\":\"text-delta\",\"delta\":\"Right\"}", 9))
        .isEqualTo(Step.FIRST_TOKEN);
    assertThat(reading.firstTokenNanos()).isEqualTo(9);
    assertThat(reading.firstShownNanos()).isEqualTo(2);
    assertThat(reading.reply()).hasToString("Right");
  }

  @Test
  void aStepThatIsTakenBackLeavesTheStepsBeforeIt() {
    ChatReading reading = reading("ai-sdk-ui");
    reading.event("message", "{\"type\":\"text-delta\",\"delta\":\"One\"}", 2);
    reading.event("message", "{\"type\":\"text-delta\",\"delta\":\" two\"}", 5);
    reading.event("message", "{\"type\":\"start-step\"}", 6);
    reading.event("message", "{\"type\":\"text-delta\",\"delta\":\" wrong\"}", 100);
    reading.event("message", "{\"type\":\"reset-step\"}", 101);
    assertThat(reading.firstTokenNanos()).isEqualTo(2);
    assertThat(reading.pace().longestGapNanos()).isEqualTo(3);
    assertThat(reading.chunks()).isEqualTo(2);
    assertThat(reading.reply()).hasToString("One two");
  }

  @Test
  void theLastThatIsSaidOfTheUsageCounts() {
    ChatReading reading = reading("anthropic");
    assertThat(reading.generation().usage()).isNull();
    reading.event(
        "message_start",
        "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}",
        1);
    reading.event(
        "message_delta",
        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":42}}",
        2);
    assertThat(reading.generation().usage()).isEqualTo(new Usage(9L, 42L, null));
  }

  @Test
  void textAndEndCanStandInOneEvent() {
    ChatReading reading = reading("ollama");
    assertThat(reading.event("message", "{\"response\":\"Hi\",\"done\":true}", 7))
        .isEqualTo(Step.TERMINAL);
    assertThat(reading.firstTokenNanos()).isEqualTo(7);
    assertThat(reading.terminalNanos()).isEqualTo(7);
  }

  @Test
  void theEndIsWhenTheMarkerComesIfThatIsRequired() {
    ChatReading reading = reading("openai-chat");
    String last = "{\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";
    assertThat(reading.event("message", last, 3)).isEqualTo(Step.FIRST_TOKEN);
    assertThat(reading.hasTerminal()).isFalse();
    assertThat(reading.event("message", "[DONE]", 8)).isEqualTo(Step.TERMINAL);
    assertThat(reading.terminalNanos()).isEqualTo(8);
    assertThat(reading.event("message", "[DONE]", 9)).isEqualTo(Step.NOTHING);
  }

  @Test
  void aServiceThatHasTooMuchToDoSaysSo() {
    ChatReading reading = reading("anthropic");
    reading.event(
        "error",
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
        1);
    assertThat(reading.outcome()).isEqualTo(Outcome.ERROR_EVENT);
    assertThat(reading.cause()).isEqualTo(Cause.RATE_LIMIT);
    assertThat(reading.error()).isEqualTo("error event: the service is busy: Overloaded");
  }
}
