package chatload.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

  private final Line line = new Line();

  @Test
  void itHoldsItsPiecesInTheOrderOfArrival() {
    String long1 = "1234567890".repeat(90);
    assertThat(linesOf("abc")).isEmpty();
    assertThat(linesOf(long1 + "d\ne\r")).containsExactly("abc" + long1 + "d", "e");
    assertThat(linesOf("\r\nf")).containsExactly("", "");
    assertThat(linesOf("\n")).containsExactly("f");
  }

  @Test
  void anEndIsFoundAtEveryIndex() {
    for (int at = 0; at < 40; at++) {
      for (String end : List.of("\n", "\r")) {
        String before = "\u000b\u008a\u000e\u0009\u000c".repeat(8).substring(0, at);
        assertThat(linesOf(before + end)).hasSize(1);
      }
    }
  }

  @Test
  void itGrowsOnlyWhenItIsFullAndThenToTwiceItsSize() {
    add(256);
    assertThat(line.bytes()).hasSize(256);
    add(1);
    assertThat(line.bytes()).hasSize(512);
  }

  @Test
  void whatALongLineTookIsGivenBack() {
    assertThat(linesOf("x".repeat(Line.MOST_KEPT - 1) + "\n")).hasSize(1);
    assertThat(line.bytes()).hasSize(Line.MOST_KEPT);

    add(Line.MOST_KEPT);
    assertThat(linesOf("\nab")).hasSize(1);
    assertThat(line.bytes()).hasSizeLessThan(Line.MOST_KEPT);
    assertThat(linesOf("c\n")).containsExactly("abc");
  }

  @Test
  void nothingIsCopiedToGiveBackRoomThatIsNeeded() {
    add(200);
    add(65_000);
    add(300);
    line.tidy();
    assertThat(line.bytes()).as("no line before it").hasSize(130_400);
  }

  @ParameterizedTest
  @CsvSource({"65536, 65536", "65537, 65547"})
  void whatArrivedBehindALongLineKeepsItsRoomIfItIsLong(int rest, int room) {
    assertThat(linesOf("123456789\n" + "x".repeat(rest))).hasSize(1);
    assertThat(line.bytes()).hasSize(room);
    assertThat(line.end()).isEqualTo(rest);
  }

  @Test
  void aPieceOfItsMiddleCanGo() {
    assertThat(linesOf("0123456789")).isEmpty();
    line.letGo(2, 6);
    assertThat(line.length()).as("all of it was looked through").isEqualTo(6);
    line.seen(3);
    assertThat(line.length()).as("and still is").isEqualTo(6);
    assertThat(linesOf("a")).isEmpty();
    line.add(ByteBuffer.wrap("bcdef".getBytes(ISO_8859_1)));
    line.letGo(7, 10);
    assertThat(line.length()).isEqualTo(7);
    assertThat(linesOf("\n")).containsExactly("016789aef");
  }

  @Test
  void itMayBeAsLongAsAnEventAndNoLonger() {
    add(SseParser.MAX_EVENT_BYTES);
    assertThat(line.hasEnd()).isFalse();
    add(1);
    assertThatThrownBy(line::hasEnd).isInstanceOf(SseParser.EventTooLong.class);
  }

  @Test
  void whatWasLetGoCountsAsIfItWereThere() {
    add(1000);
    line.letGo(10, 990);
    assertThat(line.end()).isEqualTo(20);
    add(SseParser.MAX_EVENT_BYTES - 1000);
    line.seen(20);
    assertThat(line.hasEnd()).isFalse();
    add(1);
    assertThatThrownBy(line::hasEnd).isInstanceOf(SseParser.EventTooLong.class);
  }

  private void add(int bytes) {
    line.add(ByteBuffer.wrap(new byte[bytes]));
  }

  private List<String> linesOf(String more) {
    List<String> lines = new ArrayList<>();
    line.add(ByteBuffer.wrap(more.getBytes(ISO_8859_1)));
    while (line.hasEnd()) {
      lines.add(new String(line.bytes(), line.start(), line.length(), ISO_8859_1));
      line.next();
    }
    line.tidy();
    return lines;
  }
}
