package chatload.review;

import chatload.result.Failure;
import chatload.run.Cause;
import java.util.Objects;
import java.util.Optional;

/**
 * One failed chat and what people said of it.
 *
 * @param scenario its name, such as smoke
 * @param failure the chat
 * @param answer the latest answer that is about it, if there is one
 */
public record Judged(String scenario, Failure failure, Optional<ReviewEntry> answer) {
  public Judged {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(answer, "answer");
  }

  public boolean isOpen() {
    return answer.isEmpty();
  }

  /** Whether somebody looked and named a cause. */
  public boolean hasRootCause() {
    return answer.filter(entry -> entry.cause() != Cause.UNKNOWN).isPresent();
  }

  /** Whether somebody put it down to something that the service depends on. */
  public boolean isExternal() {
    return answer
        .filter(entry -> entry.cause() == Cause.MODEL || entry.cause() == Cause.DATABASE)
        .isPresent();
  }
}
