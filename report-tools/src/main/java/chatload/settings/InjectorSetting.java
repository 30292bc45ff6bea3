package chatload.settings;

import chatload.run.Injector;
import chatload.run.Part;
import chatload.run.Scenario;
import chatload.settings.GivenSettings.Given;
import chatload.tool.UserError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One of several injectors: {@code --part} and {@code --start-at}. */
public final class InjectorSetting {

  /** How far ahead a start may lie. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private InjectorSetting() {}

  static Injector resolve(GivenSettings given, List<Scenario> scenarios) {
    Part part = given.get(Setting.PART).map(one -> part(one, scenarios)).orElse(Part.WHOLE);
    Optional<Given> startAt = given.get(Setting.START_AT);
    if (startAt.isPresent() && part.equals(Part.WHOLE)) {
      throw UserError.usage(
          startAt.get().origin() + " is for parts of a plan", "Give --part K/N, too.");
    }
    return new Injector(part, startAt.map(InjectorSetting::instant).orElse(null));
  }

  private static Part part(Given given, List<Scenario> scenarios) {
    Part part;
    try {
      part = Part.parse(given.value());
    } catch (IllegalArgumentException e) {
      throw UserError.usage(
          given.origin() + " is no part: " + e.getMessage(),
          "Use K/N, the second of four being 2/4, with up to " + Part.MOST + " parts.");
    }
    if (part.of() == 1) {
      throw UserError.usage(
          given.origin() + " is all of the plan", "Leave it out, or split it among more.");
    }
    for (Scenario scenario : scenarios) {
      Integer inFlight = scenario.load() == null ? null : scenario.load().maxInFlight();
      if (inFlight != null && inFlight < part.of()) {
        throw UserError.usage(
            given.origin() + ": maxInFlight of " + scenario.name() + " is too little for all parts",
            "Allow each part one chat at least: maxInFlight is shared by them.");
      }
      if (scenario.concurrency() < part.of()) {
        throw UserError.usage(
            given.origin()
                + ": the "
                + scenario.concurrency()
                + " users of "
                + scenario.name()
                + " are too few for "
                + part.of()
                + " parts",
            "Use as many parts as there are users at most, or other --profiles.");
      }
    }
    return part;
  }

  private static Instant instant(Given given) {
    try {
      return Instant.parse(given.value()).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw UserError.usage(
          given.origin() + " is no instant", "Write it in UTC, like 2026-12-01T08:00:00Z.");
    }
  }

  /**
   * Before a job begins: whether its start is still to come, and soon.
   *
   * @throws UserError with exit code 2 if it is not
   */
  public static void requireSoon(Injector injector, Instant now) {
    if (injector.startAt() == null) {
      return;
    }
    Duration wait = Duration.between(now, injector.startAt());
    if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw UserError.usage(
          "--start-at "
              + injector.startAt()
              + (wait.isNegative() ? " is over" : " is more than an hour ahead")
              + ": it is "
              + now.truncatedTo(ChronoUnit.SECONDS),
          "Give all parts the same instant, some minutes ahead.");
    }
  }
}
