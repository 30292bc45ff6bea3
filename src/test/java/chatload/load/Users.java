package chatload.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

import chatload.run.Part;
import chatload.run.Scenario;
import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The users of a scenario: how they come, and who of them has come. */
final class Users {

  private final Scenario scenario;
  private final Part part;
  private final Optional<OpenLoad> load;
  private final AtomicInteger arrived = new AtomicInteger();

  /**
   * @param part of them that comes from here
   */
  Users(Scenario scenario, Part part) {
    this.scenario = scenario;
    this.part = part;
    this.load = Optional.ofNullable(scenario.load()).map(plan -> new OpenLoad(plan, part));
  }

  /** Empty for users who come within a ramp, and send one chat after the other. */
  Optional<OpenLoad> load() {
    return load;
  }

  /** How they come. */
  List<OpenInjectionStep> steps() {
    return load.map(OpenLoad::users).orElseGet(this::ramp);
  }

  /** Those of a part come when they would if all came from here. */
  private List<OpenInjectionStep> ramp() {
    int users = part.users(scenario.concurrency());
    if (scenario.ramp().isZero()) {
      return List.of(atOnceUsers(users));
    }
    OpenInjectionStep ramp = rampUsers(users).during(scenario.ramp());
    // Gatling spreads them evenly, so that the n-th of c comes after n - 1 parts of c of the ramp.
    Duration before = scenario.ramp().multipliedBy(part.number() - 1L);
    return before.isZero()
        ? List.of(ramp)
        : List.of(nothingFor(before.dividedBy(scenario.concurrency())), ramp);
  }

  /** Chats that they send. */
  int chats() {
    return part.chats(scenario.requests(), scenario.concurrency());
  }

  /** Their numbers. */
  IntStream all() {
    return IntStream.rangeClosed(1, part.users(scenario.concurrency())).map(part::user);
  }

  /** The number of a user who comes; one that is too high has nothing to do. */
  int arrive() {
    load.ifPresent(OpenLoad::arrived);
    return part.user(arrived.incrementAndGet());
  }

  /** Whether they come for as long as the run lasts, each for one chat. */
  boolean areToCome() {
    return load.isPresent();
  }

  /** Those who have not come; from now on all have. */
  IntStream rest() {
    int own = part.users(scenario.concurrency());
    return IntStream.rangeClosed(arrived.getAndSet(own) + 1, own).map(part::user);
  }
}
