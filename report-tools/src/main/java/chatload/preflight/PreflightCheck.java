package chatload.preflight;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/**
 * One thing that must hold before load is sent.
 *
 * @param name which one, such as {@code health}
 * @param passed whether it holds; false when it was not run
 * @param expected what the service should do
 * @param observed what it did, safe to print
 * @param traceId the {@code x-trace-id} that was sent; null when the check was not run
 * @param status HTTP status; null if no response arrived
 * @param elapsedMs until the answer or the failure was complete, milliseconds; null when the check
 *     was not run
 * @param fix what to do about it, safe to print; null when it passed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PreflightCheck(
    String name,
    boolean passed,
    String expected,
    String observed,
    String traceId,
    Integer status,
    Double elapsedMs,
    String fix) {

  public PreflightCheck {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(observed, "observed");
    if (elapsedMs != null && !Double.isFinite(elapsedMs)) {
      throw new IllegalArgumentException(name + " took " + elapsedMs + " ms");
    }
    if (passed != (fix == null)) {
      throw new IllegalArgumentException(
          name + ": a fix belongs to a failed check, and only there");
    }
  }

  /**
   * @param expected what the service should do
   */
  static PreflightCheck notRun(Probe probe, String expected) {
    return new PreflightCheck(
        probe.title(),
        false,
        expected,
        "not run, because the service can't be reached",
        null,
        null,
        null,
        "Make the first check pass.");
  }

  /** False when an earlier failure made it pointless. */
  boolean wasRun() {
    return elapsedMs != null;
  }
}
