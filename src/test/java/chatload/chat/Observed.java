package chatload.chat;

import chatload.run.Watched;
import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.engine.HttpClientFactory;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.protocol.HttpComponents;
import io.gatling.http.protocol.HttpProtocol;
import io.gatling.http.util.SslContextsFactory;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.SseConnectActionBuilder;
import java.util.Optional;
import scala.Function1;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.FunctionConverters;

/**
 * Runs an SSE request of the DSL on an HTTP engine that lets a {@link LiveChat} watch every byte,
 * and gives the chain around it access to what only the engine knows. It replaces no more than the
 * HTTP client inside the engine; the request, its checks and its rows in the report stay Gatling's.
 */
final class Observed {

  private final boolean verifyHostName;
  private ObservedClient client;
  private volatile SelfWatch watch;
  private OkTimings okTimings;

  /**
   * @param verifyHostName whether a TLS certificate must be made out to the host
   */
  Observed(boolean verifyHostName) {
    this.verifyHostName = verifyHostName;
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
  void expect(LiveChat chat) {
    client.expect(chat);
  }

  /** Logs the times of an OK chat as Gatling groups of their own. */
  void logOkTimings(Session session, LiveChat chat) {
    okTimings.log(session.scenario(), chat);
  }

  /** What the generator saw of itself since the run began; empty if it never did. */
  Optional<Watched> seen() {
    return Optional.ofNullable(watch).map(SelfWatch::seen);
  }

  private ScenarioContext watched(ScenarioContext context) {
    CoreComponents core = context.coreComponents();
    HttpComponents http =
        context.protocolComponentsRegistry().components(HttpProtocol.HttpProtocolKey());
    HttpEngine engine = watchedEngine(core);
    okTimings = new OkTimings(core.statsEngine());

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
    SslContextsFactory ssl = new SslContextsFactory(configuration.ssl(), verifyHostName);
    watch = new SelfWatch(core.eventLoopGroup());
    client = new ObservedClient(new HttpClientFactory(ssl, configuration).newClient(), watch);
    HttpEngine engine =
        new HttpEngine(ssl, client, core.eventLoopGroup(), core.clock(), configuration);
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
