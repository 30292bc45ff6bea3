package chatload.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.io.PrintWriter;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs another main class and notes, ten times a second, how much processor time this process has
 * used; once when all its streams are open and once at its end, also how much memory is alive.
 * Arguments: the file for the notes, the number of streams, or 0 if memory is of no interest, the
 * main class and its arguments.
 *
 * <p>One line each: {@code cpu} or {@code memory}, wall clock (ms since the epoch), processor time
 * (ns); with {@code memory} the heap in use after a collection, the direct memory that is reserved
 * (bytes), and the processor time that looking took (ns).
 */
final class Sampled {

  private static final long PERIOD_MILLIS = 100;

  /** How long all streams are open before memory is looked at. */
  private static final int SETTLING_PERIODS = 30;

  private static final UnixOperatingSystemMXBean SYSTEM =
      (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final PrintWriter notes;
  private final int streams;

  private Sampled(PrintWriter notes, int streams) {
    this.notes = notes;
    this.streams = streams;
  }

  public static void main(String[] args) throws Exception {
    Sampled sampled =
        new Sampled(new PrintWriter(Path.of(args[0]).toFile()), Integer.parseInt(args[1]));
    Thread sampler = new Thread(sampled::sample, "bench-sampler");
    sampler.setDaemon(true);
    sampler.start();
    if (sampled.streams > 0) {
      Runtime.getRuntime().addShutdownHook(new Thread(sampled::noteMemory));
    }
    Class.forName(args[2])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 3, args.length));
  }

  private void sample() {
    int periodsOpen = 0;
    try {
      while (true) {
        note("cpu");
        if (streams > 0 && SYSTEM.getOpenFileDescriptorCount() >= streams) {
          periodsOpen++;
          if (periodsOpen == SETTLING_PERIODS) {
            noteMemory();
          }
        }
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void note(String kind, long... more) {
    notes.print(kind + " " + System.currentTimeMillis() + " " + SYSTEM.getProcessCpuTime());
    Arrays.stream(more).forEach(value -> notes.print(" " + value));
    notes.println();
    notes.flush();
  }

  private void noteMemory() {
    long before = SYSTEM.getProcessCpuTime();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    note("memory", heap, directMemory(), SYSTEM.getProcessCpuTime() - before);
  }

  private static long directMemory() {
    long known =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return Math.max(known, PlatformDependent.usedDirectMemory());
  }
}
