package chatload.load;

import chatload.tool.UserError;
import java.util.function.Supplier;

/** What a child process does, and its end: no thread that is left keeps it, and its parent. */
public final class ChildMain {

  /** The work of a child. */
  public interface Work {

    void run() throws Exception;
  }

  private ChildMain() {}

  private static void say(UserError error) {
    System.err.println(error.getMessage());
    System.err.println("  " + error.hint());
  }

  /**
   * Does a step of a simulation that Gatling runs by itself, as with Maven. What its user has to
   * mend is said without the stack trace that Gatling would print, and ends the process with the
   * status that Gatling has for it.
   */
  static void step(Runnable step) {
    step(
        () -> {
          step.run();
          return null;
        });
  }

  /** The same with a result. */
  static <T> T step(Supplier<T> step) {
    try {
      return step.get();
    } catch (UserError e) {
      if (JobProcess.settings().isEmpty()) {
        say(e);
        System.exit(1);
      }
      throw e;
    }
  }

  /** Does it and ends the process; what went wrong is said on standard error. */
  public static void run(Work work) {
    int status = 1;
    try {
      work.run();
      status = 0;
    } catch (UserError e) {
      say(e);
    } catch (Throwable e) {
      e.printStackTrace();
    } finally {
      System.exit(status);
    }
  }
}
