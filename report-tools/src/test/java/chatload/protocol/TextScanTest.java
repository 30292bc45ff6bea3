package chatload.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One character after the other; what is faster is held against it by {@link LongTextTest}. */
class TextScanTest {

  @ParameterizedTest
  @CsvSource({
    "20, 1", // a space
    "7F, 1",
    "C280, 1",
    "DFBF, 1",
    "E0A080, 1",
    "E4BDA0, 1",
    "ED9FBF, 1", // the last before the surrogates
    "EE8080, 1", // the first behind them
    "EFBFBC, 1",
    "EFBFBE, 1",
    "F0908080, 2",
    "F48FBFBF, 2"
  })
  void anOrdinaryCharacterIsPassed(String hex, int characters) {
    byte[] bytes = HexFormat.of().parseHex(hex + "61");
    int length = bytes.length - 1;
    TextScan scan = new TextScan(0);
    scan.scan(bytes, 1, length);
    assertThat(scan.at()).isEqualTo(length);
    assertThat(scan.characters()).isEqualTo(characters);

    TextScan behindAnother = scanned("61" + hex + "22");
    assertThat(behindAnother.at()).isEqualTo(1 + length);
    assertThat(behindAnother.characters()).isEqualTo(1 + characters);

    TextScan cut = new TextScan(0);
    cut.scan(bytes, 9, length - 1);
    assertThat(cut.at()).as("when its last byte has not arrived").isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "1F",
        "1F8080",
        "0A",
        "22",
        "80",
        "8080",
        "BF80",
        "C080",
        "C1BF",
        "C220",
        "E08080",
        "E09FBF",
        "E48020",
        "E42080",
        "EDA080",
        "EDBFBF",
        "EFBFBD",
        "F0808080",
        "F08FBFBF",
        "F0908020",
        "F4908080",
        "F8908080",
        "FF908080"
      })
  void anythingElseIsNot(String hex) {
    TextScan scan = scanned("61" + hex + "6161");
    assertThat(scan.at()).isEqualTo(1);
    assertThat(scan.characters()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\\\"abcd, 2",
        "\\\\abcd, 2",
        "\\tabcde, 2",
        "\\u0000a, 6",
        "\\uFFFCa, 6",
        "\\uFfFEa, 6",
        "\\u5df2, 6",
        "\\uFFFDa, 0",
        "\\ufffda, 0",
        "\\u5dg2a, 0",
        "\\u5df.a, 0",
        "\\ug000a, 0",
        "\\xabcde, 0",
        "\\nabc, 0"
      })
  void anEscapeIsOneCharacterIfSixBytesAreThere(String text, int length) {
    byte[] bytes = ("-" + text).getBytes(ISO_8859_1);
    TextScan scan = new TextScan(1);
    scan.scan(bytes, 2, bytes.length);
    assertThat(scan.at()).isEqualTo(1 + length);
    assertThat(scan.characters()).isEqualTo(length > 0 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"x-a, 3", "x-/, 3", "x-:, 3", "1-a, 3", "x-0, 1", "x-9, 1", "x-, 1"})
  void aHyphenIsOrdinaryIfNoDigitFollows(String text, int at) {
    byte[] bytes = (text + "aaa").getBytes(ISO_8859_1);
    TextScan scan = new TextScan(0);
    scan.scan(bytes, text.length(), text.length());
    assertThat(scan.at()).isEqualTo(at);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 7, 3",
    "7, 3, 3",
    "7, 7, 7",
    "1, 24, 8",
    "8, 24, 8",
    "9, 24, 16",
    "20, 24, 24",
    "20, 23, 20"
  })
  void itStopsAtTheStopUnlessEightBytesAreAsQuick(int stop, int end, int at) {
    TextScan scan = new TextScan(0);
    scan.scan("a".repeat(32).getBytes(ISO_8859_1), stop, end);
    assertThat(scan.at()).isEqualTo(at);
    assertThat(scan.characters()).isEqualTo(at);
  }

  @Test
  void oneAfterTheOtherIsPassed() {
    TextScan scan = scanned("C3A9C3A9E4BDA0");
    assertThat(scan.at()).isEqualTo(7);
    assertThat(scan.characters()).isEqualTo(3);
  }

  @Test
  void behindAnEscapeInALongTextItGoesOn() {
    byte[] bytes = ("abc\\u5df2" + "x".repeat(16) + "\"}").getBytes(ISO_8859_1);
    TextScan scan = new TextScan(0);
    scan.scan(bytes, 100, bytes.length);
    assertThat(scan.at()).isEqualTo(25);
    assertThat(scan.characters()).isEqualTo(20);
  }

  @Test
  void whatStopsItCanBePassedAndBytesBeforeItCanBeTakenOut() {
    TextScan scan = scanned("612261");
    scan.pass();
    assertThat(scan.at()).isEqualTo(2);
    assertThat(scan.characters()).isEqualTo(2);
    scan.moveBack(2);
    assertThat(scan.at()).isZero();
    assertThat(scan.characters()).isEqualTo(2);
  }

  private static TextScan scanned(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    TextScan scan = new TextScan(0);
    scan.scan(bytes, bytes.length, bytes.length);
    return scan;
  }
}
