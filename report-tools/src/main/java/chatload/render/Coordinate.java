package chatload.render;

/** Coordinates of drawings: tenths are finer than any screen, and the same in every locale. */
public final class Coordinate {

  private Coordinate() {}

  /** Rounded to tenths, without a needless ".0". */
  public static String of(double value) {
    long tenths = Math.round(value * 10);
    long whole = Math.abs(tenths) / 10;
    long rest = Math.abs(tenths) % 10;
    return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
  }
}
