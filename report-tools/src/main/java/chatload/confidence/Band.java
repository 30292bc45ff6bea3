package chatload.confidence;

import chatload.records.ChatPoint;
import java.util.List;

/**
 * How far the curve that says which share of chats took at most so long can be from that of all
 * chats, at every time at once, with 95 %: the inequality of Dvoretzky, Kiefer and Wolfowitz with
 * the constant of Massart, 1990.
 *
 * @param independentChats that the chats are worth, see {@link Dependence}; 0 without any
 * @param share above and below, can be 1 and more where nothing is known; 0 without any
 */
public record Band(int independentChats, double share) {

  private static final double RISK = 0.05;

  /** Of one time of the OK ones. */
  public static Band of(List<ChatPoint> points) {
    return of(InOrder.millis(points));
  }

  static Band of(double[] inOrder) {
    if (inOrder.length == 0) {
      return new Band(0, 0);
    }
    double worth = Dependence.of(Dependence.ranks(inOrder));
    int independent = Math.max(1, (int) (inOrder.length / worth));
    return new Band(independent, Math.sqrt(Math.log(2 / RISK) / (2 * independent)));
  }
}
