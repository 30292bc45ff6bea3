package chatload.probe;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request, its answer, and what each protocol makes of it.
 *
 * @param sentAs the protocol whose request it was
 * @param readings in the order of the protocols
 */
record Attempt(String sentAs, Received answer, List<Reading> readings) {

  /** Statuses that no other request would change. */
  private static final Set<Integer> FINAL = Set.of(401, 403, 404, 405, 410, 429);

  Attempt {
    readings = List.copyOf(readings);
  }

  /** Whether no other protocol's request would be answered otherwise. */
  boolean isFinal() {
    Integer status = answer.status();
    return status == null || status >= 300 && status < 400 || FINAL.contains(status);
  }

  /** The readings that explain the answer best, all equally well; none if nothing explains it. */
  List<Reading> best() {
    List<Reading> recognised =
        readings.stream()
            .filter(Reading::isRecognised)
            .filter(reading -> !reading.isBare() || !answer.looksLikeEvents())
            .toList();
    if (recognised.isEmpty()) {
      return List.of();
    }
    Reading best = Collections.max(recognised, Reading.BY_FIT);
    return recognised.stream()
        .filter(reading -> Reading.BY_FIT.compare(reading, best) == 0)
        .toList();
  }

  /**
   * What the answer is; empty if nothing explains it. Of several that explain it as well, one that
   * calls it a failure: no protocol is picked because it overlooks one.
   */
  Optional<Reading> fit() {
    List<Reading> best = best();
    return best.stream()
        .filter(reading -> !reading.outcome().isOk())
        .findFirst()
        .or(() -> best.stream().filter(reading -> reading.protocol().equals(sentAs)).findFirst())
        .or(() -> best.stream().findFirst());
  }
}
