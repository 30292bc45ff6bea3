package chatload.load.engine;

import chatload.launch.RunState;
import chatload.load.client.ConnectionsSeen;
import chatload.load.client.TargetClient;
import chatload.load.client.Trust;
import chatload.load.exchange.ChatCourse;
import chatload.load.exchange.ChatOutcome;
import chatload.load.watch.SelfWatch;
import chatload.run.InForce;
import chatload.run.Watched;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.util.SslContextsFactory;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.SseConnectActionBuilder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import scala.Function1;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.FunctionConverters;

/**
 * Runs an SSE request of the DSL on an HTTP engine that lets a {@link ChatListener} watch every
 * byte, and gives the chain around it access to what only the engine knows. It replaces no more
 * than the HTTP client inside the engine; the request, its checks and its rows in the report stay
 * Gatling's.
 */
final class Observed {

  private final ChatLoad load;
  private final ConnectionsSeen connections = new ConnectionsSeen();
  private final AtomicInteger inFlight = new AtomicInteger();
  private TargetClient target;
  private ObservedClient client;
  private volatile SelfWatch watch;
  private OkTimings okTimings;

  /**
   * @param load where the chats go, and how
   */
  Observed(ChatLoad load) {
    this.load = load;
  }

  /** The same request, watched. */
  ActionBuilder request(SseConnectActionBuilder request) {
    io.gatling.core.action.builder.ActionBuilder original = request.asScala();
    io.gatling.core.action.builder.ActionBuilder watched =
        new io.gatling.core.action.builder.ActionBuilder() {
          @Override
          public Action build(ScenarioContext context, Action next) {
            return original.build(watched(context), next);
          }
        };
    return () -> watched;
  }

  /** Announces the chat whose request comes next. */
  void expect(ChatCourse chat) {
    inFlight.incrementAndGet();
    client.expect(chat);
  }

  /** Logs the times of an OK chat as Gatling groups of their own. */
  void logOkTimings(Session session, ChatOutcome chat) {
    okTimings.log(session.scenario(), chat.times());
  }

  /** What the generator saw of itself since the run began; empty if it never did. */
  public Optional<Watched> seen() {
    return Optional.ofNullable(watch).map(SelfWatch::seen);
  }

  /** How it goes; empty before the first chat. */
  Optional<RunState> state() {
    return Optional.ofNullable(watch).map(seen -> new RunState(inFlight.get(), seen.lagP95Ms()));
  }

  /** The chat is over: what was in force on its connection counts. */
  void over(ChatCourse chat) {
    inFlight.decrementAndGet();
    connections.add(chat.connection());
  }

  /** What was in force so far. */
  InForce inForce() {
    return connections.inForce(trust(), load.client());
  }

  /** Whether certificates and host names were verified so far, wherever there were any. */
  boolean isTlsVerified() {
    return trust().map(Trust::isVerifying).orElse(!load.client().tlsInsecure())
        && connections.hostNamesChecked();
  }

  private Optional<Trust> trust() {
    return Optional.ofNullable(target).flatMap(TargetClient::trust);
  }

  private ScenarioContext watched(ScenarioContext context) {
    CoreComponents core = context.coreComponents();
    HttpComponents http =
        context.protocolComponentsRegistry().components(HttpProtocol.HttpProtocolKey());
    HttpEngine engine = watchedEngine(core);
    okTimings = new OkTimings(core.statsEngine(), load.times());

    Function1<Protocol, ProtocolComponents> components =
        FunctionConverters.asScalaFromFunction(
            protocol ->
                new HttpComponents(
                    http.httpProtocol(), engine, http.httpCaches(), http.httpTxExecutor()));
    var protocols =
        new Map.Map1<Class<? extends Protocol>, Protocol>(HttpProtocol.class, http.httpProtocol());
    var factories =
        new scala.collection.mutable.HashMap<
            ProtocolKey<?, ?>, Function1<Protocol, ProtocolComponents>>();
    factories.put(HttpProtocol.HttpProtocolKey(), components);
    return new ScenarioContext(
        core,
        new ProtocolComponentsRegistry(
            core, protocols, factories, new scala.collection.mutable.HashMap<>()),
        context.pauseType(),
        context.throttled());
  }

  private HttpEngine watchedEngine(CoreComponents core) {
    var configuration = core.configuration();
    watch = new SelfWatch(core.eventLoopGroup());
    target = new TargetClient(load.url(), load.client(), load.timeLimit(), core.eventLoopGroup());
    client = new ObservedClient(target, load.url(), watch);
    HttpEngine engine =
        new HttpEngine(
            new SslContextsFactory(configuration.ssl(), true),
            client,
            core.eventLoopGroup(),
            core.clock(),
            configuration);
    core.actorSystem()
        .registerOnTermination(
            () -> {
              engine.close();
              watch.close();
              return null;
            });
    return engine;
  }
}
