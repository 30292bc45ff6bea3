package chatload.signoff;

/** What closing documents are called unless told otherwise. */
public final class FileNames {

  private FileNames() {}

  public static String closure(int issue) {
    return "ISSUE-" + issue + "-CLOSURE.md";
  }

  public static String comment(int issue) {
    return "ISSUE-" + issue + "-COMMENT.md";
  }

  public static String commands(int issue) {
    return "ISSUE-" + issue + "-CLOSE-COMMANDS.sh";
  }

  public static String steps(int issue) {
    return "ISSUE-" + issue + "-FINAL-STEPS.md";
  }
}
