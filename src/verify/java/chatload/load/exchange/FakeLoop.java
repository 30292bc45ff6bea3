package chatload.load.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** An event loop whose time goes by when a test says so, and a port that keeps what it is told. */
final class FakeLoop implements ChatPort {

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingInt(Timer::number));
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private long now = 1_000_000_000_000L;
  private int made;

  private record Timer(long due, int number, FutureTask<?> step) {}

  /** The clock, nanoseconds. */
  long nanoTime() {
    return now;
  }

  /** What the chat told so far, the last one last. */
  List<String> told() {
    return told;
  }

  /** Time goes by, and everything that is due runs in time. */
  void pass(Duration duration) {
    long end = now + duration.toNanos();
    runSteps();
    while (!timers.isEmpty() && timers.peek().due() <= end) {
      now = Math.max(now, timers.peek().due());
      timers.poll().step().run();
      runSteps();
    }
    now = end;
  }

  private void runSteps() {
    while (!steps.isEmpty()) {
      steps.remove().run();
    }
  }

  /** Time goes by while nothing runs. */
  void stall(Duration duration) {
    now += duration.toNanos();
  }

  @Override
  public void soon(Runnable step) {
    steps.add(step);
  }

  @Override
  public Future<?> later(Runnable step, Duration delay) {
    FutureTask<?> task = new FutureTask<>(step, null);
    timers.add(new Timer(now + delay.toNanos(), made++, task));
    return task;
  }

  @Override
  public void answered() {
    told.add("answered");
  }

  @Override
  public void firstToken() {
    told.add("first token");
  }

  @Override
  public void terminal() {
    told.add("terminal");
  }

  @Override
  public void failed(ChatFailure failure) {
    told.add("failed: " + failure.getMessage());
  }

  @Override
  public void closeConnection() {
    told.add("closed");
  }
}
