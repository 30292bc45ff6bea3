package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import chatload.protocol.ChatReading.Step;
import chatload.protocol.errors.Flaw;
import chatload.run.Cause;
import chatload.run.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What events do to a chat, whatever protocol they are of. */
class ChatReadingStepsTest {

  private static final ChatEvent TEXT = new ChatEvent.Token("Hi");
  private static final ChatEvent END = new ChatEvent.Terminal(null, null);
  private static final ChatEvent ERROR = new ChatEvent.ServiceError("down");
  private static final ChatEvent CUT =
      new ChatEvent.Failed(Outcome.TRUNCATED, Cause.SERVICE, "cut");

  private ChatEvent next;
  private ChatEvent atEnd = ChatEvent.Other.UNKNOWN;

  private final ChatReading reading =
      new ChatReading(
          new ChatProtocolTest.Plain() {
            @Override
            public EventReader reader() {
              return new EventReader() {
                @Override
                public ChatEvent read(String name, String data) {
                  return next;
                }

                @Override
                public ChatEvent atEnd(Framing.Rest rest) {
                  return atEnd;
                }

                @Override
                public String conversation() {
                  return "c-1";
                }
              };
            }
          },
          List.of("Sorry"),
          text -> text);

  private Step take(ChatEvent event, long nanos) {
    next = event;
    return reading.event("message", "{}", nanos);
  }

  private Step ended(ChatEvent end, boolean isRest) {
    atEnd = end;
    return reading.ended(isRest ? new Framing.Rest("message", "x") : null, 9);
  }

  @Test
  void severalInOneAreTakenInTheirOrder() {
    assertThat(take(new ChatEvent.Several(List.of(TEXT, ChatEvent.Other.KNOWN)), 1))
        .isEqualTo(Step.FIRST_TOKEN);
    assertThat(take(new ChatEvent.Several(List.of(TEXT, END)), 2)).isEqualTo(Step.TERMINAL);
    assertThat(reading.chunks()).isEqualTo(2);
  }

  @Test
  void ofSeveralNoneIsTakenBehindAFailure() {
    assertThat(take(new ChatEvent.Several(List.of(ERROR, TEXT)), 1)).isEqualTo(Step.FAILED);
    assertThat(reading.chunks()).isZero();
  }

  @Test
  void anEventThatFailsTheChatIsNoneOfAnotherProtocol() {
    assertThat(take(CUT, 1)).isEqualTo(Step.FAILED);
    assertThat(reading.outcome()).isEqualTo(Outcome.TRUNCATED);
  }

  @Test
  void aReplyOfUnknownEventsThatIsCutIsOneOfAnotherProtocol() {
    take(ChatEvent.Other.UNKNOWN, 1);
    assertThat(take(CUT, 2)).isEqualTo(Step.FAILED);
    assertThat(reading.outcome()).isEqualTo(Outcome.OTHER_PROTOCOL);
  }

  @Test
  void anyOtherFailureStandsEvenSo() {
    take(ChatEvent.Other.UNKNOWN, 1);
    take(new ChatEvent.Failed(Outcome.REFUSED, Cause.MODEL, "no"), 2);
    assertThat(reading.outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void whatTheModelDoesBesideTheTextIsTheProtocolsOwn() {
    for (ChatEvent event :
        List.of(
            new ChatEvent.Generated(false),
            new ChatEvent.Used(new Usage(1L, 2L, 3L)),
            new ChatEvent.StepStart(),
            new ChatEvent.Retracted(true))) {
      ChatReadingStepsTest other = new ChatReadingStepsTest();
      other.take(ChatEvent.Other.UNKNOWN, 1);
      assertThat(other.take(event, 2)).isEqualTo(Step.NOTHING);
      assertThat(other.ended(ChatEvent.Other.UNKNOWN, false)).isEqualTo(Step.FAILED);
      assertThat(other.reading.outcome()).as("%s", event).isEqualTo(Outcome.TRUNCATED);
    }
  }

  @Test
  void whatTheModelDoesIsKept() {
    take(new ChatEvent.Used(new Usage(1L, 2L, 3L)), 1);
    take(new ChatEvent.Generated(true), 3);
    assertThat(reading.generation().usage()).isEqualTo(new Usage(1L, 2L, 3L));
    assertThat(reading.generation().firstNanos()).isEqualTo(3);
    assertThat(take(TEXT, 5)).isEqualTo(Step.FIRST_TOKEN);
    assertThat(take(END, 6)).as("the call was answered").isEqualTo(Step.TERMINAL);
    assertThat(reading.conversation()).isEqualTo("c-1");
  }

  @Test
  void textIsTakenBackWithItsStepOrAsAWhole() {
    take(TEXT, 3);
    take(new ChatEvent.StepStart(), 4);
    take(TEXT, 5);
    take(new ChatEvent.Retracted(false), 6);
    assertThat(reading.reply()).hasToString("Hi");
    take(new ChatEvent.Retracted(true), 7);
    assertThat(reading.reply()).isEmpty();
    assertThat(reading.firstTokenNanos()).isNegative();
    assertThat(reading.firstShownNanos()).isEqualTo(3);
  }

  @Test
  void lostCharactersBehindTheEndFailTheChatOnce() {
    take(TEXT, 1);
    take(END, 2);
    Flaw flaw = new Flaw(Flaw.Kind.CUT_SHORT, "x");
    assertThat(take(new ChatEvent.Token("\uFFFD", flaw), 3)).isEqualTo(Step.FAILED);
    assertThat(reading.outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void theEndOfTheResponseCanBeThatOfTheReply() {
    take(TEXT, 1);
    assertThat(ended(END, false)).isEqualTo(Step.TERMINAL);
    assertThat(reading.terminalNanos()).isEqualTo(9);
    assertThat(ended(END, false)).as("a second time").isEqualTo(Step.NOTHING);
    assertThat(reading.outcome()).isEqualTo(Outcome.OK);
    assertThat(ended(ERROR, true)).as("with something left over").isEqualTo(Step.FAILED);
    assertThat(ended(TEXT, true)).as("once it has failed").isEqualTo(Step.NOTHING);
  }

  @Test
  void whatTheEndSaysStands() {
    assertThat(ended(ERROR, true)).isEqualTo(Step.FAILED);
    assertThat(reading.outcome()).isEqualTo(Outcome.ERROR_EVENT);
    assertThat(ended(TEXT, true)).as("text that comes later").isEqualTo(Step.NOTHING);
  }

  @Test
  void whoReadsLateIsAskedAndWhatOfALongTextHasToArriveIsSaid() {
    reading.lateBy(nanos -> 1);
    take(TEXT, 3);
    take(TEXT, 5);
    assertThat(reading.pace().ownInLongestGap()).isEqualTo(2);
    assertThat(reading.longTexts().visible()).isEqualTo(20);
  }
}
