package chatload.load.engine;

import io.gatling.app.Runner;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.DataConfiguration;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.stats.writer.DataWriterType;
import io.gatling.javaapi.core.Simulation;
import io.gatling.netty.util.Transports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A Gatling run inside this JVM that leaves nothing behind: no report, no log. Gatling's own entry
 * point would also stop the logging of the run around it.
 */
public final class NestedRun {
  private NestedRun() {}

  /** Runs the simulation to its end. */
  public static void of(Class<? extends Simulation> simulation) {
    GatlingConfiguration configuration = withoutConsole(GatlingConfiguration.load());
    ActorSystem system = new ActorSystem();
    var eventLoops =
        Transports.newEventLoopGroup(
            configuration.netty().useNativeTransport(),
            configuration.netty().useIoUring(),
            0,
            "nested-gatling");
    try (TemporaryDirectory results = TemporaryDirectory.make()) {
      Runner.apply(system, eventLoops, arguments(simulation, results.path()), configuration).run();
    } finally {
      system.close();
      eventLoops
          .shutdownGracefully(0, 1, TimeUnit.SECONDS)
          .awaitUninterruptibly(10, TimeUnit.SECONDS);
    }
  }

  /** Its progress would look like that of the run around it. */
  private static GatlingConfiguration withoutConsole(GatlingConfiguration all) {
    DataConfiguration data = all.data();
    List<DataWriterType> writers =
        CollectionConverters.asJava(data.dataWriters()).stream()
            .filter(writer -> !writer.name().equals("console"))
            .toList();
    return new GatlingConfiguration(
        all.core(),
        all.socket(),
        all.netty(),
        all.ssl(),
        all.reports(),
        all.http(),
        all.jms(),
        new DataConfiguration(
            data.zoneId(),
            CollectionConverters.asScala(writers).toSeq(),
            data.console(),
            data.enableAnalytics()));
  }

  private static GatlingArgs arguments(Class<? extends Simulation> simulation, Path results) {
    return GatlingArgs.apply(
        Option.apply(simulation.getName()),
        Option.empty(),
        true,
        Option.empty(),
        Option.apply(results),
        Option.empty(),
        Option.empty());
  }
}
