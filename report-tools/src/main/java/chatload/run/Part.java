package chatload.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which share of a plan one of several injectors sends: every so-many-th user, each with exactly
 * the chats that it has in the whole plan. Users and chats keep their numbers.
 *
 * @param number of this part, from 1
 * @param of how many there are; 1 for a plan that is not split
 */
public record Part(int number, int of) {

  /** More injectors than this are no load test of one service any more. */
  public static final int MOST = 1000;

  /** All of a plan. */
  public static final Part WHOLE = new Part(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  public Part {
    if (number < 1 || number > of || of > MOST) {
      throw new IllegalArgumentException("there is no part " + number + " of " + of);
    }
  }

  /**
   * From {@code 2/4}.
   *
   * @throws IllegalArgumentException if it is no such part
   */
  public static Part parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("it is not of the form K/N");
    }
    return new Part(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** Whether that user of the whole plan is one of this part's. */
  public boolean isMine(int user) {
    return (user - 1) % of == number - 1;
  }

  /** Number in the whole plan of the user who comes as the so-many-th here, from 1. */
  public int user(int place) {
    return (place - 1) * of + number;
  }

  /** How many of the whole plan's users are this part's. */
  public int users(int all) {
    return all < number ? 0 : (all - number) / of + 1;
  }

  /** How many of the whole plan's chats its users send. */
  public int chats(int requests, int users) {
    int whole = requests / users;
    return whole * users(users) + users(requests % users);
  }

  /** The scenario as this part sees it: with its own users and chats, and the same limits. */
  public Scenario of(Scenario whole) {
    return new Scenario(
        whole.name(),
        chats(whole.requests(), whole.concurrency()),
        users(whole.concurrency()),
        whole.timeLimit(),
        whole.thresholds(),
        whole.ramp(),
        whole.load());
  }

  /** Such as {@code 2/4}. */
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
