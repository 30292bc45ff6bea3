package chatload.simulation;

import static io.gatling.javaapi.core.CoreDsl.scenario;

import chatload.load.ChatRun;
import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;

public final class BaselineSimulation extends Simulation {

  private final ChatRun run = ChatRun.of("baseline");

  private final HttpProtocolBuilder protocol = run.protocol();
  private final ScenarioBuilder users = scenario("baseline").exec(run.chats());
  private final List<Assertion> assertions = run.assertions();

  {
    setUp(users.injectOpen(run.arrivals())).protocols(protocol).assertions(assertions);
  }

  @Override
  public void before() {
    run.before();
  }

  @Override
  public void after() {
    run.after();
  }
}
