package chatload.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineTest {

  private final Line line = new Line();

  @Test
  void itHoldsItsPiecesInTheOrderOfArrival() {
    byte[] bytes = new byte[1000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    line.add(bytes, 0, 3);
    line.add(bytes, 3, 900);
    line.add(bytes, 903, 97);
    assertThat(line.length()).isEqualTo(1000);
    assertThat(Arrays.copyOf(line.bytes(), 1000)).isEqualTo(bytes);
  }

  @Test
  void itGrowsOnlyWhenItIsFullAndThenToTwiceItsSize() {
    line.add(new byte[256], 0, 256);
    assertThat(line.bytes()).hasSize(256);
    line.add(new byte[1], 0, 1);
    assertThat(line.bytes()).hasSize(512);
  }

  @Test
  void whatALongLineTookIsGivenBack() {
    line.add(new byte[Line.MOST_KEPT], 0, Line.MOST_KEPT);
    line.clear();
    assertThat(line.length()).isZero();
    assertThat(line.bytes()).hasSize(Line.MOST_KEPT);

    line.add(new byte[Line.MOST_KEPT + 1], 0, Line.MOST_KEPT + 1);
    line.clear();
    assertThat(line.bytes()).hasSizeLessThan(Line.MOST_KEPT);
  }

  @Test
  void itMayBeAsLongAsAnEventAndNoLonger() {
    byte[] half = new byte[SseParser.MAX_EVENT_BYTES / 2];
    line.add(half, 0, half.length);
    line.add(half, 0, half.length);
    assertThat(line.length()).isEqualTo(SseParser.MAX_EVENT_BYTES);
    assertThatThrownBy(() -> line.add(half, 0, 1)).isInstanceOf(SseParser.EventTooLong.class);
  }
}
