package chatload.cli;

import chatload.run.Part;
import chatload.run.Scenario;
import chatload.settings.InjectorSetting;
import chatload.settings.Settings;
import chatload.tool.UserError;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The part of a plan that a job sends, which is all of it unless the settings say otherwise. */
record OwnPart(Settings settings, Clock clock) {

  boolean isWhole() {
    return settings.injector().part().equals(Part.WHOLE);
  }

  /**
   * Refuses what a part alone can't do.
   *
   * @throws UserError with exit code 2
   */
  void require(boolean failFast, boolean baseline) {
    if (isWhole()) {
      return;
    }
    if (settings.url().isEmpty()) {
      throw UserError.usage(
          "--part without --url: each part would test an embedded service of its own",
          "Start one with ./loadtest target, and give its --url to all parts.");
    }
    if (failFast || baseline) {
      throw UserError.usage(
          (failFast ? "--fail-fast" : "--baseline")
              + " asks for a verdict that a part alone never has",
          "Leave it out; ./loadtest compare takes merged directories like any other.");
    }
    InjectorSetting.requireSoon(settings.injector(), clock.instant());
  }

  /** The scenarios with their own chats and users. */
  List<Scenario> scenarios() {
    return settings.scenarios().stream().map(settings.injector().part()::of).toList();
  }

  /** How long a scenario still waits for its start; nothing where nobody said when it is. */
  Duration untilStart(Scenario scenario) {
    return settings
        .injector()
        .startOf(scenario.name(), settings.scenarios(), settings.longestThink())
        .map(start -> Duration.between(clock.instant(), start))
        .filter(wait -> !wait.isNegative())
        .orElse(Duration.ZERO);
  }

  /** Until the last scenario begins. */
  Duration longestWait() {
    return untilStart(settings.scenarios().get(settings.scenarios().size() - 1));
  }
}
