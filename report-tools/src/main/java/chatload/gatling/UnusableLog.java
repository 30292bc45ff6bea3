package chatload.gatling;

/** A simulation.log that can't be read. Says so without naming the file, which the caller knows. */
public final class UnusableLog extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean older;
  private final String hint;

  private UnusableLog(String problem, String hint, boolean older) {
    super(problem);
    this.hint = hint;
    this.older = older;
  }

  static UnusableLog text() {
    return new UnusableLog(
        "is in the text format of Gatling 3.12 or older",
        "Versions "
            + SimulationLog.VERSIONS
            + " can be read; older ones wrote js/stats.json"
            + " themselves when their report was made.",
        true);
  }

  static UnusableLog version(String version) {
    return new UnusableLog(
        "was written by Gatling \"" + version + "\"",
        "Versions "
            + SimulationLog.VERSIONS
            + " can be read. Take a loadtest that knows that"
            + " version, or run with one of these.",
        false);
  }

  static UnusableLog damaged(long position, String what) {
    return new UnusableLog(
        "is damaged at byte " + position + ": " + what,
        "Take a whole copy of the file; one that merely breaks off can be read up to the break.",
        false);
  }

  /** Whether an older Gatling wrote it, which made its own stats.json. */
  public boolean isOlder() {
    return older;
  }

  /** What to do next. */
  public String hint() {
    return hint;
  }
}
