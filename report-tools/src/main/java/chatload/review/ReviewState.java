package chatload.review;

import chatload.result.Failure;
import chatload.result.JobResult;
import chatload.result.ScenarioResult;
import chatload.result.Summary;
import chatload.review.ReviewEntry.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far the review of a job is: its failures with the answers, and what else was said.
 *
 * @param failures every failed chat, in the order of scenarios and ids
 * @param entries everything that was said, in order
 */
public record ReviewState(List<Judged> failures, List<ReviewEntry> entries) {

  public ReviewState {
    failures = List.copyOf(failures);
    entries = List.copyOf(entries);
  }

  public static ReviewState of(JobResult job, Review review) {
    List<Judged> judged = new ArrayList<>();
    for (ScenarioResult result : job.scenarios()) {
      for (Failure failure : result.summary().map(Summary::failures).orElse(List.of())) {
        judged.add(new Judged(result.scenario(), failure, answer(failure, review.entries())));
      }
    }
    return new ReviewState(judged, review.entries());
  }

  /** The latest entry about just that chat, or else the latest about all that ended like it. */
  private static Optional<ReviewEntry> answer(Failure failure, List<ReviewEntry> entries) {
    return latest(
            entries,
            entry -> entry.about() == About.TRACE && entry.traceId().equals(failure.traceId()))
        .or(
            () ->
                latest(
                    entries,
                    entry ->
                        entry.about() == About.OUTCOME && entry.outcome() == failure.outcome()));
  }

  private static Optional<ReviewEntry> latest(
      List<ReviewEntry> entries, Predicate<ReviewEntry> about) {
    return entries.stream().filter(about).reduce((one, later) -> later);
  }

  /** The latest word on limits. */
  public Optional<ReviewEntry> tuning() {
    return latest(entries, entry -> entry.about() == About.TUNING);
  }

  /** The latest word that lets an item stand although it is not done. */
  public Optional<ReviewEntry> acceptance(Item item) {
    return latest(entries, entry -> entry.about() == About.ACCEPT && entry.item() == item);
  }
}
