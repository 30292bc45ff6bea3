package chatload.verdict;

import chatload.run.JobPlan;
import chatload.run.RunManifest;
import chatload.verdict.Reason.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the runs of a job were one job in time, too. */
final class RunTimes {

  /** Nobody waits longer between two scenarios of one job, and services change from day to day. */
  static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** By how much a clock that is set right meanwhile may turn the order around. */
  static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

  /** A stretch of time, and what took it. */
  private record Span(String name, Instant from, Instant to) {}

  private RunTimes() {}

  static List<Reason> conflicts(Optional<JobPlan> plan, List<RunManifest> runs) {
    List<Reason> conflicts = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    plan.flatMap(job -> span(conflicts, "raw/job.json", job.createdAt(), null))
        .ifPresent(spans::add);
    Optional<Instant> planned = spans.stream().map(Span::from).findFirst();
    for (RunManifest run : runs) {
      span(conflicts, run.scenario(), run.startedAt(), run.finishedAt())
          .ifPresent(
              span -> {
                spans.add(span);
                planned
                    .filter(at -> span.from().isBefore(at.minus(CLOCK_SLACK)))
                    .ifPresent(
                        at ->
                            conflicts.add(
                                Reason.of(
                                    Kind.STALE_RUN,
                                    run.scenario(),
                                    span.from().toString(),
                                    at.toString())));
              });
    }
    addPauses(conflicts, spans);
    return conflicts;
  }

  private static Optional<Span> span(List<Reason> conflicts, String name, String from, String to) {
    String read = from;
    try {
      Instant start = Instant.parse(from);
      read = to;
      Instant end = to == null ? start : Instant.parse(to);
      if (end.isBefore(start.minus(CLOCK_SLACK))) {
        conflicts.add(Reason.quoting(Kind.TIME_UNKNOWN, from + " – " + to, name));
        return Optional.empty();
      }
      return Optional.of(new Span(name, start, end));
    } catch (DateTimeException e) {
      conflicts.add(Reason.quoting(Kind.TIME_UNKNOWN, read, name));
      return Optional.empty();
    }
  }

  /**
   * Both times if a preflight was not made between the plan and the first run; with Maven, where it
   * comes before the plan, in the day before.
   */
  static Optional<String> preflight(JobPlan plan, List<RunManifest> runs, String startedAt) {
    boolean isPart = plan.startedBy() == JobPlan.StartedBy.SCENARIOS;
    try {
      Instant planned = Instant.parse(plan.createdAt());
      Instant at = Instant.parse(startedAt);
      Instant earliest = planned.minus(isPart ? CLOCK_SLACK : LONGEST_PAUSE);
      Optional<Instant> first =
          runs.stream().map(run -> Instant.parse(run.startedAt())).min(Comparator.naturalOrder());
      boolean isLate = first.filter(run -> at.isAfter(run.plus(CLOCK_SLACK))).isPresent();
      return at.isBefore(earliest) || isLate
          ? Optional.of(
              startedAt + " ≠ " + plan.createdAt() + first.map(run -> " – " + run).orElse(""))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(startedAt + " ≠ " + plan.createdAt());
    }
  }

  private static void addPauses(List<Reason> conflicts, List<Span> spans) {
    spans.sort(Comparator.comparing(Span::from));
    Span before = null;
    for (Span span : spans) {
      if (before != null && span.from().isAfter(before.to().plus(LONGEST_PAUSE))) {
        conflicts.add(
            Reason.of(
                Kind.STALE_PAUSE,
                before.name(),
                before.to().toString(),
                span.name(),
                span.from().toString()));
      }
      before = before == null || span.to().isAfter(before.to()) ? span : before;
    }
  }
}
