package chatload.load;

import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

import chatload.run.Cause;
import chatload.run.LoadPlan;
import chatload.run.Part;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * An open load while it is sent. Gatling injects the user of each chat at least a second before the
 * chat is due, since it spreads those of a second as it likes; the user waits until that instant.
 */
final class OpenLoad {

  /** From the second in which users are injected to that in which their chats are due. */
  private static final int SECONDS_AHEAD = 2;

  /** What Gatling needs at most from the start of a run until it injects the first user. */
  private static final int SECONDS_OF_ENGINE = 2;

  private static final long SECOND_MICROS = 1_000_000;

  /** Three ticks of the event loops: what is later was kept from its instant. */
  private static final long LATE_NANOS = 30_000_000;

  private final Part part;
  private final long[] dueMicros;

  /** Those of this part. */
  private final long[] own;

  private final int most;
  private final LongSupplier nanoTime;
  private int inFlight;

  /** Chats that were sent late, or kept back late, since there was room for one in time. */
  private int late;

  private long beginNanos;
  private boolean hasBegun;

  /**
   * @param part of its chats that is sent from here; it may have open its part of the most
   */
  OpenLoad(LoadPlan plan, Part part) {
    this(plan, part, System::nanoTime);
  }

  /**
   * @param nanoTime the clock, as {@link System#nanoTime()}
   */
  OpenLoad(LoadPlan plan, Part part, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.part = part;
    this.dueMicros = plan.micros();
    this.own =
        IntStream.rangeClosed(1, dueMicros.length)
            .filter(part::isMine)
            .mapToLong(id -> dueMicros[id - 1])
            .toArray();
    this.most = plan.maxInFlight() == null ? Integer.MAX_VALUE : part.users(plan.maxInFlight());
  }

  /**
   * The run has started. Where others send the rest, they began in this instant, too, and none
   * waits for its own first user.
   */
  synchronized void started(long startNanos) {
    if (!part.equals(Part.WHOLE)) {
      hasBegun = true;
      long ahead = SECONDS_AHEAD + SECONDS_OF_ENGINE - dueMicros[0] / SECOND_MICROS;
      beginNanos = startNanos + TimeUnit.SECONDS.toNanos(ahead);
    }
  }

  /** What Gatling is asked for: as many users in each second as there are chats in it. */
  List<OpenInjectionStep> users() {
    List<OpenInjectionStep> steps = new ArrayList<>();
    long second = dueMicros[0] / SECOND_MICROS;
    for (int first = 0; first < own.length; ) {
      int users = inSecond(first, second);
      long seconds = 1;
      int next = first + users;
      while (next < own.length && inSecond(next, second + seconds) == users) {
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
    while (next < own.length && own[next] / SECOND_MICROS == second) {
      next++;
    }
    return next - first;
  }

  /** A user has come; the first one says when the load begins. */
  synchronized void arrived() {
    if (!hasBegun) {
      hasBegun = true;
      long ahead = SECONDS_AHEAD - dueMicros[0] / SECOND_MICROS;
      beginNanos = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(ahead);
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
    long nanos = dueNanos(id) - nanoTime.getAsLong();
    return Duration.ofMillis(Math.max(0, (nanos + 999_999) / 1_000_000));
  }

  /**
   * A chat is about to be sent.
   *
   * @return empty if it may be open, which it is then, until {@link #over}; else who keeps it back.
   *     Chats that are sent late come together with those that are due then: as many as came late
   *     may be kept back through that, and not through the service, until there is room again
   */
  synchronized Optional<Cause> begin(int id) {
    boolean isLate = nanoTime.getAsLong() - dueNanos(id) > LATE_NANOS;
    if (isLate) {
      late++;
    }
    if (inFlight < most) {
      inFlight++;
      late = isLate ? late : 0;
      return Optional.empty();
    }
    if (late == 0) {
      return Optional.of(Cause.SERVICE);
    }
    late--;
    return Optional.of(Cause.GENERATOR);
  }

  synchronized void over() {
    inFlight--;
  }

  /** Why a chat was not sent. */
  String full() {
    return "not sent: " + most + " chats were open when it was due, as many as maxInFlight allows";
  }
}
