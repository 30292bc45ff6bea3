package chatload.tool;

import java.util.Objects;

/**
 * Something that the user can put right: what is wrong and where (the message), what to do next
 * (the hint), and the exit code that belongs to it. Shown without a stack trace.
 */
public final class UserError extends RuntimeException {

  private final ExitCode exitCode;
  private final String hint;

  public UserError(ExitCode exitCode, String message, String hint) {
    super(Objects.requireNonNull(message));
    this.exitCode = Objects.requireNonNull(exitCode);
    this.hint = Objects.requireNonNull(hint);
  }

  /** An option, property or variable with an unusable value. */
  public static UserError usage(String message, String hint) {
    return new UserError(ExitCode.USAGE, message, hint);
  }

  /** A file or directory that can't be used as it is. */
  public static UserError input(String message, String hint) {
    return new UserError(ExitCode.UNUSABLE_INPUT, message, hint);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public String hint() {
    return hint;
  }
}
