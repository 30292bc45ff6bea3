package chatload.service.reply;

import java.util.Objects;
import java.util.SplittableRandom;

/**
 * When the events of a chat are due. {@code meta} is due at once, {@code done} one gap after the
 * last token; so with fixed delays a chat takes {@code firstToken + tokens * gap}.
 *
 * @param firstToken from the decoded request to the first token
 * @param gap from one token to the next
 * @param tokens how many, 1..100,000; their texts are the slices of {@link ReplyText#REPLY} in turn
 * @param seed same seed, same delays for the n-th chat
 */
public record Timing(Delay firstToken, Delay gap, int tokens, long seed) {

  /** Delays of a healthy service, as {@link Delay#parse} reads them. */
  public static final String FIRST_TOKEN = "lognormal:400:0.3";

  public static final String GAP = "15";

  private static final int MAX_TOKENS = 100_000;

  public Timing {
    Objects.requireNonNull(firstToken, "firstToken");
    Objects.requireNonNull(gap, "gap");
    if (tokens < 1 || tokens > MAX_TOKENS) {
      throw new IllegalArgumentException("tokens must be in 1.." + MAX_TOKENS + ", was " + tokens);
    }
  }

  /** A healthy service: about 400 ms to the first token, the whole reply in about 450 ms. */
  public static Timing defaults() {
    return new Timing(Delay.parse(FIRST_TOKEN), Delay.parse(GAP), ReplyText.SLICES.size(), 1);
  }

  /** The instants of the n-th chat, the same whenever asked. */
  public Timeline timeline(long chatNumber) {
    SplittableRandom random = new SplittableRandom(seed ^ (chatNumber * 0xD1342543DE82EF95L));
    long[] dueNanos = new long[tokens];
    long due = firstToken.drawNanos(random);
    for (int i = 0; i < tokens; i++) {
      dueNanos[i] = due;
      due += gap.drawNanos(random);
    }
    return new Timeline(dueNanos, due);
  }
}
