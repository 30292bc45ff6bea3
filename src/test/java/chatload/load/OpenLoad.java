package chatload.load;

import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

import chatload.run.LoadPlan;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open load while it is sent. Gatling injects the user of each chat at least a second before the
 * chat is due, since it spreads those of a second as it likes; the user waits until that instant.
 */
final class OpenLoad {

  /** From the second in which users are injected to that in which their chats are due. */
  private static final int SECONDS_AHEAD = 2;

  private static final long SECOND_MICROS = 1_000_000;

  private final long[] dueMicros;
  private final int most;
  private final AtomicInteger inFlight = new AtomicInteger();
  private long beginNanos;
  private boolean hasBegun;

  OpenLoad(LoadPlan plan) {
    this.dueMicros = plan.micros();
    this.most = plan.maxInFlight() == null ? Integer.MAX_VALUE : plan.maxInFlight();
  }

  /** What Gatling is asked for: as many users in each second as there are chats in it. */
  List<OpenInjectionStep> users() {
    List<OpenInjectionStep> steps = new ArrayList<>();
    long second = dueMicros[0] / SECOND_MICROS;
    for (int first = 0; first < dueMicros.length; ) {
      int users = inSecond(first, second);
      long seconds = 1;
      int next = first + users;
      while (next < dueMicros.length && inSecond(next, second + seconds) == users) {
        next += users;
        seconds++;
      }
      Duration span = Duration.ofSeconds(seconds);
      steps.add(users == 0 ? nothingFor(span) : rampUsers(next - first).during(span));
      first = next;
      second += seconds;
    }
    return steps;
  }

  /** How many chats from the first one on are due in that second. */
  private int inSecond(int first, long second) {
    int next = first;
    while (next < dueMicros.length && dueMicros[next] / SECOND_MICROS == second) {
      next++;
    }
    return next - first;
  }

  /** A user has come; the first one says when the load begins. */
  synchronized void arrived() {
    if (!hasBegun) {
      hasBegun = true;
      long ahead = SECONDS_AHEAD - dueMicros[0] / SECOND_MICROS;
      beginNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(ahead);
    }
  }

  /** When the chat is due, {@link System#nanoTime()}. */
  synchronized long dueNanos(int id) {
    return beginNanos + TimeUnit.MICROSECONDS.toNanos(dueMicros[id - 1]);
  }

  /**
   * Until the chat is due, in whole milliseconds, since Gatling knows no others; never too short.
   */
  Duration untilDue(int id) {
    long nanos = dueNanos(id) - System.nanoTime();
    return Duration.ofMillis(Math.max(0, (nanos + 999_999) / 1_000_000));
  }

  /** Whether one more chat may be open; it is then, until {@link #over}. */
  boolean begin() {
    if (inFlight.incrementAndGet() <= most) {
      return true;
    }
    inFlight.decrementAndGet();
    return false;
  }

  void over() {
    inFlight.decrementAndGet();
  }

  /** Why a chat was not sent. */
  String full() {
    return "not sent: " + most + " chats were open when it was due, as many as maxInFlight allows";
  }
}
