package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.errors.Flaw;
import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

  private final ShownText shown = new ShownText(List.of("Sorry"));

  @Test
  void ofALongTextWhatIsKeptAndWhatCouldBeCannedHasToArrive() {
    assertThat(shown.longTexts(ChatProtocol.EYWA))
        .isEqualTo(new LongTexts(ChatProtocol.EYWA, 65_536, 20, 512));
    assertThat(new ShownText(List.of()).longTexts(ChatProtocol.EYWA).visible()).isOne();
  }

  @Test
  void whatIsTakenBackWithItsStepLeavesWhatCameBefore() {
    add("Sor", 10);
    shown.step();
    add("bet", 30);
    add("s", 90);
    shown.retract(false);
    assertThat(shown.reply()).hasToString("Sor");
    assertThat(shown.chunks()).isOne();
    assertThat(shown.firstNanos()).isEqualTo(10);
    assertThat(shown.pace().longestGapNanos()).isNegative();
    add("ry", 100);
    assertThat(shown.reply()).hasToString("Sorry");
    assertThat(shown.start().canned()).isEqualTo("Sorry");
    assertThat(shown.pace().longestGapNanos()).isEqualTo(90);
    assertThat(shown.pace().chars()).isEqualTo(5);
  }

  @Test
  void whatIsTakenBackAsAWholeWasShownAllTheSame() {
    add("Hello", 0);
    shown.step();
    add(" you", 5);
    shown.retract(true);
    assertThat(shown.reply()).isEmpty();
    assertThat(shown.firstNanos()).isNegative();
    assertThat(shown.earliestNanos()).isZero();
    add("Sorry", 100);
    assertThat(shown.start().canned()).isEqualTo("Sorry");
    assertThat(shown.firstNanos()).isEqualTo(100);
    assertThat(shown.earliestNanos()).isZero();
    assertThat(shown.chunks()).isOne();
  }

  @Test
  void halfACharacterIsTakenBackToo() {
    shown.add("a\ud83d");
    shown.retract(true);
    shown.add("\ude00b");
    assertThat(shown.reply().charAt(0)).isEqualTo('\ude00');
  }

  @Test
  void whatIsReadLateIsNoGapOfTheService() {
    shown.lateBy(nanos -> nanos / 2);
    add("a", 0);
    add("b", 10);
    assertThat(shown.pace().ownInLongestGap()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Hi, -, false, -",
        "Hi, -, true, NO_ANSWER",
        "Hi, CUT_SHORT, true, TRUNCATED",
        "'', -, false, EMPTY",
        "'', -, true, NO_ANSWER",
        "'', CUT_SHORT, false, EMPTY",
        "'', CUT_SHORT, true, NO_ANSWER",
        "'', REFUSED, false, REFUSED",
        "'', REFUSED, true, REFUSED",
        "Sorry, -, false, FALLBACK_REPLY",
        "Sorry, REFUSED, false, REFUSED"
      })
  void whatFailsAReplyThatHasEnded(String text, Flaw.Kind flaw, boolean call, Outcome outcome) {
    Generation generation = new Generation();
    generation.take(new ChatEvent.Generated(call), 1);
    add(text, 1);
    ChatEvent.Failed failed =
        WholeReply.failure(shown, generation, flaw == null ? null : new Flaw(flaw, "x"));
    assertThat(failed == null ? null : failed.outcome()).isEqualTo(outcome);
  }

  private void add(String text, long nanos) {
    if (shown.add(text)) {
      shown.seenAt(nanos);
    }
  }
}
