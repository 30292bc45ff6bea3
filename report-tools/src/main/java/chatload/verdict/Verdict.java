package chatload.verdict;

import chatload.metric.Check;
import chatload.metric.Metric;
import chatload.tool.ExitCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came out, and why.
 *
 * @param status PASS, FAIL or INCONCLUSIVE
 * @param checks every comparison that was made, met or missed
 * @param reasons why it is not PASS; empty exactly when it is
 * @param warnings checks that are met, but beyond a stricter limit that only warns
 */
public record Verdict(
    Status status,
    List<Check> checks,
    List<Reason> reasons,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reason> warnings) {

  public Verdict {
    Objects.requireNonNull(status, "status");
    checks = List.copyOf(checks);
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
    if ((status == Status.PASS) != reasons.isEmpty()) {
      throw new IllegalArgumentException(status + " with reasons " + reasons);
    }
  }

  /** Without warnings. */
  public Verdict(Status status, List<Check> checks, List<Reason> reasons) {
    this(status, checks, reasons, List.of());
  }

  /** How that metric compares with its limit; empty if it has none. */
  public Optional<Check> check(Metric metric) {
    return checks.stream().filter(check -> check.metric().equals(metric)).findFirst();
  }

  /** How a release gate can come out. */
  public enum Status {
    /** Every check met, on complete and consistent evidence. */
    PASS(ExitCode.PASS),
    /** A check was missed. */
    FAIL(ExitCode.FAIL),
    /** The evidence cannot carry a verdict. */
    INCONCLUSIVE(ExitCode.INCONCLUSIVE);

    private final ExitCode exitCode;

    Status(ExitCode exitCode) {
      this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
      return exitCode;
    }
  }
}
