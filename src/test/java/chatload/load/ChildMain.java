package chatload.load;

import chatload.tool.UserError;

/** What a child process does, and its end: no thread that is left keeps it, and its parent. */
public final class ChildMain {

  /** The work of a child. */
  public interface Work {

    void run() throws Exception;
  }

  private ChildMain() {}

  /** Does it and ends the process; what went wrong is said on standard error. */
  public static void run(Work work) {
    int status = 1;
    try {
      work.run();
      status = 0;
    } catch (UserError e) {
      System.err.println(e.getMessage());
      System.err.println("  " + e.hint());
    } catch (Throwable e) {
      e.printStackTrace();
    } finally {
      System.exit(status);
    }
  }
}
