package chatload.text;

/**
 * Whether a reader sees anything of a text: the one definition of "visible", used for first tokens,
 * empty replies, canned replies, and for what people write in a review.
 *
 * <p>A character is visible unless it is white space, a control, a format or a surrogate character
 * (General_Category Z*, Cc, Cf, Cs), default-ignorable (Unicode Character Database,
 * DerivedCoreProperties.txt), a noncharacter, or one of the fillers and blanks that Unicode counts
 * as letters and symbols and fonts draw as nothing.
 */
public final class Visible {

  /**
   * What is neither white space, control nor format and still draws nothing, from and to,
   * ascending: Default_Ignorable_Code_Point, which Java does not know, and blank Braille. Whole
   * ranges that Unicode reserves for such characters are in it, so that the answer does not depend
   * on the Unicode version.
   */
  private static final int[] BLANK = {
    0x00AD, 0x00AD, // soft hyphen
    0x034F, 0x034F, // combining grapheme joiner
    0x061C, 0x061C, // Arabic letter mark
    0x115F, 0x1160, // Hangul fillers
    0x17B4, 0x17B5, // Khmer inherent vowels
    0x180B, 0x180F, // Mongolian selectors and separator
    0x200B, 0x200F, // zero width spaces, joiners, marks
    0x2028, 0x202E, // separators, directions
    0x2060, 0x206F, // word joiner, invisible operators
    0x2800, 0x2800, // Braille pattern blank
    0x3164, 0x3164, // Hangul filler
    0xFE00, 0xFE0F, // variation selectors
    0xFEFF, 0xFEFF, // byte order mark
    0xFFA0, 0xFFA0, // halfwidth Hangul filler
    0xFFF0, 0xFFFB, // reserved, interlinear annotation
    0x13441, 0x13442, // Egyptian full and half blank
    0x16FE4, 0x16FE4, // Khitan filler
    0x1BCA0, 0x1BCA3, // shorthand format controls
    0x1D159, 0x1D159, // musical null notehead
    0x1D173, 0x1D17A, // musical format controls
    0x3FC40, 0xEFFFF, // no characters, nor plans for any; tags, variation selectors, reserved
  };

  private Visible() {}

  /** Whether at least one character of the text is visible. */
  public static boolean isVisible(CharSequence text) {
    return firstVisible(text) < text.length();
  }

  /** Where the first visible character stands; the text's length if there is none. */
  public static int firstVisible(CharSequence text) {
    int at = 0;
    while (at < text.length()) {
      int codePoint = Character.codePointAt(text, at);
      if (isVisible(codePoint)) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  /** Whether this character, on its own, shows anything. */
  public static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isNoncharacter(codePoint) && !isBlank(codePoint);
    };
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  private static boolean isBlank(int codePoint) {
    for (int i = 0; i < BLANK.length; i += 2) {
      if (codePoint <= BLANK[i + 1]) {
        return codePoint >= BLANK[i];
      }
    }
    return false;
  }
}
