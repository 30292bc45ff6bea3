package chatload.capacity;

import chatload.confidence.Confidence;
import chatload.confidence.Standing;
import chatload.metric.ChatTime;
import chatload.metric.Check;
import chatload.metric.Rounding;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.verdict.Reason;
import chatload.verdict.Verdict.Status;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One run with so many users at once.
 *
 * @param users at once
 * @param chats that they shared
 * @param answer what it says
 * @param chatsToDecide about how many would tell more; null where nobody knows, and where it is
 *     told
 * @param verdict of the run
 * @param ok chats that were OK
 * @param p95FirstTokenMs over OK chats; null without any
 * @param p95TotalMs as above
 * @param limitFirstTokenMs what the first was held against; null if the run can't be read
 * @param limitTotalMs as above
 * @param reasons of its verdict
 */
public record Level(
    int users,
    int chats,
    Answer answer,
    Integer chatsToDecide,
    Status verdict,
    int ok,
    Double p95FirstTokenMs,
    Double p95TotalMs,
    BigDecimal limitFirstTokenMs,
    BigDecimal limitTotalMs,
    @JsonIgnore List<Reason> reasons) {

  public Level {
    Objects.requireNonNull(answer, "answer");
    reasons = List.copyOf(reasons);
  }

  /** What a run says. */
  public static Level of(int users, int chats, ScenarioResult result) {
    Status verdict = result.verdict().status();
    List<Reason> reasons = result.verdict().reasons();
    if (result.summary().isEmpty() || result.manifest().isEmpty()) {
      return new Level(
          users, chats, Answer.UNUSABLE, null, verdict, 0, null, null, null, null, reasons);
    }
    Summary summary = result.summary().get();
    return new Level(
        users,
        chats,
        answer(result, summary.confidence()),
        chatsToDecide(summary.confidence()),
        verdict,
        summary.totals().success(),
        summary.latency().of(ChatTime.FIRST_TOKEN).p95(),
        summary.latency().of(ChatTime.TOTAL).p95(),
        limit(result, ChatTime.FIRST_TOKEN),
        limit(result, ChatTime.TOTAL),
        reasons);
  }

  /** Of a search that was broken off before it. */
  static Level missing(int users, int chats) {
    return new Level(
        users,
        chats,
        Answer.UNUSABLE,
        null,
        Status.INCONCLUSIVE,
        0,
        null,
        null,
        null,
        null,
        List.of());
  }

  /** The same, of a run that is not the one that was asked for, or not as it was sealed. */
  Level unusable() {
    return new Level(
        users,
        chats,
        Answer.UNUSABLE,
        null,
        verdict,
        ok,
        p95FirstTokenMs,
        p95TotalMs,
        limitFirstTokenMs,
        limitTotalMs,
        reasons);
  }

  private static Integer chatsToDecide(List<Confidence> sure) {
    return sure.stream()
        .map(Confidence::chatsToDecide)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Answer answer(ScenarioResult result, List<Confidence> sure) {
    return switch (result.verdict().status()) {
      case PASS ->
          !sure.isEmpty() && sure.stream().allMatch(one -> one.standing() == Standing.PROVEN)
              ? Answer.HOLDS
              : Answer.UNSURE;
      case FAIL ->
          sure.stream().anyMatch(one -> one.standing() == Standing.DISPROVEN)
              ? Answer.BREAKS
              : Answer.UNSURE;
      case INCONCLUSIVE -> inconclusive(result.verdict().reasons());
    };
  }

  private static Answer inconclusive(List<Reason> reasons) {
    boolean isLate = false;
    for (Reason reason : reasons) {
      switch (reason.kind()) {
        case GENERATOR_LATE, GENERATOR_PROBLEM, GENERATOR_FAILURES -> isLate = true;
        case WITHIN_ERROR, CONCURRENCY_NOT_REACHED, SHARE_MISSED, LIMIT_EXCEEDED -> {}
        default -> {
          return Answer.UNUSABLE;
        }
      }
    }
    return isLate ? Answer.GENERATOR : Answer.UNSURE;
  }

  private static BigDecimal limit(ScenarioResult result, ChatTime time) {
    return result.verdict().checks().stream()
        .filter(check -> check.metric().time() == time)
        .map(Check::limit)
        .map(Rounding::plain)
        .findFirst()
        .orElse(null);
  }
}
