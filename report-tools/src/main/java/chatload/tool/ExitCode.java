package chatload.tool;

/** What a command's exit status means. */
public enum ExitCode {
  PASS(0, "every check met, on complete evidence; or the command did what it was asked"),
  INTERNAL_ERROR(1, "a defect in this tool"),
  USAGE(2, "unknown option or unusable value; nothing was sent, nothing was written"),
  UNUSABLE_INPUT(3, "unreadable or conflicting input, or the preflight failed before any load"),
  FAIL(4, "a check was missed"),
  INCONCLUSIVE(5, "the evidence cannot carry a verdict");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
