package chatload.load;

import chatload.run.LongestTime;
import chatload.run.Scenario;
import chatload.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The instant at which all injectors begin a scenario, if there is one. */
record StartGate(Optional<Instant> start) {

  static StartGate of(Settings settings, Scenario scenario) {
    return new StartGate(
        settings
            .injector()
            .startOf(scenario.name(), settings.scenarios(), settings.longestThink()));
  }

  /** How long it is still to wait for; nothing once it is there. */
  Duration left() {
    return start
        .map(instant -> Duration.between(Instant.now(), instant))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  /** Waits for it. */
  void pass(Backstop backstop) {
    backstop.enter("the wait for the start", left().plus(LongestTime.SLACK));
    try {
      for (Duration left = left(); !left.isZero(); left = left()) {
        Thread.sleep(left.toMillis() + 1);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the wait for the start", e);
    }
  }
}
