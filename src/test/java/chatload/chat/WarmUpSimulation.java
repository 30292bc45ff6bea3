package chatload.chat;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;

/** The simulation that {@link WarmUp} has Gatling run; it is no use without it. */
public final class WarmUpSimulation extends Simulation {
  {
    WarmUp warmUp = WarmUp.current();
    setUp(
            scenario("warm-up")
                .exec(new ChatExchange(warmUp, true).chats())
                .injectOpen(atOnceUsers(warmUp.concurrency())))
        .protocols(ChatExchange.protocol());
  }
}
