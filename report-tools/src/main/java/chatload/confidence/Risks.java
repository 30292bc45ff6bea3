package chatload.confidence;

/**
 * How often a standing may be wrong.
 *
 * @param proven called proven though it is not so
 * @param disproven called disproven though it is not so
 */
public record Risks(double proven, double disproven) {

  /** What documents tell of every check alone: 95 %. */
  public static final Risks USUAL = new Risks(Shares.RISK, Shares.RISK);

  /**
   * For a verdict that rests on several checks. A PASS needs all of them proven, so that it is
   * wrong no more often than the one that is missed. For a FAIL one is enough, and each has a
   * chance to be the wrong one, so that they share the risk (Bonferroni).
   *
   * @param level such as 0.95
   */
  public static Risks of(double level, int checks) {
    return new Risks(1 - level, (1 - level) / Math.max(1, checks));
  }
}
