package chatload.merge;

import chatload.records.RunEvidence;
import chatload.records.RunFiles;
import chatload.run.InForce.ServiceClock;
import chatload.run.RunManifest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One scenario as one part ran it.
 *
 * @param part which
 * @param evidence its files; empty if it has none
 */
record PartRun(PartEvidence part, Optional<RunEvidence> evidence) {

  static PartRun of(PartEvidence part, String scenario) {
    return new PartRun(part, RunFiles.read(part.dir(), scenario));
  }

  Optional<RunManifest> manifest() {
    return evidence.flatMap(RunEvidence::manifest);
  }

  /** How far the service's clock was from that of the part's machine; empty if it never said. */
  Optional<ServiceClock> clock() {
    return manifest()
        .map(run -> run.target().connection())
        .map(seen -> seen == null ? null : seen.serviceClock());
  }

  /** When it began by its own clock, milliseconds since 1970; empty if it does not say. */
  Optional<Long> startMillis() {
    try {
      return manifest().map(run -> Instant.parse(run.startedAt()).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** When it began by the service's clock, as well as that is known. */
  Optional<Double> start() {
    return startMillis().map(start -> start + clock().map(ServiceClock::middle).orElse(0.0));
  }

  /** When it had ended by the service's clock; empty if it never did. */
  Optional<Double> end() {
    try {
      return manifest()
          .filter(run -> run.finishedAt() != null)
          .map(run -> (double) Instant.parse(run.finishedAt()).toEpochMilli())
          .map(end -> end + clock().map(ServiceClock::middle).orElse(0.0));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
