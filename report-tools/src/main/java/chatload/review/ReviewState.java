package chatload.review;

import chatload.document.Failure;
import chatload.document.JobResult;
import chatload.document.ScenarioResult;
import chatload.document.Summary;
import chatload.review.ReviewEntry.About;
import chatload.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far the review of a job is: its failures with the answers, and which items of the checklist
 * are done.
 *
 * @param failures every failed chat, in the order of scenarios and ids
 * @param tuning what was said about limits, in order
 * @param entries everything that was said, in order
 * @param allPass whether every scenario passed, which no reviewer can decide
 */
public record ReviewState(
    List<Judged> failures, List<ReviewEntry> tuning, List<ReviewEntry> entries, boolean allPass) {

  public ReviewState {
    failures = List.copyOf(failures);
    tuning = List.copyOf(tuning);
    entries = List.copyOf(entries);
  }

  /** The items of the checklist's section 5. */
  public enum Item {
    ALL_PASS,
    ROOT_CAUSES,
    DEPENDENCIES,
    TUNING
  }

  public static ReviewState of(JobResult job, Review review) {
    List<Judged> judged = new ArrayList<>();
    for (ScenarioResult result : job.scenarios()) {
      for (Failure failure : result.summary().map(Summary::failures).orElse(List.of())) {
        judged.add(new Judged(result.scenario(), failure, answer(failure, review.entries())));
      }
    }
    List<ReviewEntry> tuning =
        review.entries().stream().filter(entry -> entry.about() == About.TUNING).toList();
    return new ReviewState(judged, tuning, review.entries(), job.status() == Verdict.Status.PASS);
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

  public boolean isDone(Item item) {
    return switch (item) {
      case ALL_PASS -> allPass;
      case ROOT_CAUSES -> failures.stream().allMatch(Judged::hasRootCause);
      case DEPENDENCIES -> failures.stream().noneMatch(Judged::isOpen);
      case TUNING -> !tuning.isEmpty();
    };
  }

  /** What is still to be judged by people; that every scenario passes is not up to them. */
  public List<Item> open() {
    return List.of(Item.ROOT_CAUSES, Item.DEPENDENCIES, Item.TUNING).stream()
        .filter(item -> !isDone(item))
        .toList();
  }
}
