package chatload.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text goes, to the byte. Stretches are 16 bytes long, 8 characters have to be seen. */
class LongTextStretchTest {

  private static final String BEFORE = "{\"text\":\"";

  /** The beginning that has to show enough: 8 stretches, and 8 characters of 6 bytes. */
  private static final int FIRST = 8 * 16 + 8 * 6;

  private final Line line = new Line();
  private LongText text;

  @ParameterizedTest
  @CsvSource({"176, 176", "177, 192", "192, 192", "193, 208"})
  void aStretchStaysBehindTheBeginningAndBeforeTheEnd(int characters, int from) {
    begin(characters);
    String all = letters(from + 48);
    assertThat(arrived(all.substring(0, from + 24))).isEqualTo(all.substring(0, from + 24));
    assertThat(text.letGoCharacters()).isZero();
    assertThat(arrived(all.substring(from + 24))).isEqualTo(without(all, from, from + 32));
    assertThat(text.letGoCharacters()).isEqualTo(32);
    assertThat(arrived(all)).isEqualTo(without(all + all, from, (2 * from + 96) / 16 * 16 - 16));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300, 1000})
  void anIdStaysWithAStretchOnBothSides(int size) {
    begin(FIRST);
    String all = letters(300) + "-17" + letters(300);
    String left = "";
    for (int from = 0; from < all.length(); from += size) {
      left = arrived(all.substring(from, Math.min(from + size, all.length())));
    }
    assertThat(left)
        .isEqualTo(all.substring(0, FIRST) + all.substring(272, 317) + all.substring(573));
    assertThat(text.letGoCharacters()).isEqualTo(272 - FIRST + 573 - 317);
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "高", "\\u5df2", "\\/"})
  void aCharacterThatArrivesByteByByteIsOrdinary(String piece) {
    begin(FIRST);
    byte[] bytes = piece.repeat(400).getBytes(UTF_8);
    for (byte one : bytes) {
      line.add(ByteBuffer.wrap(new byte[] {one}));
      text.arrived();
      assertThat(line.hasEnd()).isFalse();
    }
    int stays = BEFORE.length() + 4 * 16 + bytes.length / 400 * (FIRST + 2);
    assertThat(line.end()).isLessThan(stays);
    int letGo = text.letGoCharacters() * (bytes.length / 400);
    assertThat(letGo).isEqualTo(BEFORE.length() + bytes.length - line.end());
  }

  @Test
  void whatItHasLookedThroughNobodyLooksThroughAgain() {
    begin(FIRST);
    line.add(ByteBuffer.wrap(letters(100).getBytes(UTF_8)));
    text.arrived();
    assertThat(line.length()).isEqualTo(BEFORE.length() + 100);
  }

  @Test
  void behindTheEndOfTheTextAllStays() {
    begin(FIRST);
    String all = letters(300) + "\"1" + letters(300);
    assertThat(arrived(all)).isEqualTo(without(all, FIRST, 272));
    assertThat(arrived(letters(300))).isEqualTo(without(all, FIRST, 272) + letters(300));
  }

  @Test
  void aHyphenAtTheEndOfWhatHasArrivedIsNotBeforeWhatStoodThereEarlier() {
    line.add(ByteBuffer.wrap(("9".repeat(2000) + "\n").getBytes(UTF_8)));
    assertThat(line.hasEnd()).isTrue();
    line.next();
    line.tidy();
    begin(FIRST);
    String all = letters(300) + "-" + letters(299);
    arrived(all.substring(0, 301));
    assertThat(arrived(all.substring(301))).isEqualTo(without(all, FIRST, 581));
  }

  @ParameterizedTest
  @CsvSource({"168, 272", "169, 176"})
  void aBeginningThatShowsTooLittleStays(int blanks, int to) {
    begin(0);
    String all = " ".repeat(blanks) + letters(300 - blanks);
    assertThat(arrived(all)).isEqualTo(without(all, FIRST, to));
    assertThat(arrived("")).isEqualTo(without(all, FIRST, to));
  }

  @Test
  void aTextCanBeAllOfTheLine() {
    text = new LongText(new LongTexts(ChatProtocol.EYWA, FIRST, 8, 16), line, 0);
    line.add(ByteBuffer.wrap(letters(300).getBytes(UTF_8)));
    text.arrived();
    assertThat(line.end()).isEqualTo(300 - 272 + FIRST);
  }

  @Test
  void ofALineWithoutATextAllStays() {
    text = new LongText(new LongTexts(ChatProtocol.EYWA, 0, 0, 16), line, -1);
    line.add(ByteBuffer.wrap(letters(300).getBytes(UTF_8)));
    text.arrived();
    assertThat(line.end()).isEqualTo(300);
  }

  private void begin(int characters) {
    line.add(ByteBuffer.wrap(BEFORE.getBytes(UTF_8)));
    text = new LongText(new LongTexts(ChatProtocol.EYWA, characters, 8, 16), line, BEFORE.length());
  }

  /** What has stayed of the text. */
  private String arrived(String more) {
    line.add(ByteBuffer.wrap(more.getBytes(UTF_8)));
    text.arrived();
    assertThat(line.hasEnd()).isFalse();
    return new String(line.bytes(), BEFORE.length(), line.end() - BEFORE.length(), UTF_8);
  }

  private static String letters(int length) {
    return "abcdefghijklmnopqrstuvwxyz".repeat(30).substring(0, length);
  }

  private static String without(String all, int from, int to) {
    return all.substring(0, from) + all.substring(to);
  }
}
