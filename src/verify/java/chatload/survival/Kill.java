package chatload.survival;

import java.util.Locale;
import java.util.Random;

/**
 * One way to kill a job.
 *
 * @param number from 1
 * @param moment when
 * @param delayMillis after the moment began
 * @param victim which of the job's processes
 * @param signal which signal
 * @param twice whether it is sent a second time, as by an impatient user
 * @param embedded whether the service is a process of the job, too
 * @param warmUpSeconds longest warm-up of the job
 */
record Kill(
    int number,
    Moment moment,
    int delayMillis,
    Victim victim,
    Signal signal,
    boolean twice,
    boolean embedded,
    int warmUpSeconds) {

  enum Victim {
    /** The command alone. */
    JOB,
    /** All of its processes, as a terminal does it. */
    GROUP,
    SIMULATION,
    SERVICE
  }

  enum Signal {
    KILL(9),
    INT(2),
    TERM(15),
    HUP(1);

    private final int number;

    Signal(int number) {
      this.number = number;
    }

    /** As in the exit status of a process that it ended, which is 128 more. */
    int number() {
      return number;
    }
  }

  /** The next one; the same random numbers give the same one. */
  static Kill random(int number, Random random) {
    Moment moment = pick(Moment.values(), random);
    boolean embedded = random.nextInt(3) == 0;
    Victim victim = pick(Victim.values(), random);
    return new Kill(
        number,
        moment,
        random.nextInt(moment.millis()),
        victim == Victim.SERVICE && !embedded ? Victim.JOB : victim,
        pick(Signal.values(), random),
        random.nextInt(4) == 0,
        embedded,
        random.nextInt(4) == 0 ? 1 : 0);
  }

  /** Whether the command itself gets the signal. */
  boolean hitsJob() {
    return victim == Victim.JOB || victim == Victim.GROUP;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%3d  %-12s +%4d ms  %-10s %-4s%s  %s",
        number,
        moment,
        delayMillis,
        victim,
        signal,
        twice ? "x2" : "  ",
        embedded ? "embedded" : "external");
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
