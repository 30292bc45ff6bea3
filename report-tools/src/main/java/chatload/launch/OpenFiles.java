package chatload.launch;

import chatload.run.Scenario;
import chatload.tool.UserError;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;

/**
 * The files of this process, sockets among them. A process that it starts may have as many.
 *
 * @param open how many are open
 * @param most how many the operating system allows; {@link Long#MAX_VALUE} where it does not say
 */
public record OpenFiles(long open, long most) {

  /**
   * What a simulation has open beside a connection per user; in its warm-up, which ends before that
   * begins, it has 213 open, and 133 with 300 users less their connections.
   */
  private static final int BASE = 220;

  /** To look up a name takes some. */
  private static final int NEARLY_NONE = 4;

  public static OpenFiles now() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
      return new OpenFiles(0, Long.MAX_VALUE);
    }
    long most = unix.getMaxFileDescriptorCount();
    try {
      return new OpenFiles(unix.getOpenFileDescriptorCount(), most);
    } catch (InternalError e) {
      return new OpenFiles(most, most); // to count them takes a file, too
    }
  }

  public boolean areUsedUp() {
    return most - open < NEARLY_NONE;
  }

  /**
   * Sees to it that every user of every scenario can have a connection.
   *
   * @throws UserError if not
   */
  public void requireFor(Collection<Scenario> scenarios) {
    for (Scenario scenario : scenarios) {
      long needed = BASE + scenario.mostInFlight();
      if (needed > most) {
        throw UserError.input(
            "only "
                + most
                + " files can be open at once; "
                + scenario.name()
                + " with "
                + scenario.mostInFlight()
                + " chats at once needs "
                + needed,
            "Run this first, or take less load: ulimit -n " + needed);
      }
    }
  }
}
