package chatload.records;

import java.util.List;

/**
 * How many chats were in flight, and how many OK ones ended per second, as means of equal steps
 * from the start of a run to the end of its last chat.
 *
 * @param stepMs length of a step, milliseconds
 * @param inFlight chats at once, one mean per step
 * @param okPerSecond OK chats that ended, per second
 */
public record LoadOverTime(double stepMs, double[] inFlight, double[] okPerSecond) {

  private static final int MOST_STEPS = 40;

  /** Fewer would jump about. */
  private static final int CHATS_PER_STEP = 5;

  /**
   * Of the total times of a run's chats; chats without one are left out.
   *
   * @param points in any order
   */
  public static LoadOverTime of(List<ChatPoint> points) {
    List<ChatPoint> chats =
        points.stream().filter(chat -> Double.isFinite(chat.startMs() + chat.millis())).toList();
    double endMs = chats.stream().mapToDouble(LoadOverTime::endMs).max().orElse(0);
    if (!(endMs > 0)) {
      return new LoadOverTime(1, new double[0], new double[0]);
    }
    int steps = Math.max(1, Math.min(MOST_STEPS, chats.size() / CHATS_PER_STEP));
    double stepMs = endMs / steps;
    double[] inFlight = new double[steps];
    double[] okPerSecond = new double[steps];
    for (ChatPoint chat : chats) {
      int last = step(endMs(chat), stepMs, steps);
      for (int step = step(chat.startMs(), stepMs, steps); step <= last; step++) {
        double from = Math.max(chat.startMs(), step * stepMs);
        double to = Math.min(endMs(chat), (step + 1) * stepMs);
        inFlight[step] += Math.max(0, to - from) / stepMs;
      }
      if (chat.ok()) {
        okPerSecond[last] += 1000 / stepMs;
      }
    }
    return new LoadOverTime(stepMs, inFlight, okPerSecond);
  }

  private static double endMs(ChatPoint chat) {
    return chat.startMs() + chat.millis();
  }

  private static int step(double millis, double stepMs, int steps) {
    return (int) Math.max(0, Math.min(steps - 1, Math.floor(millis / stepMs)));
  }
}
