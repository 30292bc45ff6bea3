package chatload.text;

/**
 * How often a word changes between capitals, small letters and digits. Random characters do so two
 * times in three, names that are written together one time in four. Of 9,244 names of classes and
 * methods, 22 look random (most of cryptography); of random words of 43 characters, as a signature
 * has, 99 in 100 do.
 */
record RandomLook(int length, int changes, int numbers, boolean bothCases, int inWords) {

  /** Small letters in a row that look like a part of a word. */
  private static final int PART_OF_WORD = 4;

  private static final int LONG = 32;

  static RandomLook of(String text, int from, int end) {
    int changes = 0;
    int numbers = 0;
    int kinds = 0;
    int inWords = 0;
    int run = 0;
    int last = 0;
    for (int at = from; at < end; at++) {
      int kind = kind(text.charAt(at));
      run = kind == 2 ? run + 1 : 0;
      inWords += run == PART_OF_WORD ? PART_OF_WORD : run > PART_OF_WORD ? 1 : 0;
      if (kind != 0 && kind != last) {
        kinds |= kind;
        changes++;
        numbers += kind == 4 ? 1 : 0;
        last = kind;
      }
    }
    return new RandomLook(end - from, changes, numbers, (kinds & 3) == 3, inWords);
  }

  boolean isRandom() {
    if (!bothCases || inWords * 3 > length) {
      return false;
    }
    boolean often = changes * 2 >= length;
    return changes * 5 >= length * 3
        || often && (numbers > 0 || length >= LONG)
        || changes * 5 >= length * 2 && numbers > 1;
  }

  private static int kind(char c) {
    if (c >= 'A' && c <= 'Z') {
      return 1;
    }
    if (c >= 'a' && c <= 'z') {
      return 2;
    }
    return c >= '0' && c <= '9' ? 4 : 0;
  }
}
