package chatload.load.warmup;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import chatload.load.engine.ChatExchange;
import io.gatling.javaapi.core.Simulation;

/** The simulation that {@link PracticeRun} has Gatling run; it is no use without it. */
public final class PracticeSimulation extends Simulation {
  {
    PracticeRun run = PracticeRun.current();
    setUp(
            scenario("warm-up")
                .exec(pause(user -> run.pause(user.userId())))
                .exec(new ChatExchange(run).chats())
                .injectOpen(atOnceUsers(run.users())))
        .protocols(ChatExchange.protocol());
  }
}
