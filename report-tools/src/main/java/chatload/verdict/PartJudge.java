package chatload.verdict;

import chatload.run.PlannedPart;
import chatload.verdict.Reason.Kind;
import chatload.verdict.Verdict.Status;
import java.util.List;

/** What there is to say of evidence that one of several injectors left, and of all joined. */
public final class PartJudge {

  private PartJudge() {}

  /**
   * A part says nothing without the others, whatever it came to.
   *
   * @param judged what its own records would say if they were all
   */
  public static Verdict alone(PlannedPart part, Verdict judged) {
    Reason reason =
        Reason.of(Kind.PART_ALONE, Integer.toString(part.number()), Integer.toString(part.of()));
    return new Verdict(Status.INCONCLUSIVE, judged.checks(), List.of(reason));
  }

  /** The parts are no whole, or what was joined is not what they give. */
  public static Reason unusable(String why) {
    return Reason.quoting(Kind.PARTS_UNUSABLE, why);
  }

  /** Something of one part keeps it from carrying a verdict. */
  public static Reason of(int part, Reason reason) {
    return Reason.quoting(Kind.PART_DIFFERS, reason.sentence(), Integer.toString(part));
  }

  /** Two parts of a scenario may have begun too far apart. */
  public static Reason apart(String scenario, int one, int other, long millis, long most) {
    return distance(Kind.PARTS_APART, scenario, one, other, millis, most);
  }

  /** The clocks of their machines may be too far apart. */
  public static Reason clocksApart(String scenario, int one, int other, long millis, long most) {
    return distance(Kind.CLOCKS_APART, scenario, one, other, millis, most);
  }

  private static Reason distance(
      Kind kind, String scenario, int one, int other, long millis, long most) {
    return Reason.of(
        kind,
        scenario,
        Integer.toString(one),
        Integer.toString(other),
        Long.toString(millis),
        Long.toString(most));
  }

  /** The service told a part nothing of its clock. */
  public static Reason clockUnknown(String scenario, int part) {
    return Reason.of(Kind.CLOCK_UNKNOWN, scenario, Integer.toString(part));
  }
}
