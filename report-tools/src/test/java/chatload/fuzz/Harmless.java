package chatload.fuzz;

/** What a terminal may be given. */
public final class Harmless {

  private Harmless() {}

  /** Refuses control characters other than line feeds, and what turns the writing around. */
  public static void require(String printed) {
    printed
        .codePoints()
        .filter(c -> c < 0x20 && c != '\n' || c >= 0x7f && c < 0xa0 || c >= 0x202a && c <= 0x202e)
        .findFirst()
        .ifPresent(
            c -> {
              throw new AssertionError(
                  "U+" + Integer.toHexString(c) + " would reach the terminal: " + printed);
            });
  }
}
