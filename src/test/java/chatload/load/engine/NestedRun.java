package chatload.load.engine;

import io.gatling.app.RunResult;
import io.gatling.app.RunResultProcessor;
import io.gatling.app.Runner;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.DataConfiguration;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.stats.writer.DataWriterType;
import io.gatling.javaapi.core.Simulation;
import io.gatling.netty.util.Transports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A Gatling run in a JVM that goes on when it is over. Gatling's own entry point would also stop
 * the logging for good.
 */
public final class NestedRun {
  private NestedRun() {}

  /** Runs the simulation to its end and leaves nothing behind: no report, no log. */
  public static void of(Class<? extends Simulation> simulation) {
    try (TemporaryDirectory results = TemporaryDirectory.make()) {
      run(
          arguments(simulation.getName(), true, results.path()),
          withoutConsole(GatlingConfiguration.load()));
    }
  }

  /**
   * Runs the simulation as Gatling's entry point does: its log and its report get a folder of their
   * own.
   *
   * @param results where that folder is made
   * @param scenario the folder is called after it
   * @return Gatling's exit status
   */
  public static int reported(String simulation, Path results, String scenario) {
    GatlingConfiguration configuration = GatlingConfiguration.load();
    GatlingArgs arguments = arguments(simulation, false, results);
    RunResult result = called(scenario, results, run(arguments, configuration));
    return new RunResultProcessor(arguments, configuration).processRunResult(result).code();
  }

  /** Gatling calls it after the class, of which several scenarios may be run. */
  private static RunResult called(String scenario, Path results, RunResult result) {
    String id = result.runId();
    String wanted = scenario + "simulation" + id.substring(id.lastIndexOf('-'));
    if (wanted.equals(id)) {
      return result;
    }
    try {
      Files.move(results.resolve(id), results.resolve(wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RunResult(wanted, result.hasAssertions());
  }

  private static RunResult run(GatlingArgs arguments, GatlingConfiguration configuration) {
    ActorSystem system = new ActorSystem();
    var eventLoops =
        Transports.newEventLoopGroup(
            configuration.netty().useNativeTransport(),
            configuration.netty().useIoUring(),
            0,
            "gatling");
    try {
      return Runner.apply(system, eventLoops, arguments, configuration).run();
    } finally {
      system.close();
      boolean isOver =
          eventLoops
              .shutdownGracefully(0, 1, TimeUnit.SECONDS)
              .awaitUninterruptibly(10, TimeUnit.SECONDS);
      if (!isOver) {
        throw new IllegalStateException("an event loop goes on after the run");
      }
    }
  }

  /** Its progress would look like that of the run that it is for. */
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

  private static GatlingArgs arguments(String simulation, boolean noReports, Path results) {
    return GatlingArgs.apply(
        Option.apply(simulation),
        Option.empty(),
        noReports,
        Option.empty(),
        Option.apply(results),
        Option.empty(),
        Option.empty());
  }
}
