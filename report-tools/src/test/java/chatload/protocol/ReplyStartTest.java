package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyStartTest {

  @Test
  void whatLiesBehindTheBeginningIsNotEvenLookedAt() {
    CharSequence unread =
        new CharSequence() {
          @Override
          public int length() {
            return 1_000_000;
          }

          @Override
          public char charAt(int index) {
            throw new AssertionError("read at " + index);
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            throw new AssertionError("read from " + start);
          }
        };
    ReplyStart start = new ReplyStart(List.of("a".repeat(100)));
    start.add("b".repeat(400));
    assertThatCode(() -> start.add(unread)).doesNotThrowAnyException();
  }

  @Test
  void itLooksAtFourTimesTheLongestCannedReply() {
    assertThat(new ReplyStart(List.of("Sorry", "No")).looksAt()).isEqualTo(20);
    assertThat(new ReplyStart(List.of()).looksAt()).isZero();
  }

  @Test
  void itsFirstWordsAreAsTheyWereSentAndEndInNoHalfCharacter() {
    ReplyStart start = new ReplyStart(List.of());
    start.add(" one \n");
    start.add(" two ");
    assertThat(start.words()).isEqualTo("one \n two");

    ReplyStart longer = new ReplyStart(List.of());
    longer.add("a".repeat(150));
    longer.add("b".repeat(49) + "\ud83d\ude00c");
    assertThat(longer.words()).isEqualTo("a".repeat(150) + "b".repeat(49));
  }

  @Test
  void aCannedReplyIsNamedAsItWasGivenAndOneThatShowsNothingIsNone() {
    ReplyStart start = new ReplyStart(List.of(" \n", "Sorry , I", "Sorry"));
    start.add("Sor\u200bry, I can't");
    assertThat(start.canned()).isEqualTo("Sorry , I");
    start = new ReplyStart(List.of(" \n", "Pardon"));
    start.add("Sorry");
    assertThat(start.canned()).isNull();
  }
}
