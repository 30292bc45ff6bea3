package chatload.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

import chatload.run.Scenario;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The users of a scenario: how they come, and who of them has come. */
final class Users {

  private final Scenario scenario;
  private final Optional<OpenLoad> load;
  private final AtomicInteger arrived = new AtomicInteger();

  Users(Scenario scenario) {
    this.scenario = scenario;
    this.load = Optional.ofNullable(scenario.load()).map(OpenLoad::new);
  }

  /** Empty for users who come within a ramp, and send one chat after the other. */
  Optional<OpenLoad> load() {
    return load;
  }

  /** How they come. */
  List<OpenInjectionStep> steps() {
    return load.map(OpenLoad::users).orElseGet(() -> List.of(ramp()));
  }

  private OpenInjectionStep ramp() {
    int users = scenario.concurrency();
    return scenario.ramp().isZero() ? atOnceUsers(users) : rampUsers(users).during(scenario.ramp());
  }

  /** The number of a user who comes; one that is too high has nothing to do. */
  int arrive() {
    load.ifPresent(OpenLoad::arrived);
    return arrived.incrementAndGet();
  }

  /** Whether they come for as long as the run lasts, each for one chat. */
  boolean areToCome() {
    return load.isPresent();
  }

  /** Those who have not come; from now on all have. */
  IntStream rest() {
    return IntStream.rangeClosed(arrived.getAndSet(scenario.requests()) + 1, scenario.requests());
  }
}
